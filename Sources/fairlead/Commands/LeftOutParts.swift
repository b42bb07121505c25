import Ingestion

/// What stands in a file besides the table that `read` has written.
struct LeftOutParts {
  private static let shown = 5

  private let rowsAbove: Int
  private let tables: Int
  /// Of the other tables, as far as they have any.
  private let tableNames: [String]
  private let files: [String]

  /// `table`: the one that was written, from 1. `files`: the names of the other files in its archive.
  init(_ summary: TableSummary, table: Int, files: [String]) {
    rowsAbove = summary.rowsAbove
    tables = max(0, summary.tables - 1)
    tableNames = summary.tableNames.enumerated().compactMap { place, name in
      place == table - 1 || name.isEmpty ? nil : name
    }
    self.files = files
  }

  /// Nil where nothing is left out.
  var words: String? {
    let parts = [
      LeftOutParts.count(rowsAbove, "row above the header", "rows above the header", []),
      LeftOutParts.count(tables, "more table", "more tables", tableNames),
      LeftOutParts.count(files.count, "more file", "more files", files),
    ].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return "left out \(parts.joined(separator: ", "))"
      + (tables + files.count > 0 ? "; --table writes another table" : "")
  }

  private static func count(_ number: Int, _ one: String, _ several: String, _ names: [String]) -> String? {
    guard number > 0 else { return nil }
    let list = names.prefix(shown).joined(separator: ", ") + (names.count > shown ? " …" : "")
    return "\(number) \(number == 1 ? one : several)" + (names.isEmpty ? "" : " (\(list))")
  }
}
