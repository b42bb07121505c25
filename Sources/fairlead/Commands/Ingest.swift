import ArgumentParser
import Foundation
import Warehouse

struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Loads exports into the workspace's warehouse.",
    discussion: """
      Loading the same file twice changes nothing; a newer export restates the days it covers and keeps the old figures.

      Example:
        fairlead ingest ~/Downloads/orders_export.csv
      """)

  @Argument(help: "Files or folders; default: the workspace's inbox, recursively.")
  var paths: [String] = []

  @Option(
    help: """
      Where a file's columns differ from those of the first file of its report and account: freeze refuses it, evolve \
      loads it and says so, discard loads it without the new columns.
      """)
  var contract = ColumnContract.evolve

  @OptionGroup var workspaceOptions: WorkspaceOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options: workspaceOptions)
    if !workspace.isBegun, !output.quiet {
      Terminal.remark(
        "This folder is no workspace yet: warehouse.sqlite is made in it. `fairlead new NAME` makes a folder of its own.\n"
      )
    }
    let lock = try WorkspaceLock(folder: workspace.folder)
    let files = try ExportFinder.files(in: paths.isEmpty ? [workspace.inbox.path(percentEncoded: false)] : paths)
    let reports = try withExtendedLifetime(lock) {
      let warehouse = try Warehouse(path: workspace.warehouse.path(percentEncoded: false))
      let loading = Loading(
        warehouse: warehouse, options: try reading.resolved(in: workspace), limit: reading.maxRejected,
        contract: contract)
      let reports = try loading.load(files, quiet: output.quiet)
      return try reports.map { try told($0, isIn: warehouse) }
    }
    if output.json {
      try Terminal.sayJSON(FileReports(files: reports))
    } else if !Loading.isRefusalOfOne(reports) {
      Terminal.write(FileTable.text(reports), to: 1)
    }
    try Loading.refuseIfNothingWasUsable(reports)
  }

  /// What is said too late of a file: what is loaded stays as it was read then.
  func told(_ report: FileReport, isIn warehouse: Warehouse) throws -> FileReport {
    guard report.status == .unchanged, let digest = report.sha256,
      let stored = try SourceFiles.fetch(digest: digest, from: warehouse)
    else { return report }
    var report = report
    let hasAmounts = FileReport.amounts.contains { report.totals[$0] ?? "0" != "0" }
    if reading.currency != nil, hasAmounts, report.currency != stored.currency?.code {
      let loaded = stored.currency.map { "in \($0)" } ?? "without a currency"
      report.problems.append(
        FileReport.Problem(
          line: nil, column: nil, found: "the file is loaded already, \(loaded), and stays so",
          expected:
            "--currency when it is first loaded: write `currency:` into fairlead.yml, or, if the files are in different "
            + "currencies, delete warehouse.sqlite and ingest each with its own --currency"))
    }
    let days = stored.window.map { [$0.first.description, $0.last.description] } ?? []
    let read = [report.firstDay, report.lastDay].compactMap { $0 }
    if reading.dateOrder != nil || reading.locale != nil, days.count == 2, read.count == 2, days != read {
      report.problems.append(
        FileReport.Problem(
          line: nil, column: nil,
          found: "the file is loaded already, with days from \(days[0]) to \(days[1]), and stays so",
          expected:
            "--date-order or --locale when it is first loaded: to read it anew, delete warehouse.sqlite and ingest all "
            + "files again"))
    }
    return report
  }
}
