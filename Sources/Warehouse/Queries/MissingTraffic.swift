import GRDB
import Vocabulary

/// Rows of website figures that an older file tells and a newer one of the same windows does not hold. They still count:
/// tools cut such tables to their first rows, so that what is missing may only not be shown.
package enum MissingTraffic {
  private static let isNewer = Evidence.isNewer("b", than: "a")

  static let sql = """
    WITH telling AS (
      SELECT series, firstDay, lastDay, sourceFile, COUNT(*) AS rowCount
      FROM webTraffic
      WHERE firstDay IS NOT NULL
      GROUP BY series, firstDay, lastDay, sourceFile
    )
    SELECT b.digest, b.name, a.digest AS olderDigest, SUM(p.rowCount) AS rowCount,
      MIN(p.firstDay) AS firstDay, MAX(p.lastDay) AS lastDay
    FROM telling AS p
    JOIN sourceFile AS a ON a.id = p.sourceFile
    JOIN telling AS n ON n.series = p.series AND n.firstDay = p.firstDay AND n.lastDay = p.lastDay
      AND n.sourceFile <> p.sourceFile
    JOIN sourceFile AS b ON b.id = n.sourceFile AND \(isNewer)
    GROUP BY b.digest, a.digest
    ORDER BY b.digest, a.digest
    """

  /// By newer and older file, in the order of their digests. One pass over the rows of website figures where two files
  /// or more hold any, and none otherwise.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [LackedRows] {
    try warehouse.read { db in
      let files = try Int.fetchOne(db, sql: "SELECT COUNT(DISTINCT sourceFile) FROM webTraffic")
      guard let files, files > 1 else { return [] }
      return try Row.fetchAll(db, sql: sql).compactMap { LackedRows($0) }
    }
  }
}
