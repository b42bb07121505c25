import GRDB
import Vocabulary

/// A total that a file states, beside the sum of the file's own rows.
package struct CheckedTotal: Equatable, Sendable {
  package var file: String
  /// SHA-256 of the file.
  package var digest: String
  /// Among the file's totals, from 1.
  package var position: Int
  package var line: Int
  package var label: String
  package var metric: TotalMetric
  /// In millionths, as are the sum and the gap.
  package var statedMicros: Int64
  /// Of all rows of the same section as they were delivered; nil where none gives the metric.
  package var sumMicros: Int64?
  package var coversAllRows: Bool

  /// Stated less summed: positive where the platform counts what it does not list.
  package var gapMicros: Int64? { sumMicros.map { statedMicros - $0 } }
}

package enum ControlTotals {
  static let sql = """
    SELECT f.name AS file, f.digest, c.position, c.line, c.label, c.metric,
      c.valueMicros AS statedMicros, t.valueMicros AS sumMicros,
      c.coversAllRows
    FROM controlTotal AS c
    JOIN sourceFile AS f ON f.id = c.sourceFile
    LEFT JOIN fileTotal AS t ON t.sourceFile = c.sourceFile AND t.section = c.section AND t.metric = c.metric
    ORDER BY f.name, f.digest, c.position
    """

  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [CheckedTotal] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).compactMap { row in
        TotalMetric(rawValue: row["metric"]).map {
          CheckedTotal(
            file: row["file"], digest: row["digest"], position: row["position"], line: row["line"], label: row["label"],
            metric: $0, statedMicros: row["statedMicros"],
            sumMicros: row["sumMicros"], coversAllRows: row["coversAllRows"])
        }
      }
    }
  }
}
