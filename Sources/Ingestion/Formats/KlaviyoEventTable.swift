import Vocabulary

/// Klaviyo's events as a connector copies them from the service: one event of one person a record, in UTC.
///
/// Events of e-mail are facts. Others (orders, visits, messages to telephones) are the shop's or the website's own, which
/// Klaviyo was only told of; they are left out as another kind, or one order would count twice.
struct KlaviyoEventTable: SourceFormat {
  static let title = "Klaviyo connector table event"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case eventID, person, kind, moment, campaignID, campaign, link, deleted
  }

  private static let names: [Field: [String]] = [
    .eventID: ["id"], .person: ["person_id"], .kind: ["type"], .moment: ["datetime", "timestamp"],
    .campaignID: ["campaign_id"], .campaign: ["property_campaign_name"], .link: ["property_url"],
    .deleted: ["_fivetran_deleted"],
  ]

  private static let kinds: [String: EmailEvent.Kind] = [
    "received email": .delivered, "opened email": .open, "clicked email": .click, "bounced email": .bounce,
    "dropped email": .other, "marked email as spam": .complaint, "unsubscribed": .unsubscribe,
    "unsubscribed from list": .unsubscribe, "unsubscribed from email marketing": .unsubscribe,
  ]

  private let map: ColumnMap<Field>
  private var moment: DateColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: KlaviyoEventTable.names)
    guard map.has(.eventID), map.has(.person), map.has(.kind), opening.header.contains("metric_id"),
      let moment = DateColumn(map[.moment], name: map.name(.moment))
    else { return nil }
    self.map = map
    self.moment = moment
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { moment.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try moment.settle(options, file: file)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.person))\" and \"metric_id\""
    findings.columns = map.meanings
    findings.timeZone = "UTC"
    findings.window = moment.window
    findings.metrics = [.events, .emails, .opens, .clicks]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard FlagCell.value(record, map[.deleted]) != true else { return batch.skip(record, .deleted) }
    guard let kind = KlaviyoEventTable.kinds[Header.key(record.text(map[.kind])).key] else {
      return batch.skip(record, .otherKind)
    }
    guard let date = try moment.date(record) else {
      throw RowProblem(column: map.name(.moment), found: "an empty cell", expected: "the moment of the event")
    }
    var event = EmailEvent(
      origin: RecordOrigin(record), platform: "Klaviyo",
      eventID: try IdentifierCell.text(record, map[.eventID], name: map.name(.eventID)), kind: kind, day: date.day)
    event.instant = date.instantUTC
    event.contactID = try IdentifierCell.text(record, map[.person], name: map.name(.person))
    event.campaignID = record.text(map[.campaignID])
    let name = record.text(map[.campaign])
    event.campaign = name.isEmpty ? event.campaignID : name
    event.link = String(record.text(map[.link]).prefix { $0 != "?" && $0 != "#" })
    batch.emailEvents.append(event)
  }
}
