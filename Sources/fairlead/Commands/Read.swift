import ArgumentParser
import Ingestion

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Any table out of any container as clean UTF-8 CSV or JSON, nothing interpreted.",
    discussion: """
      Example:
        fairlead read Campaign_report.csv | head
        fairlead read --table 2 data-export.csv
      """)

  @Argument(help: "The export.")
  var file: String

  @Option(help: "Which table, where a file holds several; from 1.")
  var table = 1

  @Flag(help: "CSV, the default.")
  var csv = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if csv && output.json { throw ValidationError("--csv and --json exclude each other; choose one") }
    if table < 1 { throw ValidationError("--table is \(table); expected 1 or more") }
  }

  func run() throws {
    do {
      let exports = try ExportOpener.open(path: file, options: ReadOptions())
      var skipped = 0
      for export in exports {
        let count = exports.count == 1 ? table : try export.tableCount()
        guard table - skipped <= count else {
          skipped += count
          continue
        }
        return try write(export, table: table - skipped)
      }
      throw Failure("\(file): holds \(skipped) tables; expected --table 1 to \(skipped); correct it", .unusableData)
    } catch let error as IngestionError {
      throw Failure(error.description, .unusableData)
    }
  }

  private func write(_ export: Export, table: Int) throws {
    var isFirst = true
    var text = output.json ? "{\"rows\":[" : ""
    let summary = try export.rawRows(table: table) { row in
      if output.json {
        text += (isFirst ? "\n" : ",\n") + "[" + row.map(DelimitedText.json).joined(separator: ",") + "]"
      } else {
        for (index, cell) in row.enumerated() {
          if index > 0 { text += "," }
          text += DelimitedText.csv(cell)
        }
        text += "\r\n"
      }
      isFirst = false
      if text.utf8.count >= 1 << 16 {
        Terminal.write(text, to: 1)
        text = ""
      }
    }
    Terminal.write(text, to: 1)
    if output.json { Terminal.write("\n]}\n", to: 1) }
    if summary.hiddenSheets > 0 {
      Terminal.complain("\(export.displayName): read \(summary.dialect); unhide a sheet to have it read")
    }
    for note in summary.notes.prefix(10) {
      Terminal.complain(
        "\(export.displayName):\(note.line): \(note.column) is \(note.found); expected \(note.expected); "
          + "correct the cell where it matters")
    }
    if summary.rowsRejected > 0 {
      throw Failure(
        "\(export.displayName): \(summary.rowsRejected) rows could not be read cell by cell; expected none; "
          + "see `fairlead inspect`", .unusableData)
    }
  }
}
