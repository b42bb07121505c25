import ArgumentParser
import Ingestion

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Any table out of any container as clean UTF-8 CSV or JSON, nothing interpreted.",
    discussion: """
      Delimiter, quotation marks, encoding and the place of the table are found from the file itself. Every record is
      kept: one that does not fit is mended or filled up, and standard error tells how many were. With --strict such
      records are left out and the command fails, as `ingest` would.

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

  @Flag(help: "Mend nothing: leave out records that do not fit, and fail where there are any.")
  var strict = false

  @Option(help: "The language of a file that is not UTF-8, such as pl, ja or zh-TW: its code page.")
  var locale: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if csv && output.json { throw ValidationError("--csv and --json exclude each other; choose one") }
    if table < 1 { throw ValidationError("--table is \(table); expected 1 or more") }
  }

  func run() throws {
    do {
      var skipped = 0
      var options = ReadOptions(locale: locale)
      options.identifies = false
      let exports = try ExportOpener.open(path: file, options: options)
      for export in exports {
        let others = exports.map(\.displayName).filter { $0 != export.displayName }
        let wanted = table - skipped
        guard strict else {
          let summary = try writeMended(export, table: wanted, others: others)
          if summary.tables >= wanted { return }
          skipped += summary.tables
          continue
        }
        let count = try export.tableCount()
        if count >= wanted { return try writeStrictly(export, table: wanted, others: others) }
        skipped += count
      }
      guard skipped > 0 else { throw IngestionError.empty(file: file) }
      throw Failure("\(file): holds \(skipped) tables; expected --table 1 to \(skipped); correct it", .unusableData)
    } catch let error as IngestionError {
      throw Failure(error.description, .unusableData)
    }
  }

  /// `others`: the names of the other files beside it in its archive.
  private func writeMended(_ export: Export, table: Int, others: [String]) throws -> TableSummary {
    var printer = RowPrinter(isJSON: output.json)
    let summary = try export.mendedRows(table: table) {
      printer.add($0)
    } plain: {
      printer.add($0)
    } cells: {
      printer.add($0)
    }
    guard summary.tables >= table else { return summary }
    printer.finish()
    if summary.isEncodingAssumed {
      Terminal.complain("\(export.displayName): states no encoding and is no UTF-8; read as \(summary.encoding)")
    }
    if summary.headerRows > 1 {
      Terminal.complain(
        "\(export.displayName): the names of the columns are \(summary.headerRows) rows joined; --strict takes the first"
      )
    }
    if summary.rowsMended > 0, let line = summary.mendedLines.first {
      Terminal.complain(
        "\(export.displayName): \(summary.rowsMended) records did not fit the table and were mended, the first in line "
          + "\(line); --strict leaves them out")
    }
    tell(export, summary, table: table, others: others)
    try refuseRejected(export, summary)
    return summary
  }

  private func writeStrictly(_ export: Export, table: Int, others: [String]) throws {
    var printer = RowPrinter(isJSON: output.json)
    let summary = try export.rawRows(table: table) { printer.add($0) }
    printer.finish()
    tell(export, summary, table: table, others: others)
    try refuseRejected(export, summary)
  }

  private func tell(_ export: Export, _ summary: TableSummary, table: Int, others: [String]) {
    if let leftOut = LeftOutParts(summary, table: table, files: others).words {
      Terminal.complain("\(export.displayName): \(leftOut)")
    }
    if summary.hiddenSheets > 0 {
      Terminal.complain("\(export.displayName): read \(summary.dialect); unhide a sheet to have it read")
    }
    for note in summary.notes.prefix(10) {
      Terminal.complain(
        "\(export.displayName):\(note.line): \(note.column) is \(note.found); expected \(note.expected); "
          + "correct the cell where it matters")
    }
  }

  private func refuseRejected(_ export: Export, _ summary: TableSummary) throws {
    if summary.rowsRejected > 0 {
      throw Failure(
        "\(export.displayName): \(summary.rowsRejected) rows could not be read cell by cell; expected none; "
          + "see `fairlead inspect`", .unusableData)
    }
  }
}
