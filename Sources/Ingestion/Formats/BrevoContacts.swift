import Vocabulary

/// Brevo (formerly Sendinblue), Contacts, Export: attributes in capitals, one person a record.
struct BrevoContacts: SourceFormat {
  static let title = "Brevo contacts"
  static let isVerified = false

  private var columns: ContactColumns
  private var members: MembershipColumns

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = ContactColumns(header, names: BrevoContacts.names)
    let hasMoments = columns.has(.created) && header.column(["added_time", "modified_time"]) != nil
    let hasChannels = columns.has(.contactID) && header.column(["landline_number", "whatsapp"]) != nil
    guard columns.has(.email), hasMoments || hasChannels else { return nil }
    self.columns = columns
    members = MembershipColumns(header, names: BrevoContacts.memberNames)
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) {
    columns.survey(record)
    members.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    let consent = try members.settle(options, file: file)
    let findings = try columns.settle(options, file: file)
    return members.has(.status) ? findings.completed(by: consent) : findings
  }

  /// Whoever is on the block list gets no mail, whatever the reason; the export does not tell one from another.
  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let contact = try columns.contact(record, platform: "Brevo")
    if contact.email != nil, let isBlocked = FlagCell.value(record, members.map[.status]) {
      batch.listMemberships.append(
        try members.membership(record, platform: "Brevo", list: "", state: isBlocked ? .unsubscribed : .subscribed))
    }
    batch.contacts.append(contact)
  }

  private static let memberNames: [MembershipColumns.Field: [String]] = [
    .contactID: ["contact id"],
    .status: ["email_blocklisted", "email_blacklisted", "blocklisted", "blacklisted", "email blocklisted"],
    .optIn: ["added_time"],
  ]

  private static let names = ContactWords.names([
    .contactID: ["contact id", "contact_id", "id"], .phone: ["sms", "whatsapp"], .created: ["added_time"],
    .company: ["company", "company_name"],
  ])
}
