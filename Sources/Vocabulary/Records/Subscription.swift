/// A recurring contract in its latest known state.
package struct Subscription: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var subscriptionID: String
  package var customerID = ""
  package var email: EmailAddress?
  package var plan = ""
  /// "month", "year", as delivered in small letters.
  package var interval = ""
  package var quantity: Int64?
  /// For one interval.
  package var amountMicros: Int64?
  package var currency: Currency?
  /// As delivered, in small letters.
  package var status = ""
  package var startDay: Day?
  /// Of the period that is paid.
  package var periodFirstDay: Day?
  package var periodLastDay: Day?
  package var trialEndDay: Day?
  package var canceledDay: Day?
  package var endedDay: Day?

  package init(origin: RecordOrigin, platform: String, subscriptionID: String) {
    self.origin = origin
    self.platform = platform
    self.subscriptionID = subscriptionID
  }
}
