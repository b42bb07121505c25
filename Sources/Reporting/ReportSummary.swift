import Analysis
import Vocabulary

/// The report for machines: an index of many reports is made from these files alone.
enum ReportSummary {
  static func json(_ findings: Findings, pages: [PageName]) -> JSONText {
    .object([
      ("schema", .integer(1)),
      ("client", .text(findings.client)),
      ("asOf", .text(findings.asOf.description)),
      ("currency", findings.currency.map { .text($0.code) } ?? .null),
      ("buildID", .text(findings.buildID)),
      ("week", findings.overview.finding.map { window($0.week) } ?? .null),
      ("kpis", .list(findings.overview.finding?.tiles.map(kpi) ?? [])),
      ("churn", findings.churn.finding.map(churn) ?? .null),
      ("runs", .list(findings.runs.map { .text($0.id) })),
      ("files", .list(findings.dataQuality.files.map(file))),
      ("pages", .list(pages.map { .text($0.path) })),
    ])
  }

  private static func window(_ window: DateWindow) -> JSONText {
    .object([("first", .text(window.first.description)), ("last", .text(window.last.description))])
  }

  private static func kpi(_ tile: Overview.Tile) -> JSONText {
    .object([
      ("measure", .text(tile.measure.rawValue)),
      ("value", .number(tile.value)),
      ("previous", .number(tile.previous)),
      ("usualLow", .number(tile.usualRange?.low)),
      ("usualHigh", .number(tile.usualRange?.high)),
      ("weeksInUsualRange", .integer(tile.usualRange?.weeks ?? 0)),
      ("standing", .text(tile.value.map { "\(Standing($0, tile.usualRange))" } ?? "notEnoughData")),
    ])
  }

  private static func churn(_ churn: Churn) -> JSONText {
    .object([
      ("horizonDays", .integer(churn.horizonDays)),
      ("customers", .integer(churn.customers)),
      ("expectedLeavers", .number(churn.expectedLeavers.value)),
      ("low", .number(churn.expectedLeavers.low)),
      ("high", .number(churn.expectedLeavers.high)),
      ("model", .text(churn.chosen)),
    ])
  }

  private static func file(_ file: DataQuality.File) -> JSONText {
    .object([
      ("name", .text(file.name)),
      ("sha256", .text(file.digest)),
      ("format", .text(file.format)),
      ("rowsRead", .integer(file.rowsRead)),
      ("rowsLoaded", .integer(file.rowsLoaded)),
      ("rowsUpdated", .integer(file.rowsUpdated)),
      ("rowsUnchanged", .integer(file.rowsUnchanged)),
      ("rowsSkipped", .integer(file.rowsSkipped)),
      ("rowsRejected", .integer(file.rowsRejected)),
    ])
  }
}
