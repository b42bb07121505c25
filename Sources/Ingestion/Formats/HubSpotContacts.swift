import Vocabulary

/// HubSpot, Contacts, Export as CSV: one person a record, with the first source HubSpot recorded.
///
/// The campaign lies in a drill-down that depends on the source: the first for paid search and e-mail, the second for
/// paid social.
struct HubSpotContacts: SourceFormat {
  static let title = "HubSpot contacts"
  static let isVerified = false

  private var columns: ContactColumns
  private let drillDowns: [Int?]

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = ContactColumns(header, names: HubSpotContacts.names)
    guard HubSpotObject(header) == .contact, columns.has(.contactID), columns.has(.email),
      columns.has(.created) || columns.has(.stage) || columns.has(.source)
        || header.column(["marketing contact status", "last activity date"]) != nil
        || (header.contains("contact owner") && header.column(HubSpotContacts.otherTools) == nil)
    else { return nil }
    self.columns = columns
    drillDowns = HubSpotContacts.drillDownNames.map { header.column($0) }
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    for (place, column) in drillDowns.enumerated() {
      if let column { findings.columns[column].meaning = "drillDown\(place + 1)" }
    }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !columns.isDeleted(record) else { return batch.skip(record, .deleted) }
    var contact = try columns.contact(record, platform: "HubSpot")
    let source = contact.sourceDetail
    let details = drillDowns.map { record.text($0) }
    if !source.isEmpty { contact.channel = HubSpotSource.channel(source, medium: details[1]) }
    switch contact.channel {
    case .paidSearch, .email, .display, .other: contact.campaign = details[0]
    case .paidSocial: contact.campaign = details[1]
    default: break
    }
    contact.sourceDetail = ([source] + details).filter { !$0.isEmpty }.joined(separator: " / ")
    batch.contacts.append(contact)
    if let refusal = columns.refusal(record, of: contact) { batch.listMemberships.append(refusal) }
  }

  /// Of CRM tools that call ids and owners alike.
  private static let otherTools = ["account name", "created time", "contact owner.id"]

  private static let drillDownNames: [[String]] = [
    [
      "original source drill-down 1", "original traffic source drill-down 1", "original source data 1",
      "hs_analytics_source_data_1",
    ],
    [
      "original source drill-down 2", "original traffic source drill-down 2", "original source data 2",
      "hs_analytics_source_data_2",
    ],
  ]

  private static let names = ContactWords.names([
    .contactID: ["record id - contact", "datensatz-id - kontakt"] + HubSpotObject.ids,
    .created: [
      "create date", "createdate", "erstelldatum", "erstellungsdatum", "fecha de creación", "date de création",
    ],
    .stage: [
      "lifecycle stage", "lifecyclestage", "lifecycle-phase", "etapa del ciclo de vida", "phase du cycle de vie",
    ],
    .optOut: ["unsubscribed from all email", "hs_email_optout", "opted out of all email"],
    .source: ["original source", "original traffic source", "original source type", "hs_analytics_source"],
    .companyID: [
      "record id - company", "associated company ids (primary)", "primary associated company id",
      "associated company ids", "associated company id", "associatedcompanyid",
    ],
    .company: ["associated company (primary)", "associated company", "company name", "company"],
    .merged: ["merged object ids", "merged contact ids", "merged record ids", "hs_merged_object_ids"],
  ])
}
