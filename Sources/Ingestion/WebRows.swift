import Vocabulary

/// The rows of a plain web table, one header above: perhaps a day, perhaps names, and figures.
struct WebRows: Sendable {
  private(set) var table: FigureTable
  private let tool: String
  private var day: DateColumn?
  private var currency: Currency?
  private var isHourly = false

  init(tool: String, _ header: Header, days: [String], role: (String, Int) -> FigureTable.Role) {
    self.tool = tool
    let place = header.column(days)
    day = DateColumn(place, name: place.map { header.names[$0] } ?? "")
    table = FigureTable(header) { key, index in index == place ? .ignored : role(key, index) }
  }

  mutating func survey(_ record: RawRecord) {
    table.survey(record)
    day?.survey(record)
    if !isHourly, let day, let second = DateText(record[day.index], order: .dayMonthYear)?.secondOfDay, second > 0 {
      isHourly = true
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try table.settle(options, file: file, habit: .plain)
    try day?.settle(options, file: file)
    currency = options.currency ?? table.currency
    var findings = Findings()
    findings.reason = "columns \"\(table.figures.map { table.header.names[$0.index] }.joined(separator: "\", \""))\""
    findings.columns = table.meanings
    if let day { findings.columns[day.index].meaning = "day" }
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.window = day?.window
    findings.metrics = table.metrics
    findings.notes += table.caveats
    return findings
  }

  /// Where rows have times of the day they are hours; rows without a day are undated.
  func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var place = FigureTable.Place(tool: tool, window: .undated)
    (place.dimension, place.value) = table.named(record)
    if let day {
      guard let date = try day.date(record) else {
        throw RowProblem(column: table.header.names[day.index], found: "an empty cell", expected: "a day")
      }
      place.window = DateWindow(day: date.day)
      if isHourly {
        place.dimension += place.dimension.isEmpty ? "hour" : " + hour"
        place.value += (place.value.isEmpty ? "" : " + ") + "\((date.secondOfDay ?? 0) / 3_600)"
      }
    }
    let facts = try table.facts(record, place, currency: currency)
    if facts.isEmpty { batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData)) }
    batch.webTraffic += facts
  }
}
