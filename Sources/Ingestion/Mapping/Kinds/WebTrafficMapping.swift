import Vocabulary

/// Web analytics: what a website's visitors did, by day and by at most one dimension.
struct WebTrafficMapping: MappedKind {
  static let title = "website traffic"

  static let fields: [KindField] = [
    KindField(.day, .day, "day|date|datum|tag|fecha|día|data|dia|jour|dag|giorno|dzień|дата"),
    KindField(.firstDay, .day, "start date|from|von|desde|start"),
    KindField(.lastDay, .day, "end date|to|until|bis|hasta|end"),
    KindField(.platform, .text, "tool|analytics tool"),
    KindField(.account, .text, "property|site|website|domain|account|property name"),
    KindField(
      .dimensionValue, .text,
      "page|page path|page url|url|landing page|source|source medium|medium|country|device|referrer|channel|channel group|seite|quelle|land|gerät|página|fuente|país"
    ),
    KindField(
      .users, .count,
      "users|total users|visitors|unique visitors|besucher|nutzer|usuarios|utilisateurs|visitantes|gebruikers"),
    KindField(.newUsers, .count, "new users|new visitors|neue nutzer|neue besucher|usuarios nuevos"),
    KindField(
      .sessions, .count, "sessions|visits|sitzungen|besuche|sesiones|sessões|visites|sessies|sessioni|visitas|bezoeken"),
    KindField(.engagedSessions, .count, "engaged sessions"),
    KindField(
      .views, .count,
      "pageviews|page views|views|seitenaufrufe|seitenansichten|páginas vistas|pages vues|visualizações|paginaweergaven"
    ),
    KindField(.events, .count, "events|event count|total events|ereignisse"),
    KindField(.bounces, .count, "bounces|absprünge"),
    KindField(.seconds, .duration, "total time on site|total time|total duration"),
    KindField(.conversions, .number, "conversions|goal completions|key events|conv|konversionen|conversiones"),
    KindField(.revenue, .money, "revenue|total revenue|purchase revenue|umsatz|ingresos|receita|revenu"),
    KindField(.currency, .currency, "currency|currency code|währung|moneda|moeda|devise"),
    KindField(.dimension, .text, ""),
  ]

  static let needs: [[TableField]] = [[.day, .firstDay], [.sessions, .users, .views, .events]]
  static let strangers = TableTrait.ofSales.union([.countsFootfall])
  static let metrics: [TableField: TotalMetric] = [
    .users: .users, .sessions: .sessions, .views: .views, .conversions: .conversions, .revenue: .revenue,
  ]
  static let ownMetrics: Set<TotalMetric> = []

  private static let measures: [(TableField, WebMetric)] = [
    (.users, .users), (.newUsers, .newUsers), (.sessions, .sessions), (.engagedSessions, .engagedSessions),
    (.views, .views), (.events, .events), (.bounces, .bounces), (.seconds, .seconds), (.conversions, .conversions),
    (.revenue, .revenue),
  ]

  private let dimension: String

  init(_ columns: MappedColumns) {
    let hasDimension = columns.map.has(.dimensionValue)
    dimension =
      hasDimension
      ? columns.mapping.constants[.dimension] ?? HeaderWords.plain(columns.map.name(.dimensionValue)) : ""
  }

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let window = try row.window()
    var found: [WebTraffic] = []
    for (field, metric) in WebTrafficMapping.measures {
      guard let value = try row.micros(field) else { continue }
      found.append(
        WebTraffic(
          origin: row.origin, tool: row.platform, property: row.text(.account), window: window, dimension: dimension,
          dimensionValue: dimension.isEmpty ? "" : row.text(.dimensionValue), metric: metric,
          metricName: row.columns.map.name(field), valueMicros: value,
          currency: metric == .revenue ? try row.currency(of: [.revenue]) : nil))
    }
    if found.isEmpty {
      batch.skippedRows.append(SkippedRow(line: row.origin.line, reason: .noData))
    }
    batch.webTraffic += found
  }
}
