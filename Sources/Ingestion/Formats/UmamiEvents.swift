import Vocabulary

/// Umami, a website's data exported: `website_event.csv`, a page seen or an event a row, in UTC.
///
/// Umami's session is a browser in a month and its visit what others call a session. Its form is known from public readers
/// of it; no real file stands behind it yet.
struct UmamiEvents: SourceFormat {
  static let title = "Umami events"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case website, visitor, session, host, page, source, medium, campaign, referrer, country, device, kind, name, user
    case moment
  }

  private static let names: [Field: [String]] = [
    .website: ["website_id"], .visitor: ["session_id"], .session: ["visit_id"], .host: ["hostname"],
    .page: ["url_path"], .source: ["utm_source"], .medium: ["utm_medium"], .campaign: ["utm_campaign"],
    .referrer: ["referrer_domain"], .country: ["country"], .device: ["device"], .kind: ["event_type"],
    .name: ["event_name"], .user: ["distinct_id"], .moment: ["created_at"],
  ]
  private static let clickIDs = ["gclid", "fbclid", "msclkid", "ttclid", "li_fat_id", "twclid"]

  private let map: ColumnMap<Field>
  private let clicks: [(name: String, index: Int)]
  private var moment: DateColumn
  private var hosts: Set<String> = []

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: UmamiEvents.names)
    guard map.has(.website), map.has(.visitor), map.has(.page), map.has(.kind) || map.has(.name), !opening.isJSON,
      let moment = DateColumn(map[.moment], name: map.name(.moment))
    else { return nil }
    self.map = map
    self.moment = moment
    clicks = UmamiEvents.clickIDs.compactMap { name in opening.header.column([name]).map { (name, $0) } }
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    moment.survey(record)
    if hosts.count < 2 { hosts.insert(host(record)) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try moment.settle(options, file: file)
    var findings = Findings(map, knownBy: [.visitor, .moment], options)
    for (_, index) in clicks { findings.columns[index].meaning = "clickID" }
    findings.timeZone = "UTC"
    findings.window = moment.window
    findings.account = hosts.count == 1 ? hosts.first : nil
    findings.metrics = [.events]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try moment.required(record)
    let named = record.text(map[.name])
    var event = WebEvent(
      origin: RecordOrigin(counted: record), tool: "Umami", property: host(record),
      name: named.isEmpty ? record.text(map[.kind]) == "2" ? "event" : "page_view" : named, day: date.day)
    event.instantMicros = date.instantUTC.map { $0 * Micros.perUnit }
    event.visitorID = try IdentifierCell.text(record, map[.visitor], name: map.name(.visitor))
    event.sessionID = try IdentifierCell.text(record, map[.session], name: map.name(.session))
    event.userID = try IdentifierCell.text(record, map[.user], name: map.name(.user))
    event.page = record.text(map[.page])
    event.source = record.text(map[.source])
    event.medium = record.text(map[.medium])
    event.campaign = record.text(map[.campaign])
    event.clickID = clicks.first { !BlankText.isMissing(record[$0.index]) }?.name ?? ""
    let referrer = record.text(map[.referrer]).lowercased()
    event.referrer = referrer == host(record) ? "" : referrer
    event.country = record.text(map[.country])
    event.device = record.text(map[.device]).lowercased()
    batch.webEvents.append(event)
  }

  /// A site that names no host is told from others by its id.
  private func host(_ record: RawRecord) -> String {
    let host = record.text(map[.host]).lowercased()
    return host.isEmpty ? record.text(map[.website]) : host
  }
}
