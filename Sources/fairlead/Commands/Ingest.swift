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
    let lock = try WorkspaceLock(folder: workspace.folder)
    let files = try ExportFinder.files(in: paths.isEmpty ? [workspace.inbox.path(percentEncoded: false)] : paths)
    let reports = try withExtendedLifetime(lock) {
      let warehouse = try Warehouse(path: workspace.warehouse.path(percentEncoded: false))
      let loading = Loading(
        warehouse: warehouse, options: try reading.resolved(in: workspace), limit: reading.maxRejected,
        contract: contract)
      let reports = try loading.load(files, quiet: output.quiet)
      return reading.currency == nil ? reports : try reports.map { try Ingest.told($0, isIn: warehouse) }
    }
    if output.json {
      try Terminal.sayJSON(FileReports(files: reports))
    } else if paths.isEmpty || !Loading.isRefusalOfOne(reports) {
      Terminal.write(FileTable.text(reports), to: 1)
    }
    try Loading.refuseIfNothingWasUsable(reports, named: paths)
  }

  /// A currency that is named too late: what is loaded stays as it was.
  static func told(_ report: FileReport, isIn warehouse: Warehouse) throws -> FileReport {
    guard report.status == .unchanged, FileReport.amounts.contains(where: { report.totals[$0] ?? "0" != "0" }),
      let digest = report.sha256, try warehouse.isLoadedWithoutCurrency(digest: digest)
    else { return report }
    var report = report
    report.problems.append(
      FileReport.Problem(
        line: nil, column: nil, found: "the file is loaded already, without a currency, and stays so",
        expected:
          "--currency when it is first loaded: write `currency:` into fairlead.yml, or, if the files are in different "
          + "currencies, delete warehouse.sqlite and ingest each with its own --currency"))
    return report
  }
}
