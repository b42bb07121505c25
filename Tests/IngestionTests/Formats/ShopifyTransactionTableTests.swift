import Ingestion
import Testing
import Vocabulary

struct ShopifyTransactionTableTests {
  @Test func onlyWhatMovedIsMoney() throws {
    let reading = try Sample(
      """
      id,order_id,amount,created_at,processed_at,gateway,currency,kind,currency_exchange_final_amount,status,test
      1,77,20.00,2026-01-02 10:00:00.000,2026-01-02 10:00:01.000,cards,EUR,authorization,,success,FALSE
      2,77,20.00,2026-01-02 10:00:00.000,2026-01-03 10:00:00.000,cards,EUR,capture,21.60,success,FALSE
      3,78,5.50,2026-01-02 10:00:00.000,2026-01-03 11:00:00.000,cards,EUR,sale,,failure,FALSE
      4,78,5.50,2026-01-02 10:00:00.000,2026-01-03 11:05:00.000,cards,EUR,sale,,success,FALSE
      5,77,8.00,2026-01-02 10:00:00.000,2026-01-04 10:00:00.000,cards,EUR,refund,,success,FALSE
      6,79,8.00,2026-01-02 10:00:00.000,2026-01-04 10:00:00.000,cards,EUR,void,,success,FALSE
      7,79,8.00,2026-01-02 10:00:00.000,2026-01-04 10:00:00.000,bogus,EUR,sale,,success,TRUE
      8,79,8.00,2026-01-02 10:00:00.000,2026-01-04 10:00:00.000,cards,EUR,loan,,success,FALSE
      9,80,1.50,2026-01-02 10:00:00.000,2026-01-04 10:00:00.000,cash,EUR,change,,success,FALSE
      """
    ).read()
    #expect(reading.recognition.format == "ShopifyTransactionTable")
    #expect(reading.total(.payments) == "2")
    #expect(reading.total(.revenue) == "25.5")
    #expect(reading.total(.refunds) == "8")
    let payments = reading.all.payments
    #expect(payments.map(\.kind) == [.other, .charge, .charge, .charge, .refund, .other, .other])
    #expect(payments.map(\.status) == [.pending, .succeeded, .failed, .succeeded, .succeeded, .cancelled, .succeeded])
    #expect(payments[1].amountMicros == 20_000_000)
    #expect(payments[4].amountMicros == -8_000_000)
    #expect(payments[6].amountMicros == -1_500_000)
    #expect(payments[1].day.description == "2026-01-03")
    #expect(reading.all.skippedRows.map(\.reason) == [.test])
    #expect(reading.summary.problems.map(\.column) == ["kind"])
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("shopify-api/shopify_transaction_data.csv")
    #expect(reading.summary.rowsRead == 5)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.total(.payments) == "5")
    #expect(reading.total(.revenue) == "1473.07")
    #expect(reading.total(.refunds) == "0")
    #expect(reading.all.payments.allSatisfy { $0.currency == Currency("USD") && $0.status == .succeeded })
    #expect(reading.all.payments[0].instant == 1_582_819_537)
    #expect(reading.all.payments[0].orderID == "2181743870023")
  }
}
