import Vocabulary

/// Matomo's reports as XML or JSON and its visits log as XML, from "Export" below a report or the reporting API.
///
/// The file names neither the report nor, for a single period, the day: the dimension is taken from the rows' segment,
/// and facts without a date are undated. Sub-tables are part of their parents' figures and are left out; so are the
/// addresses and ids of visitors.
struct MatomoReport: SourceFormat {
  static let title = "Matomo report (XML or JSON)"
  static let isVerified = true

  private static let visitMeasures: [String: WebMeasure] = [
    "visitduration": .seconds, "goalconversions": .conversions, "actions": .count,
  ]
  private static let segments = ["pageurl": "page", "pagetitle": "page title", "countrycode": "country"]

  private let header: Header
  /// Of every record in JSON; in XML each has its own.
  private let names: [String]?
  private var seen: Set<WebMetric> = []
  private var window: DateWindow?
  private var sites: Set<String> = []
  private var currency: Currency?

  init?(_ opening: Opening) {
    guard opening.isJSON || opening.rootName == "result" || opening.rootName == "results" else { return nil }
    let keys = opening.header.keys
    names = opening.isJSON ? keys : nil
    if opening.isJSON, keys.isEmpty || keys.contains("idvisit") { return nil }
    guard keys.isEmpty || keys.contains("idvisit") || keys.contains(where: { $0.hasPrefix("nb_") }) else { return nil }
    header = opening.header
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    let fields = MatomoFields(record, names: names)
    let isVisit = fields.has("idvisit")
    if isVisit { seen.insert(.sessions) }
    for name in fields.names {
      if let measure = MatomoReport.measure(name, isVisit: isVisit) { seen.insert(measure.metric) }
    }
    sites.insert(property(fields))
    if let found = try? period(fields), !found.isUndated { window = window.map { $0.union(found) } ?? found }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "an element \"result\" with rows of Matomo's figures"
    findings.columns = zip(header.names, header.keys).map { ColumnMeaning(header: $0, meaning: meaning($1)) }
    currency = options.currency
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.window = window
    findings.account = sites.count == 1 ? sites.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    findings.metrics = Set(seen.compactMap(\.total))
    return findings
  }

  private func meaning(_ key: String) -> String? {
    let labelsSites = header.contains("label") && header.contains("idsite")
    switch key {
    case "@date", "serverdate": return "period"
    case "label": return labelsSites ? "site" : "dimension"
    case "sitename", "idsite", "@idsite": return labelsSites ? nil : "site"
    default: return (MatomoNames.measure(key) ?? MatomoReport.visitMeasures[key])?.metric.rawValue
    }
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let fields = MatomoFields(record, names: names)
    let isVisit = fields.has("idvisit")
    let window = try period(fields)
    var facts: [WebTraffic] = []
    func add(_ metric: WebMetric, _ name: String, _ micros: Int64) {
      let dimension = isVisit ? "visit" : dimension(fields)
      facts.append(
        WebTraffic(
          origin: RecordOrigin(record), tool: "Matomo", property: property(fields), window: window,
          dimension: dimension,
          dimensionValue: isVisit ? fields.text("idvisit") : dimension.isEmpty ? "" : fields.text("label"),
          metric: metric, metricName: name, valueMicros: micros,
          currency: metric == .revenue ? Currency(fields.text("sitecurrency")) ?? currency : nil))
    }
    if isVisit { add(.sessions, "nb_visits", Micros.perUnit) }
    for (index, name) in fields.names.enumerated() {
      // Both count views; page views are the narrower word where a report has the two.
      guard let measure = MatomoReport.measure(name, isVisit: isVisit),
        !(name == "nb_hits" && fields.has("nb_pageviews"))
      else { continue }
      // JSON writes what is not there as `false`.
      if record[index].elementsEqual("false".utf8) { continue }
      let column = FigureColumn(index, header: name, measure: measure)
      if let (micros, _) = try column.value(record) { add(measure.metric, column.name, micros) }
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
    return MatomoReport.dimension(ofSegment: fields.text("segment")) ?? "label"
  }

  /// `pageUrl==http%3A%2F%2F…` is a page's; nil without a segment.
  static func dimension(ofSegment segment: String) -> String? {
    let segment = segment.lowercased()
    if segment.hasPrefix("referrertype==campaign") { return "campaign" }
    let key = String(segment.prefix { !"=!<>@^$;,".contains($0) })
    return key.isEmpty ? nil : MatomoReport.segments[key] ?? key
  }

  private static func measure(_ name: String, isVisit: Bool) -> WebMeasure? {
    isVisit ? visitMeasures[name] : MatomoNames.measure(name)
  }

  private func period(_ fields: MatomoFields) throws(RowProblem) -> DateWindow {
    for key in ["@date", "serverdate"] where !fields.text(key).isEmpty {
      guard let window = MatomoPeriod.window(fields.text(key)) else {
        throw RowProblem(
          column: key, found: "a date that cannot be read", expected: "a year, month or day such as 2026-10")
      }
      return window
    }
    return .undated
  }
}

/// A record's fields by name, whatever their order.
private struct MatomoFields {
  let names: [String]
  private let record: RawRecord

  init(_ record: RawRecord, names: [String]?) {
    self.record = record
    self.names = names ?? record.cells.names.map { $0.lowercased() }
  }

  func has(_ name: String) -> Bool { names.contains(name) }
  func text(_ name: String) -> String { record.text(names.firstIndex(of: name)) }
}
