import ArgumentParser
import Ingestion
import Reporting
import Vocabulary

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What each file is and why: format, encoding, period, currency, columns, problems. Loads nothing.",
    discussion: """
      Example:
        fairlead inspect ~/Downloads/*.csv
      """)

  @Argument(help: "Files or folders.")
  var paths: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let options = try reading.resolved(with: Configuration())
    var reports: [FileReport] = []
    var descriptions: [String] = []
    for path in try ExportFinder.files(in: paths) {
      do {
        for export in try ExportOpener.open(path: path, options: options) {
          let (report, description) = try inspect(export, path: path)
          reports.append(report)
          descriptions.append(description)
        }
      } catch let error as IngestionError {
        reports.append(Loading.refusal(of: path, error))
        descriptions.append("\(error)\n")
      }
    }
    if output.json {
      try Terminal.sayJSON(FileReports(files: reports))
    } else if !Loading.isRefusalOfOne(reports) {
      Terminal.write(descriptions.joined(separator: "\n"), to: 1)
    }
    try Loading.refuseIfNothingWasUsable(reports, named: paths)
  }

  func inspect(_ export: Export, path: String) throws -> (FileReport, String) {
    let recognition: Recognition
    let summary: ReadSummary
    var skipped: [SkippedRow.Reason: Int] = [:]
    do {
      recognition = try export.recognise()
      summary = try export.read(recognition) { batch in
        for row in batch.skippedRows { skipped[row.reason, default: 0] += 1 }
      }
    } catch let error as IngestionError {
      var report = Loading.refusal(of: path, error)
      report.sha256 = export.digest
      return (report, "\(error)\n")
    }
    var report = FileReport(path: path, status: .recognised)
    report.describe(summary)
    report.rowsRead = summary.rowsRead
    report.rowsSkipped = summary.rowsSkipped
    report.rowsRejected = summary.rowsRejected
    // What an empty warehouse would take, so that the rows of a file add up here as they do after `ingest`.
    report.rowsLoaded = summary.rowsRead - summary.rowsSkipped - summary.rowsRejected
    report.message = recognition.reason
    return (report, describe(export, recognition, report, skipped))
  }

  private func describe(
    _ export: Export, _ recognition: Recognition, _ report: FileReport, _ skipped: [SkippedRow.Reason: Int]
  )
    -> String
  {
    var lines = ["\(export.displayName)", "  format     \(recognition.format): \(recognition.reason)"]
    if !recognition.isVerified {
      lines.append("  unverified no real file stands behind this format yet: check the figures")
    }
    lines.append("  text       \(recognition.encoding), \(recognition.dialect)")
    lines.append("  period     \(report.firstDay.map { "\($0) to \(report.lastDay ?? $0)" } ?? "not stated")")
    lines.append("  currency   \(report.currency ?? "not stated")")
    lines.append("  time zone  \(report.timeZone ?? "not stated")")
    lines.append("  rows       \(report.rowsRead), \(report.rowsSkipped) skipped, \(report.rowsRejected) rejected")
    for reason in SkippedRow.Reason.allCases {
      if let rows = skipped[reason] { lines.append("  skipped    \(rows): \(reason.word)") }
    }
    let totals = report.totals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    if !totals.isEmpty { lines.append("  totals     \(totals.joined(separator: ", "))") }
    for column in recognition.columns {
      lines.append("  column     \(column.header)\(column.meaning.map { " = \($0)" } ?? " (kept out)")")
    }
    for note in recognition.notes { lines.append("  note       \(note)") }
    for problem in report.problems.prefix(10) {
      lines.append("  problem    \(problem.sentence)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
