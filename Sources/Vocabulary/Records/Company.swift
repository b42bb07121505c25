/// An organisation in a CRM.
package struct Company: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// The CRM's own record id, or the name where the export has no ids.
  package var companyID: String
  package var name = ""
  package var domain = ""
  package var industry = ""
  package var country = ""
  package var createdDay: Day?

  package init(origin: RecordOrigin, platform: String, companyID: String) {
    self.origin = origin
    self.platform = platform
    self.companyID = companyID
  }
}
