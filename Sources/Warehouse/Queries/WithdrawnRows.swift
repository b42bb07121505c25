import GRDB
import Vocabulary

/// Advertising rows by day that a file covers and does not hold, though an older one does: they count no more.
package enum WithdrawnRows {
  /// A row that has only moved to another result type of the same day is not among them.
  static let sql = """
    WITH told AS (
      SELECT DISTINCT q.sourceFile, q.entity, q.firstDay, q.lastDay, t.breakdown, t.breakdownValue
      FROM adPerformance AS q
      JOIN adSlice AS t ON t.id = q.slice
      WHERE q.sourceFile IN (SELECT newFile FROM withdrawnAdPerformance)
    )
    SELECT b.digest, b.name, a.digest AS olderDigest, COUNT(*) AS rowCount,
      MIN(p.firstDay) AS firstDay, MAX(p.lastDay) AS lastDay
    FROM withdrawnAdPerformance AS w
    JOIN adPerformance AS p ON p.id = w.fact
    JOIN adSlice AS u ON u.id = p.slice
    JOIN sourceFile AS a ON a.id = p.sourceFile
    JOIN sourceFile AS b ON b.id = w.newFile
    LEFT JOIN told AS y ON y.sourceFile = w.newFile AND y.entity = p.entity AND y.firstDay = p.firstDay
      AND y.lastDay = p.lastDay AND y.breakdown = u.breakdown AND y.breakdownValue = u.breakdownValue
    WHERE y.entity IS NULL
    GROUP BY b.digest, a.digest
    ORDER BY b.digest, a.digest
    """

  /// By newer and older file, in the order of their digests. One pass over all advertising rows where two files or more
  /// hold any by day, and none otherwise.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [LackedRows] {
    try warehouse.read { db in
      let files = try Int.fetchOne(db, sql: "SELECT COUNT(DISTINCT sourceFile) FROM adSeries")
      guard let files, files > 1 else { return [] }
      return try Row.fetchAll(db, sql: sql).compactMap { LackedRows($0) }
    }
  }
}
