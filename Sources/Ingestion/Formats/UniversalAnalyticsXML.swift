import Vocabulary

/// Universal Analytics, a report's Export, XML, as it was until 2012: graphs by day, tables, and sums of the period. Its
/// form is known from public readers of it alone.
///
/// `UniversalAnalyticsHandler` lays its blocks out as the CSV's tables are. A second line of a graph is another period or
/// other sites' average, a map repeats its table, a score card the table's totals: their rows are left out. A sparkline
/// has no dates: its values are the period's days where it has one for each.
struct UniversalAnalyticsXML: SourceFormat {
  static let title = "Universal Analytics report (XML)"
  static let isVerified = false
  static let spansSheets = true

  private var report: UniversalAnalyticsReport
  private let reason: SkippedRow.Reason?
  private let isSparkline: Bool
  private var rows = 0

  init?(_ opening: Opening) {
    guard opening.rootName == UniversalAnalyticsHandler.rootName, let kind = opening.preamble.last?.first,
      let report = UniversalAnalyticsReport(opening)
    else { return nil }
    self.report = report
    isSparkline = kind == "# Sparkline"
    switch kind {
    case "# Graph 1", "# Sparkline", "# Table", "# MiniTable", "# ItemSummary": reason = nil
    case "# Scorecard": reason = .totals
    default: reason = .overlapping
    }
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    rows += 1
    report.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try report.settle(options, file: file)
    findings.reason = "an element \"AnalyticsReport\" with a report's title and tables"
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let reason { return batch.skip(record, reason) }
    if isSparkline, rows != report.dayCount { return batch.skip(record, .noData) }
    // A name without figures, which in the CSV may be a comment.
    if record.filledCount < 2 { return batch.skip(record, .noData) }
    try report.map(record, into: &batch)
  }
}
