/// A person in a CRM, with the first source that the CRM recorded for them.
package struct Contact: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// The CRM's own record id, as text, or the address where the export has no ids.
  package var contactID: String
  package var email: EmailAddress?
  package var phone: PhoneNumber?
  package var createdDay: Day?
  package var lifecycleStage: String
  package var country: String
  /// Recorded first source, mapped to a channel; nil when the export has no such column or the cell is empty.
  package var channel: Channel?
  package var campaign: String
  /// The CRM's id of the organisation, its name where the export has no id of it, or "".
  package var companyID = ""
  /// Ids of records that the CRM has merged into this one.
  package var mergedIDs: [String] = []
  /// The source and its drill-downs as delivered, for audit.
  package var sourceDetail: String

  package init(origin: RecordOrigin, platform: String, contactID: String, email: EmailAddress?) {
    self.origin = origin
    self.platform = platform
    self.contactID = contactID
    self.email = email
    lifecycleStage = ""
    country = ""
    campaign = ""
    sourceDetail = ""
  }
}
