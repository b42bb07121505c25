import Vocabulary

/// Zoho CRM, Leads or Contacts, Export: ids such as `zcrm_511000…`.
struct ZohoLeads: SourceFormat {
  static let title = "Zoho CRM leads or contacts"
  static let isVerified = false

  private var columns: ContactColumns

  init?(_ opening: Opening) {
    let columns = ContactColumns(opening.header, names: ZohoLeads.names)
    guard columns.has(.contactID), columns.has(.email),
      opening.header.column(["lead owner", "contact owner", "lead owner.id", "contact owner.id"]) != nil,
      opening.header.column(["lead source", "created time"]) != nil
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var contact = try columns.contact(record, platform: "Zoho CRM")
    contact.channel = LeadSource.channel(contact.sourceDetail)
    batch.contacts.append(contact)
    if let refusal = columns.refusal(record, of: contact) { batch.listMemberships.append(refusal) }
  }

  private static let names: [ContactColumns.Field: [String]] = [
    .contactID: ["record id"], .email: ["email"], .otherEmail: ["secondary email"],
    .phone: ["phone"], .otherPhone: ["mobile"], .created: ["created time"], .stage: ["lead status"],
    .country: ["country", "mailing country"], .source: ["lead source"], .optOut: ["email opt out"],
    .companyID: ["account name.id"],
    .company: ["company", "account name"],
  ]
}
