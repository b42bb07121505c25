import Vocabulary

/// Fathom, dashboard, Export: `Summary.csv`, a row for each figure of the whole site and one for the days that the export
/// covers. Its real form is known from public readers of it; no real file stands behind it yet.
struct FathomSummary: SourceFormat {
  static let title = "Fathom dashboard summary"
  static let isVerified = false

  private let header: Header
  private var window: DateWindow?
  private var timeZone: String?
  private var filter = SeriesFilter.none

  init?(_ opening: Opening) {
    guard opening.header.trimmed.keys == ["metric", "value"], opening.preamble.isEmpty, !opening.isJSON,
      opening.rootName.isEmpty
    else { return nil }
    header = opening.header
  }

  var width: Int? { header.count }

  mutating func survey(_ record: RawRecord) {
    switch Header.key(record.text(0)).key {
    case "export date range":
      let (days, zone) = FathomSummary.period(record.text(1))
      window = days
      timeZone = zone
    case "filters applied": filter = FathomSummary.filter(record.text(1))
    default: break
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    guard let window else { throw .unrecognised(file: file, kind: nil) }
    var findings = Findings()
    findings.reason = "the row \"Export Date Range\""
    findings.columns = zip(header.names, ["metric", "value"]).map { ColumnMeaning(header: $0, meaning: $1) }
    findings.timeZone = timeZone ?? options.timeZone
    findings.window = window
    findings.metrics = [.views]
    findings.notes += filter.notes
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let label = record.text(0)
    guard let measure = FathomSummary.measures[Header.key(label).key], let window else {
      return batch.skip(record, .settings)
    }
    let cell = record[1]
    guard !BlankText.isMissing(cell) else { return batch.skip(record, .noData) }
    guard let micros = NumberFormat.decimalDot.micros(cell) else {
      throw RowProblem(
        column: header.names[1], found: "text of \(cell.count) bytes that is no number", expected: "a number")
    }
    batch.webTraffic.append(
      WebTraffic(
        origin: RecordOrigin(record), tool: "Fathom", property: "", window: window,
        dimension: filter.named(""), dimensionValue: "", metric: measure.metric,
        metricName: measure.unit == .percent ? "Bounce Rate (ratio)" : label,
        valueMicros: measure.unit == .percent ? micros / 100 : micros))
  }

  /// The file says how many there are, not which.
  private static func filter(_ count: String) -> SeriesFilter {
    ["", "0"].contains(count) ? .none : SeriesFilter([count == "1" ? "1 condition" : "\(count) conditions"])
  }

  /// `2026-09-02 00:00:00 to 2026-09-08 16:02:04 (UTC)`.
  private static func period(_ text: String) -> (DateWindow?, zone: String?) {
    let words = text.split(separator: " ")
    guard let middle = words.firstIndex(of: "to"), middle > 0, middle + 1 < words.count,
      let first = DateText(String(words[0]), order: .yearMonthDay),
      let last = DateText(String(words[middle + 1]), order: .yearMonthDay)
    else { return (nil, nil) }
    let zone = words.last.flatMap { $0.hasPrefix("(") && $0.hasSuffix(")") ? String($0.dropFirst().dropLast()) : nil }
    return (DateWindow(first: first.day, last: last.day), zone)
  }

  private static let measures: [String: WebMeasure] = [
    "people": .users, "visitors": .users, "pageviews": .views, "visits": .sessions,
    "avg time on site (seconds)": .meanSeconds, "bounce rate (%)": .percent, "event completions": .conversions,
  ]
}
