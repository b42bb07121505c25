/// Who takes part in a deal.
package struct DealContact: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var dealID: String
  package var contactID: String
  package var role = ""

  package init(origin: RecordOrigin, platform: String, dealID: String, contactID: String) {
    self.origin = origin
    self.platform = platform
    self.dealID = dealID
    self.contactID = contactID
  }
}
