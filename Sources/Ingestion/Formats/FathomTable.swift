import Vocabulary

/// Fathom, dashboard, Export: one of the tables of its archive, by page, source, country, device … over the whole period.
///
/// The days stand in the archive's `Summary.csv` alone, so that the tables are undated. Those of two columns say nothing
/// of where they come from and are known by the name that Fathom gives to the file. Its real form is known from public
/// readers of it; no real file stands behind it yet.
struct FathomTable: SourceFormat {
  static let title = "Fathom dashboard table"
  static let isVerified = false

  private var table: FigureTable
  private let file: String
  private let isTelling: Bool
  private var currency: Currency?

  init?(_ opening: Opening) {
    let header = opening.header
    guard let first = header.keys.first, let file = FathomTable.files[first], opening.preamble.isEmpty,
      header.contains("visitors") || header.contains("unique completions"),
      header.keys.allSatisfy({ FathomTable.files[$0] != nil || FathomTable.measures[$0] != nil }),
      Set(header.keys).count == header.count, !opening.isJSON, opening.rootName.isEmpty
    else { return nil }
    self.file = file
    isTelling = header.keys.contains { FathomTable.own.contains($0) }
    table = FigureTable(header) { key, _ in FathomTable.measures[key].map { .figure($0) } ?? .dimension }
  }

  var width: Int? { table.header.count }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    guard isTelling || ExportName(file).leaf.lowercased().hasPrefix(self.file) else {
      throw .unrecognised(
        file: file,
        kind: "a table of visitors whose columns say nothing of the tool (Fathom calls its own \(self.file).csv)")
    }
    try table.settle(options, file: file, habit: .plain)
    currency = options.currency
    var findings = Findings()
    findings.reason = "columns " + table.header.names.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    findings.columns = table.meanings
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.metrics = table.metrics
    findings.notes.append("it does not say which days it covers: the export's Summary.csv does")
    findings.notes += table.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var place = FigureTable.Place(tool: "Fathom", window: .undated)
    (place.dimension, place.value) = table.named(record)
    let facts = try table.facts(record, place, currency: currency)
    if facts.isEmpty { return batch.skip(record, .noData) }
    batch.webTraffic += facts
  }

  /// The name of the file by the dimension in its first column.
  private static let files = [
    "page": "pages", "entry page": "entry_pages", "exit page": "exit_pages", "referrer": "referrers",
    "source": "sources", "country": "countries", "region": "regions", "city": "cities", "browser": "browsers",
    "device type": "device_types", "operating system": "operating_systems", "utm source": "utm_source",
    "utm medium": "utm_medium", "utm campaign": "utm_campaign", "utm content": "utm_content", "utm term": "utm_term",
    "event name": "events",
  ]

  private static let measures: [String: WebMeasure] = [
    "visitors": .users, "pageviews": .views, "bounce rate (%)": .percent, "avg time (seconds)": .meanSeconds,
    "unique completions": .count, "completions": .conversions, "conversion rate (%)": .percent, "value": .number,
  ]

  /// Names that are written so here and hardly elsewhere.
  private static let own: Set<String> = ["bounce rate (%)", "avg time (seconds)", "unique completions"]
}
