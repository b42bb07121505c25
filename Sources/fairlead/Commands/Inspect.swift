import ArgumentParser
import Foundation
import Ingestion
import Reporting
import Vocabulary
import Warehouse

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "What each file is and why: what its columns mean, period, currency, what is odd, what to do. Loads nothing.",
    discussion: """
      A table that is not known is described, and --suggest writes a first draft of a mapping file for it: what is sure
      as settings, what is not as a comment with the question. Mapping files are read from mappings/ in the workspace.

      With --json, files[] has beside the keys of `ingest`: title, account, columns[] (header, meaning, content), kinds[]
      (what an unrecognised table may be) and advice.

      --formats lists the reports that are read; with --json as formats[] (format, title, verified).

      Example:
        fairlead inspect ~/Downloads/*.csv
        fairlead inspect --formats
        fairlead inspect --suggest radio.csv > mappings/radio.yml
      """)

  @Argument(help: "Files or folders.")
  var paths: [String] = []

  @Flag(help: "List the reports that are read, and read no file.")
  var formats = false

  @Flag(help: "Write a first draft of a mapping file for the one file named.")
  var suggest = false

  @Option(
    name: [.customShort("C"), .customLong("workspace")], help: "The workspace whose mappings/ count; default: here.")
  var workspace: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if formats && (suggest || !paths.isEmpty) { throw ValidationError("--formats stands alone; name no file") }
    if !formats && paths.isEmpty { throw ValidationError("no file is named; name files or folders, or say --formats") }
    if suggest && paths.count > 1 { throw ValidationError("--suggest is for one file; name one") }
    if suggest && output.json { throw ValidationError("--suggest and --json exclude each other; choose one") }
  }

  func run() throws {
    if formats { return try FormatList.say(asJSON: output.json) }
    let folder = workspace ?? FileManager.default.currentDirectoryPath
    let place = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    // A draft does not hang on the mappings that it may soon stand among.
    if suggest { return try suggestMapping(try reading.resolved(with: Configuration(), in: nil)) }
    let options = try reading.resolved(with: Configuration(), in: place)
    var reports: [FileReport] = []
    var descriptions: [String] = []
    let warehouse = try? Warehouse.openReadOnly(
      path: place.appending(path: "warehouse.sqlite").path(percentEncoded: false))
    for path in try ExportFinder.files(in: paths) {
      do {
        for export in try ExportOpener.open(path: path, options: options).flatMap({ $0.bySheets() }) {
          let (report, description) = try inspect(export, path: path, warehouse)
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
    } else if !Loading.isRefusalOfOne(reports) || descriptions[0] != "\(reports[0].message ?? "")\n" {
      Terminal.write(descriptions.joined(separator: "\n"), to: 1)
      if Loading.isRefusalOfOne(reports) {
        throw Failure(
          "\(Terminal.shown(paths[0])): not loaded as it stands; expected a known report without an open question; do "
            + "what is said above", .unusableData)
      }
    }
    try Loading.refuseIfNothingWasUsable(reports)
  }

  /// `warehouse`: the workspace's, whose earlier files of the same report the columns are compared with.
  func inspect(_ export: Export, path: String, _ warehouse: Warehouse? = nil) throws -> (FileReport, String) {
    do {
      let recognition = try export.recognise()
      var skipped: [SkippedRow.Reason: Int] = [:]
      let summary = try export.read(recognition) { batch in
        for row in batch.skippedRows { skipped[row.reason, default: 0] += 1 }
      }
      var report = FileReport(path: path, recognition, summary)
      report.skipped = SkippedRow.Reason.allCases.compactMap { reason in
        skipped[reason].map { "\($0): \(reason.word.lowercased())" }
      }
      if let warehouse, let changes = try? ColumnContract.evolve.hold(export, to: warehouse).changes {
        report.problems = changes.map(FileReport.Problem.init) + report.problems
      }
      if let rejected = RejectedFile(summary, limit: reading.maxRejected) {
        let reason =
          report.rowsLoaded > 0
          ? "\(report.rowsRejected) of \(report.rowsRead) rows are more than --max-rejected allows: nothing of it "
            + "would be loaded"
          : "nothing in it can be loaded"
        report.advice = "\(reason); see the problems above, \(rejected.advice)"
      }
      return (report, FileDescription.text(export.displayName, recognition, report))
    } catch let error as IngestionError {
      var report = Loading.refusal(of: path, error)
      report.sha256 = export.digest
      let isUnknown =
        switch error {
        case .unrecognised, .nearMapping: true
        default: false
        }
      guard isUnknown, let suggestion = try? MappingSuggestion(export.withoutReport, name: "draft"),
        suggestion.profile.rows > 0
      else {
        report.title = export.presumed?.title
        return (report, FileDescription.text(export.displayName, refusal: error, title: report.title))
      }
      report.describe(suggestion, error)
      return (report, FileDescription.text(export.displayName, suggestion, error, path: path))
    }
  }

  private func suggestMapping(_ options: ReadOptions) throws {
    do {
      guard let export = try ExportOpener.open(path: paths[0], options: options).first else { return }
      let known = try? export.recognise().format
      let suggestion = try MappingSuggestion(export, name: "draft")
      Terminal.write(MappingDraft.text(suggestion, file: export.displayName, knownAs: known), to: 1)
    } catch {
      throw Failure(error.description, .unusableData)
    }
  }
}

extension FileReport {
  /// A file that an empty warehouse would take: its rows add up here as they do after `ingest`.
  init(path: String, _ recognition: Recognition, _ summary: ReadSummary) {
    self.init(path: path, status: .recognised)
    describe(summary)
    rowsRead = summary.rowsRead
    rowsSkipped = summary.rowsSkipped
    rowsRejected = summary.rowsRejected
    rowsLoaded = summary.rowsRead - summary.rowsSkipped - summary.rowsRejected
    message = recognition.reason
    title = recognition.title
    account = recognition.account
    notes = recognition.notes + summary.notes + summary.caveats
    if summary.rowsRepeated > 0 { problems.append(Problem(repeatedRows: summary.rowsRepeated)) }
    columns = recognition.columns.map { Column(header: $0.header, meaning: $0.meaning) }
    advice = FileDescription.advice(self, mark: recognition.currencyMark)
  }

  mutating func describe(_ suggestion: MappingSuggestion, _ error: IngestionError) {
    columns = suggestion.profile.columns.map { Column(header: $0.header, content: $0.content.rawValue) }
    kinds = suggestion.kinds.map(\.rawValue)
    rowsRead = suggestion.profile.rows
    rowsRejected = suggestion.profile.rows
    advice = FileDescription.unknownAdvice(path, suggestion, error)
  }
}
