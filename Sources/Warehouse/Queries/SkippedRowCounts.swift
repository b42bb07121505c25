import GRDB
import Vocabulary

package struct SkippedRowCount: Equatable, Sendable {
  package var file: String
  package var reason: SkippedRow.Reason
  package var rows: Int
  package var firstLine: Int
}

/// How many rows of each file rightly hold no fact, and why.
package enum SkippedRowCounts {
  static let sql = """
    SELECT f.name AS file, s.reason, s.rows, s.firstLine
    FROM skippedRowCount AS s JOIN sourceFile AS f ON f.id = s.sourceFile
    ORDER BY f.name, f.digest, s.reason
    """

  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [SkippedRowCount] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).compactMap { row in
        SkippedRow.Reason(rawValue: row["reason"]).map {
          SkippedRowCount(file: row["file"], reason: $0, rows: row["rows"], firstLine: row["firstLine"])
        }
      }
    }
  }
}
