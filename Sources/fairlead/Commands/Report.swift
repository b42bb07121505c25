import ArgumentParser
import Foundation
import Warehouse

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Renders the report again from what is in the warehouse; fits nothing.",
    discussion: """
      Example:
        fairlead report --as-of 2026-06-30 --out june --single-file --email june.html
      """)

  @OptionGroup var reporting: ReportingOptions
  @OptionGroup var forms: ReportForms
  @OptionGroup var workspaceOptions: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options: workspaceOptions)
    let lock = try WorkspaceLock(folder: workspace.folder)
    try withExtendedLifetime(lock) {
      let path = workspace.warehouse.path(percentEncoded: false)
      guard FileManager.default.fileExists(atPath: path) else {
        throw Failure(
          "\(path): no warehouse here; expected one made by `fairlead build`; run that first", .unusableData)
      }
      let warehouse = try Warehouse(path: path)
      let published = try Rendering(workspace: workspace, warehouse: warehouse, options: reporting).render(forms)
      try published.announce([], output)
    }
  }
}
