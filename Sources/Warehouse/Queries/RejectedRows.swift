import GRDB
import Vocabulary

package struct RejectedFileRow: Equatable, Sendable {
  package var file: String
  /// SHA-256 of the file.
  package var digest: String
  package var row: RejectedRow
}

/// Every row that could not be understood, by file and line.
package enum RejectedRows {
  static let sql = """
    SELECT f.name AS file, f.digest, r.line, r.columnName, r.found, r.expected
    FROM rejectedRow AS r JOIN sourceFile AS f ON f.id = r.sourceFile
    ORDER BY f.name, f.digest, r.line, r.position
    """

  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [RejectedFileRow] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        RejectedFileRow(
          file: row["file"], digest: row["digest"],
          row: RejectedRow(
            line: row["line"], column: row["columnName"], found: row["found"], expected: row["expected"]))
      }
    }
  }
}
