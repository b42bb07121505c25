import Analysis
import ArgumentParser
import Foundation
import Vocabulary
import Warehouse

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "From a folder of exports to report/index.html: ingest, train, score, evaluate, render.",
    discussion: """
      Example:
        cd shop && fairlead build
      """)

  @Option(help: "Where the exports are; default: inbox/ in the workspace.")
  var inbox: String?

  @OptionGroup var reporting: ReportingOptions
  @OptionGroup var workspaceOptions: WorkspaceOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options: workspaceOptions)
    let lock = try WorkspaceLock(folder: workspace.folder)
    try withExtendedLifetime(lock) {
      let files = try ExportFinder.files(in: inbox.map { [$0] } ?? workspace.inboxes)
      let warehouse = try Warehouse(path: workspace.warehouse.path(percentEncoded: false))
      let loading = Loading(
        warehouse: warehouse, options: try reading.resolved(in: workspace), limit: reading.maxRejected)
      let reports = try loading.load(files, quiet: output.quiet)
      let published = try Rendering(workspace: workspace, warehouse: warehouse, options: reporting)
        .build(refused: reports.filter(\.status.isUnusable))
      try published.announce(reports, output)
    }
  }
}
