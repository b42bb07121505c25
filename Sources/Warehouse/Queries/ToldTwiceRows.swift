import GRDB
import Vocabulary

/// Advertising rows of a file that another file says too, in other words: they count there and not here.
package struct ToldTwiceRows: Equatable, Sendable {
  /// SHA-256 of the file whose rows do not count.
  package var digest: String
  /// Its name.
  package var file: String
  /// Of the file whose rows count instead.
  package var countedFile: String
  package var rows: Int

  /// By file, in the order of their digests.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [ToldTwiceRows] {
    try warehouse.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.digest, f.name, g.name AS countedFile, COUNT(*) AS rowCount
          FROM toldTwice AS t
          JOIN adPerformance AS p ON p.id = t.fact
          JOIN sourceFile AS f ON f.id = p.sourceFile
          JOIN sourceFile AS g ON g.id = t.countedFile
          GROUP BY f.digest, f.name, g.name, g.digest
          ORDER BY f.digest, g.name, g.digest
          """
      ).map {
        ToldTwiceRows(digest: $0["digest"], file: $0["name"], countedFile: $0["countedFile"], rows: $0["rowCount"])
      }
    }
  }
}
