import GRDB
import Vocabulary

/// Exchange rates of a file on days for which another authority states other ones between the same currencies: of two,
/// the first in the alphabet counts.
package struct RivalRates: Equatable, Sendable {
  /// Of the rates that do not count: who states them, and in which file, with its SHA-256.
  package var authority: String
  package var file: String
  package var digest: String
  /// Of those that count.
  package var countedAuthority: String
  package var countedFile: String
  package var countedDigest: String
  /// On which they differ.
  package var days: Int

  static let sql = """
    WITH stated AS (
      SELECT r.day, a.content AS authority, r.rateNanos, r.sourceFile,
        FIRST_VALUE(a.content) OVER pair AS countedAuthority, FIRST_VALUE(r.rateNanos) OVER pair AS countedNanos,
        FIRST_VALUE(r.sourceFile) OVER pair AS countedFile
      FROM exchangeRate AS r
      JOIN label AS a ON a.id = r.authority
      WHERE r.rateNanos > 0
      WINDOW pair AS (PARTITION BY r.day, r.base, r.quote ORDER BY a.content)
    )
    SELECT s.authority, f.name AS file, f.digest, s.countedAuthority, g.name AS countedFile,
      g.digest AS countedDigest, COUNT(DISTINCT s.day) AS days
    FROM stated AS s
    JOIN sourceFile AS f ON f.id = s.sourceFile
    JOIN sourceFile AS g ON g.id = s.countedFile
    WHERE s.rateNanos <> s.countedNanos
    GROUP BY f.id, s.authority, g.id, s.countedAuthority
    ORDER BY f.digest, s.authority, g.digest, s.countedAuthority
    """

  /// In the order of the files' digests. One pass over all rates where several authorities state any, and none
  /// otherwise.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [RivalRates] {
    try warehouse.read { db in
      let authorities = try Int.fetchOne(db, sql: "SELECT COUNT(DISTINCT authority) FROM exchangeRate")
      guard let authorities, authorities > 1 else { return [] }
      return try Row.fetchAll(db, sql: sql).map {
        RivalRates(
          authority: $0["authority"], file: $0["file"], digest: $0["digest"],
          countedAuthority: $0["countedAuthority"], countedFile: $0["countedFile"],
          countedDigest: $0["countedDigest"], days: $0["days"])
      }
    }
  }
}
