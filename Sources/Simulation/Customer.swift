/// A person who buys at the simulated shop, with what nobody can observe about them.
package struct Customer: Sendable {
  /// Position in the order of joining; the index into `Business.customers`.
  package let index: Int
  /// Index into `Segment.all`.
  package let segment: Int
  /// Orders a week while they are customers, cancelled ones included.
  package let orderRate: Double
  /// Chance of leaving, per week.
  package let hazard: Double
  let priceTilt: Double
  let discountChance: Double
  let returnChance: Double
  let favourite: Int
  /// Days since the start of the first day; the first order is placed then.
  let joined: Double
  package var joinedDay: Int { Int(joined) }
  /// When they left, which may lie after the last day.
  let left: Double
  /// Index into `ArrivalSource.all`.
  package let source: Int
  package let recorded: RecordedSource
  /// Bought without an account, and never became a CRM contact.
  package let isGuest: Bool
  package let firstName: String
  package let lastName: String
  package let email: String
  /// ISO 3166.
  package let country: String
}

/// An order at the simulated shop.
package struct Order: Sendable {
  struct Line: Sendable {
    /// Index into the catalogue's products.
    let product: Int
    var quantity: Int
    let isReturned: Bool
  }

  /// Index into `Business.customers`.
  package let customer: Int
  /// Days since the start of the first day, in local time before the clock's daily rhythm.
  let time: Double
  var lines: [Line]
  let discountPercent: Int
  let discountCode: String
  package let isCancelled: Bool
  /// As typed at the checkout; empty where none was asked for.
  let email: String
  let shippingPence: Int
  package let subtotalPence: Int
  package let discountPence: Int
  /// Goods sent back; for a cancelled order everything that was paid.
  package let refundedPence: Int

  /// Days since the first day.
  package var dayIndex: Int { Int(time) }
  static func precedes(_ a: Order, _ b: Order) -> Bool { a.time != b.time ? a.time < b.time : a.customer < b.customer }
  var totalPence: Int { subtotalPence + shippingPence }
  /// After discounts and refunds; nothing for a cancelled order.
  package var netPence: Int { isCancelled ? 0 : subtotalPence - refundedPence }
}
