import Vocabulary

/// HubSpot's contacts as a connector copies them from the service: `property_…` columns, times in UTC. Where a digest
/// stands in the place of an address, the contact has none.
struct HubSpotContactTable: SourceFormat {
  static let title = "HubSpot connector table contact"
  static let isVerified = true

  private var columns: ContactColumns

  init?(_ opening: Opening) {
    let columns = ContactColumns(opening.header, names: HubSpotContactTable.names, allowsPseudonyms: true)
    guard columns.has(.contactID), columns.has(.email), columns.has(.created),
      opening.header.keys.contains(where: { $0.hasPrefix("property_") })
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    findings.timeZone = "UTC"
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !columns.isDeleted(record) else { return batch.skip(record, .deleted) }
    var contact = try columns.contact(record, platform: "HubSpot")
    if !contact.sourceDetail.isEmpty { contact.channel = HubSpotSource.channel(contact.sourceDetail) }
    batch.contacts.append(contact)
  }

  private static let names: [ContactColumns.Field: [String]] = [
    .contactID: ["id", "contact_id"], .email: ["property_email"], .phone: ["property_phone"],
    .otherPhone: ["property_mobilephone"], .created: ["property_createdate"], .stage: ["property_lifecyclestage"],
    .country: ["property_country"], .source: ["property_hs_analytics_source"],
    .companyID: ["property_associatedcompanyid"], .company: ["property_company"],
    .merged: ["property_hs_merged_object_ids"], .deleted: ["_fivetran_deleted", "is_deleted"],
  ]
}
