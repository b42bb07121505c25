/// A bill that a customer was sent, in its latest known state. What was paid on it is a payment.
package struct Invoice: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var invoiceID: String
  package var day: Day
  package var customerID = ""
  package var email: EmailAddress?
  package var subscriptionID = ""
  package var number = ""
  package var dueDay: Day?
  /// As delivered, in small letters.
  package var status = ""
  package var subtotalMicros: Int64?
  package var taxMicros: Int64?
  package var totalMicros: Int64?
  package var paidMicros: Int64?
  package var currency: Currency?

  package init(origin: RecordOrigin, platform: String, invoiceID: String, day: Day) {
    self.origin = origin
    self.platform = platform
    self.invoiceID = invoiceID
    self.day = day
  }
}
