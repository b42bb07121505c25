import GRDB
import Vocabulary

/// Keeps the columns that a source's exports have: the first file's, and those that later files brought along.
enum ColumnMemory {
  /// In the transaction of the file's load.
  static func keep(_ file: SourceFile, id: Int64, in db: Database) throws {
    for (index, change) in file.columnChanges.enumerated() {
      try db.execute(
        sql: "INSERT INTO columnChange (sourceFile, position, kind, header, found, expected, isLoaded) "
          + "VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, index + 1, change.kind.rawValue, change.header, change.found, change.expected, change.isLoaded,
        ])
    }
    guard let source = file.source else { return }
    let shapes = Set(try columns(of: source, in: db).map(\.shape))
    for (index, column) in file.columns.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO sourceColumn (format, account, variant, shape, key, position, header, field, content, form, currency,
            isOriginal, sourceFile)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (format, account, variant, shape, key) DO NOTHING
          """,
        arguments: [
          source.format, source.account, source.variant, column.shape, column.key, index + 1, column.header,
          column.field,
          column.content.rawValue, column.form, column.currency?.code,
          !shapes.contains(column.shape), id,
        ])
    }
  }

  static func columns(of source: SourceIdentity, in db: Database) throws -> [SourceColumn] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT key, header, field, content, form, currency, isOriginal, shape FROM sourceColumn
        WHERE format = ? AND account = ? AND variant = ? ORDER BY shape, isOriginal DESC, position, key
        """, arguments: [source.format, source.account, source.variant])
    return rows.map { row in
      var column = SourceColumn(
        key: row["key"], header: row["header"], field: row["field"],
        content: ColumnContent(rawValue: row["content"]) ?? .text, form: row["form"], currency: row.currency("currency")
      )
      column.isOriginal = row["isOriginal"]
      column.shape = row["shape"]
      return column
    }
  }
}

extension Warehouse {
  /// The columns that the exports of a source have had so far, the first file's first; none for a new source.
  package func columns(of source: SourceIdentity) throws(WarehouseError) -> [SourceColumn] {
    try read { db in try ColumnMemory.columns(of: source, in: db) }
  }

  /// The variants of a format's reports for an account that are remembered, in their own order.
  package func variants(of format: String, account: String) throws(WarehouseError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: "SELECT DISTINCT variant FROM sourceColumn WHERE format = ? AND account = ? ORDER BY variant",
        arguments: [format, account])
    }
  }
}
