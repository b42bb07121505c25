import Analysis
import ArgumentParser
import Foundation
import Reporting
import Warehouse

struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "From a number in the report to its formula, its rows, and their file, line and hash.",
    discussion: """
      Without an id, all numbers of the report with their ids. Exit code 1 where the rows no longer give the number.

      Example:
        fairlead trace summary.revenue --limit 5
      """)

  @Argument(help: "The id of a number, as the report and `fairlead trace` show it.")
  var number: String?

  @Option(help: "Rows to show of each set; 0: none.")
  var limit = 10

  @Option(help: ArgumentHelp("The report that holds the number; default: report/ in the workspace.", valueName: "dir"))
  var report: String?

  @OptionGroup var workspaceOptions: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...1_000_000).contains(limit) else {
      throw ValidationError("--limit is \(limit); expected 0 to 1000000 rows")
    }
  }

  func run() throws {
    let workspace = try Workspace(options: workspaceOptions)
    let folder = report.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? workspace.report
    let published = try PublishedNumbers(folder: folder)
    guard let number else { return try NumberList(published).say(json: output.json) }
    let asked = try published.number(number)
    guard let currency = published.currency else {
      throw Failure("\(number): the report has no currency; expected one; build the report again", .unusableData)
    }
    let traced: TracedNumber
    do {
      let warehouse = try Warehouse.openReadOnly(path: workspace.warehouse.path(percentEncoded: false))
      let pseudonym = Pseudonym(key: try workspace.pseudonymKey())
      let book = try FormulaBook(
        warehouse: warehouse, asOf: published.asOf, currency: currency,
        isDeclared: workspace.configuration.currency != nil,
        selection: asked.number.measure.countsAdvertising ? nil : .nothing,
        rules: workspace.configuration.channels.grouping, pseudonym: { pseudonym($0) })
      guard let trace = try Tracer(book, limit: limit).trace(asked.number) else {
        throw Failure(
          "\(number): what it is about is no longer in the warehouse; expected the one that the report was made from; "
            + "run `fairlead report` again")
      }
      traced = TracedNumber(published: asked, trace: trace, asOf: published.asOf)
    } catch let error as WarehouseError {
      throw Failure(error.description)
    }
    if output.json { try Terminal.sayJSON(traced.record) } else { TraceText(traced).lines.forEach(Terminal.say) }
    if let disagreement = traced.disagreement { throw Failure(disagreement) }
  }
}
