import Vocabulary

/// ActiveCampaign, Contacts, Export: one person a record, with tags and, in an export of one list, the state on it.
struct ActiveCampaignContacts: SourceFormat {
  static let title = "ActiveCampaign contacts"
  static let isVerified = false

  private var columns: ContactColumns
  private var members: MembershipColumns

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = ContactColumns(header, names: ActiveCampaignContacts.names)
    guard columns.has(.contactID), columns.has(.email), columns.has(.created),
      header.column(["customer account", "lists", "automations", "contact score"]) != nil,
      !header.contains("create date"), !header.contains("_fivetran_synced")
    else { return nil }
    self.columns = columns
    members = MembershipColumns(
      header, names: ActiveCampaignContacts.memberNames, states: ActiveCampaignContacts.states)
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

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let contact = try columns.contact(record, platform: "ActiveCampaign")
    if contact.email != nil, let state = try members.state(record) {
      batch.listMemberships.append(
        try members.membership(record, platform: "ActiveCampaign", list: "", state: state))
    }
    batch.contacts.append(contact)
  }

  private static let states: [String: ListMembership.State] = [
    "active": .subscribed, "subscribed": .subscribed, "unsubscribed": .unsubscribed, "unconfirmed": .pending,
    "bounced": .cleaned, "1": .subscribed, "2": .unsubscribed, "0": .pending, "3": .cleaned,
  ]

  private static let memberNames: [MembershipColumns.Field: [String]] = [
    .contactID: ["contact id", "id"], .status: ["status"], .optIn: ["subscription date", "date subscribed"],
    .left: ["unsubscription date", "date unsubscribed"], .tags: ["tags"],
  ]

  private static let names = ContactWords.names([
    .contactID: ["contact id", "id"], .created: ["date created", "date added", "created timestamp"],
    .company: ["customer account", "account", "organization"],
  ])
}
