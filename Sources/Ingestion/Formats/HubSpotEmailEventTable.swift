import Vocabulary

/// What became of HubSpot's marketing e-mails, as a connector copies it: one event of one recipient a record, in UTC.
///
/// Only this table holds facts: those of openings, clicks and bounces add a browser or an answer to its events under the
/// same ids. Events that the account has filtered out of its own reports are left out. A recipient may be a digest; it
/// then stands as the person's id, so that one person's events stay one person's.
struct HubSpotEmailEventTable: SourceFormat {
  static let title = "HubSpot connector table email_event"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case eventID, kind, created, campaignID, recipient, filtered, deleted
  }

  private static let names: [Field: [String]] = [
    .eventID: ["id"], .kind: ["type"], .created: ["created"], .campaignID: ["email_campaign_id"],
    .recipient: ["recipient"], .filtered: ["filtered_event"], .deleted: ["_fivetran_deleted"],
  ]

  private static let kinds: [String: EmailEvent.Kind] = [
    "sent": .sent, "delivered": .delivered, "open": .open, "click": .click, "bounce": .bounce,
    "spamreport": .complaint,
  ]

  private let map: ColumnMap<Field>
  private var created: DateColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: HubSpotEmailEventTable.names)
    guard map.has(.eventID), map.has(.kind), map.has(.campaignID), map.has(.recipient),
      let created = DateColumn(map[.created], name: map.name(.created))
    else { return nil }
    self.map = map
    self.created = created
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { created.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try created.settle(options, file: file)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.campaignID))\" and \"\(map.name(.recipient))\""
    findings.columns = map.meanings
    findings.timeZone = "UTC"
    findings.window = created.window
    findings.metrics = [.events, .emails, .opens, .clicks]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard FlagCell.value(record, map[.deleted]) != true else { return batch.skip(record, .deleted) }
    guard FlagCell.value(record, map[.filtered]) != true else { return batch.skip(record, .filtered) }
    guard let date = try created.date(record) else {
      throw RowProblem(column: map.name(.created), found: "an empty cell", expected: "the moment of the event")
    }
    let kind = HubSpotEmailEventTable.kinds[Header.key(record.text(map[.kind])).key] ?? .other
    var event = EmailEvent(
      origin: RecordOrigin(record), platform: "HubSpot",
      eventID: try IdentifierCell.text(record, map[.eventID], name: map.name(.eventID)), kind: kind, day: date.day)
    event.instant = date.instantUTC
    let recipient = record.text(map[.recipient])
    if PersonalCell.isPseudonym(recipient) {
      event.contactID = recipient
    } else {
      event.email = try PersonalCell.email(record, map[.recipient], name: map.name(.recipient))
    }
    event.campaignID = record.text(map[.campaignID])
    event.campaign = event.campaignID
    batch.emailEvents.append(event)
  }
}
