import ArgumentParser
import Foundation
import Warehouse

struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read-only SQL on the warehouse; a table, CSV or JSON out.",
    discussion: """
      Example:
        fairlead query "SELECT name, format, rowsLoaded FROM sourceFile"
      """)

  @Argument(help: "One SELECT.")
  var sql: String

  @Flag(help: "CSV instead of a table.")
  var csv = false

  @OptionGroup var workspaceOptions: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options: workspaceOptions)
    let result: QueryAnswer
    do {
      result = try Warehouse.openReadOnly(path: workspace.warehouse.path(percentEncoded: false)).queryRows(sql)
    } catch {
      throw Failure(error.description)
    }
    if output.json {
      let rows = result.rows.map { row in "[" + row.map(json).joined(separator: ",") + "]" }
      let columns = result.columns.map(DelimitedText.json).joined(separator: ",")
      Terminal.say("{\"columns\":[\(columns)],\"rows\":[\n\(rows.joined(separator: ",\n"))\n]}")
    } else if csv {
      for row in [result.columns] + result.rows.map({ $0.map(text) }) {
        Terminal.write(row.map(DelimitedText.csv).joined(separator: ",") + "\r\n", to: 1)
      }
    } else {
      table(result)
    }
  }

  private func json(_ value: QueryAnswer.Value) -> String {
    switch value {
    case .null: "null"
    case .integer(let number): String(number)
    case .real(let number): number.isFinite ? String(number) : "null"
    case .text(let text): DelimitedText.json(text)
    case .bytes(let count): DelimitedText.json("\(count) bytes")
    }
  }

  private func text(_ value: QueryAnswer.Value) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .bytes(let count): "\(count) bytes"
    }
  }

  private func table(_ result: QueryAnswer) {
    let rows = [result.columns] + result.rows.map { $0.map(text) }
    let widths = result.columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      Terminal.say(cells.joined(separator: "  "))
    }
  }
}
