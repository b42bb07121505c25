import Vocabulary

/// Salesforce, contacts or leads: files of the Data Loader with names of the programming interface, or exports of a
/// report with its labels.
struct SalesforceContacts: SourceFormat {
  static let title = "Salesforce contacts or leads"
  static let isVerified = false

  private var columns: ContactColumns
  private let isFromInterface: Bool

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = ContactColumns(header, names: SalesforceContacts.names)
    isFromInterface =
      header.contains("lastname") && header.contains("id") && header.column(SalesforceContacts.compounds) != nil
    let isReport =
      header.column(["contact id", "lead id"]) != nil
      && header.column(["lead source", "account name", "lead status"]) != nil
      && !header.contains("opportunity name")
    // Reports rarely show ids; a contact is then known by the address. Other tools with accounts have ids of their own.
    let isWithoutID =
      header.contains("account name") && header.keys.contains { $0.hasPrefix("mailing ") }
      && !columns.has(.contactID) && !header.contains("record id")
    let isOfLeads = header.contains("lead owner") && header.contains("company / account")
    guard columns.has(.email), columns.has(.contactID) ? isFromInterface || isReport : isWithoutID || isOfLeads else {
      return nil
    }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    if isFromInterface { findings.timeZone = "UTC" }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !columns.isDeleted(record) else { return batch.skip(record, .deleted) }
    var contact = try columns.contact(record, platform: "Salesforce")
    if columns.has(.contactID) { contact.contactID = SalesforceID.full(contact.contactID) }
    contact.companyID = SalesforceID.full(contact.companyID)
    contact.channel = LeadSource.channel(contact.sourceDetail)
    batch.contacts.append(contact)
    if let refusal = columns.refusal(record, of: contact) { batch.listMemberships.append(refusal) }
  }

  private static let compounds = [
    "accountid", "leadsource", "isconverted", "createddate", "systemmodstamp", "ownerid", "mailingcountry", "isdeleted",
    "hasoptedoutofemail",
  ]

  private static let names: [ContactColumns.Field: [String]] = [
    .contactID: ["id", "contact id", "lead id"], .email: ["email"], .phone: ["phone"],
    .otherPhone: ["mobilephone", "mobile"], .created: ["createddate", "created date", "create date"],
    .stage: ["status", "lead status"], .country: ["country", "mailingcountry", "mailing country"],
    .source: ["leadsource", "lead source"], .companyID: ["accountid", "account id"],
    .company: ["company", "account.name", "account name", "company / account"], .deleted: ["isdeleted"],
    .optOut: ["hasoptedoutofemail", "email opt out"],
  ]
}
