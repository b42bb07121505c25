import Vocabulary

/// Klaviyo's persons as a connector copies them from the service, times in UTC.
struct KlaviyoPersonTable: SourceFormat {
  static let title = "Klaviyo connector table person"
  static let isVerified = true

  private var columns: ContactColumns

  init?(_ opening: Opening) {
    let columns = ContactColumns(opening.header, names: KlaviyoPersonTable.names, allowsPseudonyms: true)
    guard columns.has(.contactID), columns.has(.email), columns.has(.created), columns.has(.phone),
      opening.header.contains("_fivetran_synced"), opening.header.keys.contains(where: { $0.hasPrefix("custom_") })
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
    var contact = try columns.contact(record, platform: "Klaviyo")
    contact.channel = LeadSource.channel(contact.sourceDetail)
    batch.contacts.append(contact)
  }

  private static let names: [ContactColumns.Field: [String]] = [
    .contactID: ["id"], .email: ["email"], .phone: ["phone_number"], .created: ["created"], .country: ["country"],
    .source: ["custom_source"], .company: ["organization"], .deleted: ["_fivetran_deleted"],
  ]
}
