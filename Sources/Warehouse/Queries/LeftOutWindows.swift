import GRDB
import Vocabulary

/// Advertising rows of a file that are each a sum over several days and do not count, since rows that count overlap them.
package struct LeftOutWindows: Equatable, Sendable {
  /// SHA-256 of the file.
  package var digest: String
  /// Its name.
  package var file: String
  /// From the first of their days to the last.
  package var window: DateWindow
  /// From the first to the last of those that no row that counts tells; all, where each is told and some cost less.
  package var missing: DateWindow

  /// By file, in the order of their digests. Chooses among all advertising rows where any is a sum over days, and reads
  /// none otherwise.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [LeftOutWindows] {
    try warehouse.read { db in
      guard try Bool.fetchOne(db, sql: longerSQL) == true else { return [] }
      let (facts, deliveries) = try AdSpendRows.told(in: db)
      let byFile = Dictionary(grouping: AdCover.leftOut(facts, deliveries: deliveries), by: \.file)
      return try Row.fetchAll(db, sql: "SELECT id, name, digest FROM sourceFile ORDER BY digest").compactMap {
        row -> LeftOutWindows? in
        guard let rows = byFile[row["id"]], let window = span(rows.map(\.days)),
          let missing = span(rows.map(\.missing))
        else { return nil }
        return LeftOutWindows(digest: row["digest"], file: row["name"], window: window, missing: missing)
      }
    }
  }

  private static let longerSQL = """
    SELECT EXISTS (
      SELECT 1 FROM adDelivery WHERE grain NOT IN ('\(Grain.day.rawValue)', '\(Grain.undated.rawValue)')
    )
    """

  private static func span(_ ranges: [ClosedRange<Int>]) -> DateWindow? {
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else { return nil }
    return DateWindow(first: Day(number: first), last: Day(number: last))
  }
}
