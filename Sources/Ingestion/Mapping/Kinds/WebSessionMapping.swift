import Vocabulary

/// Visits to a website, a row each.
struct WebSessionMapping: MappedKind {
  static let title = "website visits"

  static let fields: [KindField] = [
    KindField(.sessionID, .id, "session id|visit id|ga session id|sitzungs id|besuchs id"),
    KindField(.day, .day, "date|session start|start time|started at|visit time|timestamp|datum|zeit|fecha"),
    KindField(.platform, .text, "tool|analytics tool"),
    KindField(.account, .text, "property|site|website|domain"),
    KindField(.visitorID, .id, "visitor id|client id|user pseudo id|fullvisitorid|besucher id"),
    KindField(.userID, .id, "user id|customer id|kundennummer"),
    KindField(.seconds, .duration, "duration|session duration|visit duration|dauer"),
    KindField(.views, .count, "pageviews|page views|views|pages|seitenaufrufe"),
    KindField(.events, .count, "events|event count|ereignisse"),
    KindField(.conversions, .count, "conversions|goals|key events"),
    KindField(.revenue, .money, "revenue|purchase revenue|umsatz"),
    KindField(.currency, .currency, "currency|währung"),
    KindField(.source, .text, "source|utm source|traffic source|quelle"),
    KindField(.medium, .text, "medium|utm medium"),
    KindField(.campaign, .text, "campaign|utm campaign|kampagne"),
    KindField(.channel, .channel, "channel|channel group|channel grouping|kanal"),
    KindField(.page, .text, "landing page|entry page|einstiegsseite|landingpage"),
    KindField(.country, .text, "country|land|país|pays"),
    KindField(.device, .text, "device|device category|gerät"),
  ]

  static let needs: [[TableField]] = [[.sessionID], [.day]]
  static let metrics: [TableField: TotalMetric] = [.views: .views, .conversions: .conversions, .revenue: .revenue]
  static let ownMetrics: Set<TotalMetric> = [.sessions]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try row.requiredDate(.day)
    var session = WebSession(
      origin: row.origin, tool: row.platform, property: row.text(.account),
      sessionID: try row.requiredID(.sessionID), day: date.day)
    session.instant = date.instant
    session.visitorID = try row.id(.visitorID)
    session.userID = try row.id(.userID)
    session.seconds = try row.seconds(.seconds)
    session.views = try row.whole(.views)
    session.events = try row.whole(.events)
    session.conversions = try row.whole(.conversions)
    session.revenueMicros = try row.micros(.revenue)
    session.currency = try row.currency(of: [.revenue])
    session.source = row.text(.source)
    session.medium = row.text(.medium)
    session.campaign = row.text(.campaign)
    session.channel = row.channel
    session.landingPage = row.path(.page)
    session.country = row.text(.country)
    session.device = row.text(.device)
    batch.webSessions.append(session)
  }
}
