import Vocabulary

/// Things that happened on a website, a row each.
struct WebEventMapping: MappedKind {
  static let title = "website events"

  static let fields: [KindField] = [
    KindField(.name, .text, "event|event name|event type|name|ereignis"),
    KindField(.day, .day, "date|event date|timestamp|event time|time|datum|zeit|fecha"),
    KindField(.platform, .text, "tool|analytics tool"),
    KindField(.account, .text, "property|site|website|domain"),
    KindField(.visitorID, .id, "visitor id|client id|user pseudo id|anonymous id|distinct id|besucher id"),
    KindField(.userID, .id, "user id|customer id|kundennummer"),
    KindField(.sessionID, .id, "session id|visit id|ga session id|user session"),
    KindField(.page, .text, "page|url|page location|page path|seite"),
    KindField(.source, .text, "source|utm source|quelle"),
    KindField(.medium, .text, "medium|utm medium"),
    KindField(.campaign, .text, "campaign|utm campaign|kampagne"),
    KindField(.country, .text, "country|land|país|pays"),
    KindField(.device, .text, "device|device category|gerät"),
    KindField(.transactionID, .id, "transaction id|order id|bestellnummer"),
    KindField(.amount, .money, "value|event value|revenue|purchase revenue|wert|price"),
    KindField(.currency, .currency, "currency|währung"),
  ]

  static let needs: [[TableField]] = [[.name], [.day], [.visitorID, .userID, .sessionID]]
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.events]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try row.requiredDate(.day)
    var event = WebEvent(
      origin: row.countedOrigin, tool: row.platform, property: row.text(.account), name: row.text(.name), day: date.day)
    event.instantMicros = date.instant.map { $0 * Micros.perUnit }
    event.visitorID = try row.id(.visitorID)
    event.userID = try row.id(.userID)
    event.sessionID = try row.id(.sessionID)
    event.page = row.path(.page)
    event.source = row.text(.source)
    event.medium = row.text(.medium)
    event.campaign = row.text(.campaign)
    event.country = row.text(.country)
    event.device = row.text(.device)
    event.transactionID = try row.id(.transactionID)
    event.valueMicros = try row.micros(.amount)
    event.currency = try row.currency(of: [.amount])
    batch.webEvents.append(event)
  }
}
