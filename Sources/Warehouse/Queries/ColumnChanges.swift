import GRDB
import Vocabulary

/// A file whose columns are not those of the first file of its source.
package struct FileColumnChange: Equatable, Sendable {
  package var file: String
  package var change: ColumnChange
}

package enum ColumnChanges {
  /// By file and place in it.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [FileColumnChange] {
    try warehouse.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.name, c.kind, c.header, c.found, c.expected FROM columnChange AS c
          JOIN sourceFile AS f ON f.id = c.sourceFile
          ORDER BY f.name, f.digest, c.position
          """
      ).compactMap { row in
        ColumnChange.Kind(rawValue: row["kind"]).map {
          FileColumnChange(
            file: row["name"],
            change: ColumnChange($0, header: row["header"], found: row["found"], expected: row["expected"]))
        }
      }
    }
  }
}
