import Analysis
import Vocabulary

/// The report for machines: an index of many reports, and the next week's look back, are made from these files alone.
/// `docs/report-json.md` says what each key holds.
enum ReportSummary {
  /// Weekly values that are kept of each figure.
  static let historyWeeks = 13
  /// Earlier weeks that are told of.
  static let earlierWeeks = 12

  static func json(_ edition: Edition, pages: [PageName]) -> JSONText {
    let findings = edition.findings
    let retrospect = findings.retrospect
    var members = identity(findings)
    members.append(("kpis", .list(findings.overview.finding?.tiles.map(kpi) ?? [])))
    members.append(("sources", .list(sources(findings))))
    members.append(("reconciliation", findings.reconciliation.map(\.json) ?? .null))
    members.append(("churn", findings.churn.finding.map(churn) ?? .null))
    members.append(("predictions", .list(findings.predictions(pseudonym: edition.pseudonym).map(\.json))))
    members.append(("recommendations", .list([findings.recommendation].compactMap { $0?.json })))
    members.append(("earlier", .list(retrospect.reports.prefix(earlierWeeks).map { earlier($0, retrospect) })))
    members.append(("runs", .list(findings.runs.map { .text($0.id) })))
    members.append(("files", .list(findings.dataQuality.files.map(file))))
    members.append(("pages", .list(pages.map { .text($0.path) })))
    return .object(members)
  }

  private static func identity(_ findings: Findings) -> [(String, JSONText)] {
    [
      ("schema", .integer(ReportRecord.schema)),
      ("client", .text(findings.client)),
      ("asOf", .text(findings.asOf.description)),
      ("currency", findings.currency.map { .text($0.code) } ?? .null),
      ("buildID", .text(findings.buildID)),
      ("reportWeek", .text(findings.week.description)),
      ("week", findings.overview.finding.map { window($0.week) } ?? .null),
      ("headline", .text(headline(findings))),
      ("attention", .text(AttentionRule.attention(findings).rawValue)),
    ]
  }

  static func headline(_ findings: Findings) -> String {
    findings.overview.finding.map { WeekHeadline($0).text }
      ?? phrase("There is not enough data for a weekly summary yet")
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
      ("weeksBefore", .integer(tile.history.dropLast().count { $0.comparable != nil })),
      ("standing", .text(standing(tile))),
      ("history", .list(tile.history.suffix(historyWeeks).map { .number($0.value) })),
    ])
  }

  private static func standing(_ tile: Overview.Tile) -> String {
    guard let value = tile.value else { return "notEnoughData" }
    return tile.leftOut > 0 ? ReportRecord.Figure.incomplete : "\(Standing(value, tile.usualRange))"
  }

  private static func sources(_ findings: Findings) -> [JSONText] {
    let missing = findings.dataQuality.missing(in: findings.week.window)
    return findings.dataQuality.sources.sorted { ($0.name, $0.kind) < ($1.name, $1.kind) }.map { source in
      .object([
        ("name", .text(source.shownName)),
        ("first", .text(source.first.description)),
        ("last", .text(source.last.description)),
        ("daysMissing", .integer(missing.first { $0.source == source.name && $0.kind == source.kind }?.days ?? 0)),
      ])
    }
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

  private static func earlier(_ report: EarlierReport, _ retrospect: Retrospect) -> JSONText {
    .object([
      ("week", .text(report.week.description)),
      ("asOf", .text(report.asOf.description)),
      ("buildID", .text(report.buildID)),
      ("attention", report.attention.map { .text($0.rawValue) } ?? .null),
      ("restated", .list(retrospect.restated.filter { $0.week == report.week }.map(\.json))),
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
