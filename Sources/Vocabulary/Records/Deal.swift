/// A sales opportunity in its latest known state. Keyed by CRM and deal id.
package struct Deal: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// The CRM's own record id; where the export has no ids, company, name and day of creation joined by " / ".
  package var dealID: String
  package var name = ""
  package var pipeline = ""
  /// As delivered.
  package var stage = ""
  /// Nil where the export does not say.
  package var outcome: Outcome?
  package var amountMicros: Int64?
  package var currency: Currency?
  package var createdDay: Day?
  /// Expected while it is open, actual once it is closed.
  package var closeDay: Day?
  /// The CRM's id or name of the colleague.
  package var owner = ""
  package var contactID = ""
  /// The CRM's id of the organisation, its name where the export has no id of it, or "".
  package var companyID = ""
  /// Of the contact, where the export carries it.
  package var email: EmailAddress?
  /// Recorded source, mapped.
  package var channel: Channel?
  package var campaign = ""
  /// The source as delivered, for audit.
  package var sourceDetail = ""

  package enum Outcome: String, Sendable, CaseIterable { case open, won, lost }

  package init(origin: RecordOrigin, platform: String, dealID: String) {
    self.origin = origin
    self.platform = platform
    self.dealID = dealID
  }
}
