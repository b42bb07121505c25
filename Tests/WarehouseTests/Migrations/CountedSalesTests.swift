import Testing
import Vocabulary

@testable import Warehouse

/// The view that people count sales by, and the query that the report counts them by, on amounts worked out by hand.
@Suite struct CountedSalesTests {
  private func priced(
    _ id: String, subtotal: Int64, shipping: Int64?, taxes: Int64?, total: Int64, refunded: Int64? = nil
  ) -> CustomerOrder {
    var order = order(id, "2026-09-01", email: nil, line: Int(id).map { $0 + 1 } ?? 2, subtotal: nil)
    order.subtotalMicros = subtotal * 10_000
    order.shippingMicros = shipping.map { $0 * 10_000 }
    order.taxMicros = taxes.map { $0 * 10_000 }
    order.totalMicros = total * 10_000
    order.refundedMicros = refunded.map { $0 * 10_000 }
    return order
  }

  /// Net in hundredths, by order.
  private func nets(_ scratch: Scratch) throws -> [String: Int64] {
    let answer = try scratch.warehouse.queryRows(
      "SELECT orderID, netMicros / 10000, netMicros % 10000 FROM readableSale")
    var nets: [String: Int64] = [:]
    for row in answer.rows {
      guard case .text(let id) = row[0], case .integer(let net) = row[1] else { continue }
      #expect(row[2] == .integer(0))
      nets[id] = net
    }
    let counted = try CustomerOrders.fetch(upTo: nil, from: scratch.warehouse).map(\.netMicros).reduce(0, +)
    #expect(counted == nets.values.reduce(0, +) * 10_000)
    return nets
  }

  /// 119.00 with 19 % in it and nothing shipped: 119.00 − 19.00. 30.60 and 3.95 of shipping with 5.76 in both:
  /// 5.76 · 30.60 / 34.55 = 5.1015, so 30.60 − 5.10. 100.00 with 19.00 on top and 5.00 of shipping: 100.00. Without taxes, and
  /// with a total of another kind, nothing is known to be in the price.
  @Test func taxesInThePriceAreNoRevenue() throws {
    let scratch = try Scratch()
    try scratch.load(
      Export(
        "orders",
        orders: [
          priced("1", subtotal: 11_900, shipping: 0, taxes: 1_900, total: 11_900),
          priced("2", subtotal: 3_060, shipping: 395, taxes: 576, total: 3_455),
          priced("3", subtotal: 10_000, shipping: 500, taxes: 1_900, total: 12_400),
          priced("4", subtotal: 5_000, shipping: nil, taxes: nil, total: 5_000),
          priced("5", subtotal: 5_000, shipping: 500, taxes: 800, total: 5_700),
          priced("6", subtotal: 11_900, shipping: nil, taxes: 1_900, total: 11_900),
        ]))
    #expect(
      try nets(scratch) == ["1": 10_000, "2": 2_550, "3": 10_000, "4": 5_000, "5": 5_000, "6": 10_000])
  }

  /// 119.00 with 19.00 in it, of which 59.50 went back: 59.50 are kept, and 9.50 of them are tax. All of it back: nothing.
  @Test func refundsOfPricesWithTaxTakeTheirTaxAlong() throws {
    let scratch = try Scratch()
    try scratch.load(
      Export(
        "orders",
        orders: [
          priced("1", subtotal: 11_900, shipping: 0, taxes: 1_900, total: 11_900, refunded: 5_950),
          priced("2", subtotal: 11_900, shipping: 500, taxes: 1_980, total: 12_400, refunded: 12_400),
        ]))
    #expect(try nets(scratch) == ["1": 5_000, "2": 0])
  }

  /// Taxes on top, and in the money given back. 100.00 and 8.25 of taxes, of which 54.125 would be half; 54.13 hold
  /// 54.13 · 8.25 / 108.25 = 4.1254: 100.00 − 50.00. 100.00, 10.00 of shipping and 11.00 of taxes, of which 60.50 went
  /// back with 5.50 in it: 100.00 − 55.00. All of it back, with shipping or without, and more than all of it: nothing.
  /// 115.00 of 121.00 hold 10.4545, and 100.00 − 104.55 is none; 108.90 of them hold 9.90, and 1.00 is left. Without a
  /// subtotal 121.00 − 10.00 − 11.00 stands in. Where the total has something else in it, the whole refund goes off.
  @Test func refundsWithTaxOnTopTakeItAlong() throws {
    let scratch = try Scratch()
    var withoutSubtotal = priced("8", subtotal: 0, shipping: 1_000, taxes: 1_100, total: 12_100, refunded: 6_050)
    withoutSubtotal.subtotalMicros = nil
    try scratch.load(
      Export(
        "orders",
        orders: [
          priced("1", subtotal: 10_000, shipping: nil, taxes: 825, total: 10_825, refunded: 5_413),
          priced("2", subtotal: 10_000, shipping: 1_000, taxes: 1_100, total: 12_100, refunded: 6_050),
          priced("3", subtotal: 10_000, shipping: 0, taxes: 825, total: 10_825, refunded: 10_825),
          priced("4", subtotal: 10_000, shipping: 1_000, taxes: 1_100, total: 12_100, refunded: 12_100),
          priced("5", subtotal: 10_000, shipping: 0, taxes: 825, total: 10_825, refunded: 20_000),
          priced("6", subtotal: 10_000, shipping: 1_000, taxes: 1_100, total: 12_100, refunded: 11_500),
          priced("7", subtotal: 10_000, shipping: 1_000, taxes: 1_100, total: 12_100, refunded: 10_890),
          withoutSubtotal,
          priced("9", subtotal: 10_000, shipping: 0, taxes: 825, total: 11_325, refunded: 5_000),
        ]))
    #expect(
      try nets(scratch)
        == ["1": 5_000, "2": 4_500, "3": 0, "4": 0, "5": 0, "6": 0, "7": 100, "8": 4_500, "9": 5_000])
  }

  /// Order 1 states 10 itself, order 2 is in the refunds with 20 and 5, order 3 in the payments with 7 (and 3 that
  /// failed); 4 has a refund of another shop, 5 one in other money, 6 one of an unknown amount and 8 as a payment.
  @Test func refundsCountOnceFromWhereverTheyStand() throws {
    let scratch = try Scratch()
    var batch = CanonicalBatch()
    func refund(_ id: String, of order: String, _ units: Int64?, shop: String = "", currency: String = "EUR") {
      var refund = Refund(
        origin: RecordOrigin(line: batch.refunds.count + 2), platform: "Shop", shop: shop, refundID: id,
        day: Day(number: 20_000))
      refund.orderID = order
      refund.amountMicros = units.map { $0 * Micros.perUnit }
      refund.currency = Currency(currency)
      batch.refunds.append(refund)
    }
    func payment(_ id: String, of order: String, _ units: Int64, _ kind: Payment.Kind, _ status: Payment.Status) {
      var payment = Payment(
        origin: RecordOrigin(line: batch.payments.count + 102), platform: "Shop", paymentID: id, kind: kind,
        day: Day(number: 20_000))
      payment.orderID = order
      payment.amountMicros = units * Micros.perUnit
      payment.currency = Currency("EUR")
      payment.status = status
      batch.payments.append(payment)
    }
    refund("a", of: "1", 10)
    refund("b", of: "2", 20)
    refund("c", of: "2", 5)
    refund("d", of: "4", 20, shop: "another")
    refund("e", of: "5", 20, currency: "USD")
    refund("f", of: "6", nil)
    payment("a", of: "2", -25, .refund, .succeeded)
    payment("b", of: "3", -7, .refund, .succeeded)
    payment("c", of: "3", -3, .refund, .failed)
    payment("d", of: "3", 100, .charge, .succeeded)
    payment("e", of: "6", -8, .refund, .succeeded)
    batch.rowsRead = batch.refunds.count + batch.payments.count
    let orders = (1...6).map {
      order("\($0)", "2026-09-01", email: nil, line: $0 + 1, subtotal: 100, refunded: $0 == 1 ? 10 : nil)
    }
    try scratch.load(Export("orders", orders: orders))
    try scratch.load(Export("refunds", [batch]))
    #expect(try nets(scratch) == ["1": 9_000, "2": 7_500, "3": 9_300, "4": 10_000, "5": 10_000, "6": 9_200])
  }
}
