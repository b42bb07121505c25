import Vocabulary

/// HubSpot, Contacts, Export as CSV: one person a record, with the first source HubSpot recorded.
///
/// The campaign lies in a drill-down that depends on the source: the first for paid search and e-mail, the second for
/// paid social.
struct HubSpotContacts: SourceFormat {
  static let title = "HubSpot contacts"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case contactID, email, created, stage, country, source, drillDown1, drillDown2
  }

  private static let names: [Field: [String]] = [
    .contactID: ["record id", "record id - contact", "contact id"],
    .email: ["email", "email address"],
    .created: ["create date"],
    .stage: ["lifecycle stage"],
    .country: ["country/region", "country"],
    .source: ["original source", "original traffic source", "original source type"],
    .drillDown1: [
      "original source drill-down 1", "original traffic source drill-down 1", "original source data 1",
    ],
    .drillDown2: [
      "original source drill-down 2", "original traffic source drill-down 2", "original source data 2",
    ],
  ]

  private static let channels: [String: Channel] = [
    "organic search": .organicSearch, "paid search": .paidSearch, "email marketing": .email,
    "organic social": .organicSocial, "social media": .organicSocial, "paid social": .paidSocial,
    "referrals": .referral, "referral": .referral, "direct traffic": .direct, "offline sources": .offline,
    "offline": .offline, "other campaigns": .other, "ai referrals": .referral, "unknown": .unknown,
  ]

  private let map: ColumnMap<Field>
  private var created: DateColumn?

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: HubSpotContacts.names)
    guard map.has(.contactID), map.has(.email), map.has(.created) || map.has(.stage) || map.has(.source)
    else { return nil }
    self.map = map
    created = DateColumn(map[.created], name: map.name(.created))
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { created?.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try created?.settle(options, file: file)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.contactID))\" and \"\(map.name(.email))\""
    findings.columns = map.meanings
    findings.timeZone = options.timeZone
    findings.window = created?.window
    findings.metrics = [.contacts]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let id = record.text(map[.contactID])
    guard !id.isEmpty else {
      throw RowProblem(column: map.name(.contactID), found: "an empty cell", expected: "the record's id")
    }
    var contact = Contact(
      origin: RecordOrigin(line: record.line), platform: "HubSpot", contactID: id,
      email: try PersonalCell.email(record, map[.email], name: map.name(.email)))
    contact.createdDay = try created?.date(record)?.day
    contact.lifecycleStage = record.text(map[.stage])
    contact.country = record.text(map[.country])
    let source = record.text(map[.source])
    let details = [record.text(map[.drillDown1]), record.text(map[.drillDown2])]
    if !source.isEmpty { contact.channel = HubSpotContacts.channel(source, medium: details[1]) }
    switch contact.channel {
    case .paidSearch, .email, .display, .other: contact.campaign = details[0]
    case .paidSocial: contact.campaign = details[1]
    default: break
    }
    contact.sourceDetail = ([source] + details).filter { !$0.isEmpty }.joined(separator: " / ")
    batch.contacts.append(contact)
  }

  /// Exports carry the label ("Paid Search"), the interface the internal name (`PAID_SEARCH`).
  /// HubSpot has no source of its own for display: it files a tagged visit it cannot place under "Other Campaigns",
  /// with "source / medium" in the second drill-down.
  private static func channel(_ source: String, medium: String) -> Channel {
    let known = channels[Header.key(source.replacing("_", with: " ")).key] ?? .other
    guard known == .other, let medium = medium.split(separator: "/").last else { return known }
    return ["display", "banner", "cpm"].contains(Header.key(String(medium)).key) ? .display : .other
  }
}
