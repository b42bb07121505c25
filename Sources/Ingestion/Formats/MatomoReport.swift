import Vocabulary

/// Matomo's reports and visits log as XML, from "Export" below a report or the reporting API.
///
/// The file names neither the report nor, for a single period, the day: the dimension is taken from the rows' segment,
/// and facts without a date are undated. Sub-tables are part of their parents' figures and are left out; so are the
/// addresses and ids of visitors.
struct MatomoReport: SourceFormat {
  static let title = "Matomo report (XML)"
  static let isVerified = true

  private static let metrics: [String: WebMetric] = [
    "nb_visits": .sessions, "nb_uniq_visitors": .users, "nb_pageviews": .views, "nb_hits": .views,
    "nb_conversions": .conversions, "revenue": .revenue, "bounce_count": .bounces, "sum_visit_length": .seconds,
    "sum_time_spent": .seconds, "nb_actions": .other, "nb_visits_converted": .other,
  ]
  private static let visitMetrics: [String: WebMetric] = [
    "visitduration": .seconds, "goalconversions": .conversions, "actions": .other,
  ]
  private static let segments = ["pageurl": "page", "pagetitle": "page title", "countrycode": "country"]

  private let header: Header
  private var seen: Set<WebMetric> = []
  private var rows = 0
  private var window: DateWindow?
  private var sites: Set<String> = []
  private var currency: Currency?

  init?(_ opening: Opening) {
    guard opening.rootName == "result" || opening.rootName == "results" else { return nil }
    let keys = opening.header.keys
    guard keys.isEmpty || keys.contains("idvisit") || keys.contains(where: { $0.hasPrefix("nb_") }) else { return nil }
    header = opening.header
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    rows += 1
    let fields = MatomoFields(record)
    if fields.has("idvisit") { seen.insert(.sessions) }
    let metrics = fields.has("idvisit") ? MatomoReport.visitMetrics : MatomoReport.metrics
    for name in fields.names {
      if let metric = metrics[name] { seen.insert(metric) }
    }
    sites.insert(property(fields))
    if let found = try? period(fields), !found.isUndated { window = window.map { $0.union(found) } ?? found }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "an element \"result\" with rows of Matomo's figures"
    findings.columns = header.names.map {
      let key = Header.key($0).key
      return ColumnMeaning(header: $0, meaning: (MatomoReport.metrics[key] ?? MatomoReport.visitMetrics[key])?.rawValue)
    }
    currency = options.currency
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.window = window
    findings.account = sites.count == 1 ? sites.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    let totals: [WebMetric: TotalMetric] = [
      .users: .users, .sessions: .sessions, .views: .views, .conversions: .conversions, .revenue: .revenue,
    ]
    findings.metrics = rows == 0 ? [.sessions] : Set(seen.compactMap { totals[$0] })
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let fields = MatomoFields(record)
    let isVisit = fields.has("idvisit")
    let window = try period(fields)
    var facts: [WebTraffic] = []
    func add(_ metric: WebMetric, _ name: String, _ micros: Int64) {
      let dimension = isVisit ? "visit" : dimension(fields)
      facts.append(
        WebTraffic(
          origin: RecordOrigin(line: record.line), tool: "Matomo", property: property(fields), window: window,
          dimension: dimension,
          dimensionValue: isVisit ? fields.text("idvisit") : dimension.isEmpty ? "" : fields.text("label"),
          metric: metric, metricName: name, valueMicros: micros,
          currency: metric == .revenue ? Currency(fields.text("sitecurrency")) ?? currency : nil))
    }
    if isVisit { add(.sessions, "nb_visits", Micros.perUnit) }
    let metrics = isVisit ? MatomoReport.visitMetrics : MatomoReport.metrics
    for (index, name) in fields.names.enumerated() {
      // Both count views; page views are the narrower word where a report has the two.
      guard let metric = metrics[name], !(name == "nb_hits" && fields.has("nb_pageviews")) else { continue }
      let cell = record[index]
      guard !BlankText.isMissing(cell) else { continue }
      guard let amount = AmountText(cell, format: .plain) else {
        throw RowProblem(
          column: name, found: "text of \(cell.count) bytes that is no number", expected: "a number such as 1234.5")
      }
      add(metric, name, amount.micros)
    }
    guard !facts.isEmpty else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
      return
    }
    batch.webTraffic += facts
  }

  /// Rows of several sites carry the site's name as their label.
  private func property(_ fields: MatomoFields) -> String {
    if fields.has("idsite"), fields.has("label") { return fields.text("label") }
    return ["sitename", "idsite", "@idsite"].lazy.map { fields.text($0) }.first { !$0.isEmpty } ?? ""
  }

  private func dimension(_ fields: MatomoFields) -> String {
    guard fields.has("label"), !fields.has("idsite") else { return "" }
    let segment = fields.text("segment").lowercased()
    if segment.hasPrefix("referrertype==campaign") { return "campaign" }
    let key = String(segment.prefix { !"=!<>@^$;,".contains($0) })
    return key.isEmpty ? "label" : MatomoReport.segments[key] ?? key
  }

  private func period(_ fields: MatomoFields) throws(RowProblem) -> DateWindow {
    for key in ["@date", "serverdate"] where !fields.text(key).isEmpty {
      guard let window = MatomoReport.window(fields.text(key)) else {
        throw RowProblem(
          column: key, found: "a date that cannot be read", expected: "a year, month or day such as 2026-10")
      }
      return window
    }
    return .undated
  }

  /// `2010`, `2010-03`, `2010-03-06`, `2010-03-01,2010-03-07`.
  private static func window(_ text: String) -> DateWindow? {
    if let day = Day(iso: text) { return DateWindow(day: day) }
    let ends = text.split(separator: ",")
    if ends.count == 2, let first = Day(iso: ends[0]), let last = Day(iso: ends[1]) {
      return DateWindow(first: first, last: last)
    }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard text.split(separator: "-").count == parts.count, let year = parts.first else { return nil }
    switch parts.count {
    case 1:
      return Day(year: year, month: 1, day: 1).flatMap { first in
        Day(year: year, month: 12, day: 31).flatMap { DateWindow(first: first, last: $0) }
      }
    case 2:
      return Day(year: year, month: parts[1], day: 1).flatMap {
        DateWindow(first: $0, last: $0 + (Day.length(ofMonth: parts[1], year: year) - 1))
      }
    default: return nil
    }
  }
}

/// A record's fields by name, whatever their order.
private struct MatomoFields {
  let names: [String]
  private let record: RawRecord

  init(_ record: RawRecord) {
    self.record = record
    names = record.cells.names.map { $0.lowercased() }
  }

  func has(_ name: String) -> Bool { names.contains(name) }
  func text(_ name: String) -> String { record.text(names.firstIndex(of: name)) }
}
