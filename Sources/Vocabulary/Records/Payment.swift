/// A movement of money at a payment service. Keyed by the service and its id.
package struct Payment: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var paymentID: String
  package var kind: Kind
  package var day: Day
  /// Seconds since 1970-01-01T00:00:00Z where the offset is known.
  package var instant: Int64?
  /// Nil where the export does not say.
  package var status: Status?
  /// Gross, positive for money that came in.
  package var amountMicros: Int64?
  package var feeMicros: Int64?
  package var netMicros: Int64?
  /// Of this very payment, 0 or more.
  package var refundedMicros: Int64?
  package var taxMicros: Int64?
  package var currency: Currency?
  /// The service's id of the customer.
  package var customerID = ""
  package var email: EmailAddress?
  /// The shop's order or the invoice it pays.
  package var orderID = ""
  /// "card", "paypal", as delivered.
  package var method = ""

  package enum Kind: String, Sendable, CaseIterable { case charge, refund, fee, payout, dispute, transfer, other }
  /// Only what has succeeded is money.
  package enum Status: String, Sendable, CaseIterable { case succeeded, pending, failed, cancelled }

  package init(origin: RecordOrigin, platform: String, paymentID: String, kind: Kind, day: Day) {
    self.origin = origin
    self.platform = platform
    self.paymentID = paymentID
    self.kind = kind
    self.day = day
  }
}
