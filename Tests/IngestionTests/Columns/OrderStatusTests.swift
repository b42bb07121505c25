import Testing
import Vocabulary

@testable import Ingestion

struct OrderStatusTests {
  @Test(arguments: [
    ("Completed", OrderStatus.counted), ("wc-completed", .counted), ("Processing", .counted),
    ("Shipped - Delivered to Buyer", .counted), ("PARTIALLY_REFUNDED", .counted), ("In Bearbeitung", .counted),
    ("Paiement accepté", .counted), ("Procesando", .counted), ("Voltooid", .counted), ("Concluído", .counted),
    ("Completato", .counted), ("Pending payment", .unpaid), ("pending_payment", .unpaid), ("On hold", .unpaid),
    ("holded", .unpaid), ("Awaiting Payment", .unpaid), ("auto-draft", .unpaid), ("Abandoned", .unpaid),
    ("Suspected Fraud", .unpaid), ("In Wartestellung", .unpaid), ("En attente de paiement", .unpaid),
    ("Pendiente de pago", .unpaid), ("In attesa di pagamento", .unpaid), ("In de wacht", .unpaid),
    ("Aguardando pagamento", .unpaid), ("Failed", .failed), ("Erreur de paiement", .failed), ("Canceled", .cancelled),
    ("wc-cancelled", .cancelled), ("storniert", .cancelled), ("Annulé", .cancelled), ("Cancelado", .cancelled),
    ("Annullato", .cancelled), ("Geannuleerd", .cancelled), ("Refunded", .refunded), ("Rückerstattet", .refunded),
    ("Remboursé", .refunded),
  ])
  func words(text: String, status: OrderStatus) { #expect(OrderStatus(text) == status) }

  @Test func anyOtherWordIsUnknown() {
    #expect(OrderStatus("Frobnicated") == nil)
    #expect(OrderStatus("wc-") == nil)
    #expect(OrderStatus("not cancelled") == nil)
  }

  @Test func whatAStateSaysOfItsOrder() throws {
    func order(_ status: String, total: Int64 = 100, refunded: Int64? = nil) throws -> CustomerOrder {
      var order = CustomerOrder(
        origin: RecordOrigin(line: 2), platform: "Shop", shop: "", orderID: "1", orderName: "", email: nil,
        day: Day(number: 20_000), instant: nil, currency: nil)
      order.totalMicros = total
      order.refundedMicros = refunded
      try order.take(status: status, column: "State")
      return order
    }
    #expect(try order("").financialStatus.isEmpty)
    #expect(try order("On hold").financialStatus == "pending")
    #expect(try order("storniert").isCancelled)
    #expect(try order("Shipped").financialStatus == "Shipped")
    #expect(try order("Refunded").refundedMicros == 100)
    #expect(try order("Refunded", refunded: 0).refundedMicros == 100)
    #expect(try order("Refunded", refunded: 30).refundedMicros == 30)
    let problem = #expect(throws: RowProblem.self) { try order("Frobnicated") }
    #expect(problem?.found == "\"Frobnicated\", a state that is not known")
    #expect(problem?.expected == OrderStatus.expected)
  }
}
