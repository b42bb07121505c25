import Vocabulary

/// One order that counts: paid, not cancelled, net of refunds, in the shop's currency.
package struct OrderFact: Sendable, Equatable {
  /// Nil for an order that names no customer.
  package var customerID: Int?
  package var day: Day
  package var netMicros: Int64
  package var currency: Currency?
  package var isDiscounted: Bool

  package init(customerID: Int?, day: Day, netMicros: Int64, currency: Currency?, isDiscounted: Bool = false) {
    self.customerID = customerID
    self.day = day
    self.netMicros = netMicros
    self.currency = currency
    self.isDiscounted = isDiscounted
  }
}
