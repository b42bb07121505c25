import GRDB
import Vocabulary

/// Rows of a user's own sheet that overlap within one campaign, and that are taken for bookings beside each other.
package struct OverlappingBookings: Equatable, Sendable {
  /// SHA-256 of the file.
  package var digest: String
  /// From the first of their days to the last.
  package var window: DateWindow

  /// Of those that count, by file, in the order of their digests. Chooses among all advertising rows where a sheet tells
  /// of several days in a row, and reads none otherwise.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [OverlappingBookings] {
    try warehouse.read { db in
      guard try Bool.fetchOne(db, sql: sheetsSQL) == true else { return [] }
      let (facts, deliveries) = try AdSpendRows.told(in: db)
      var days: [Int64: ClosedRange<Int>] = [:]
      for fact in AdCover.overlapping(facts, deliveries: deliveries) {
        guard let booked = fact.bookedDays else { continue }
        let known = days[fact.file] ?? booked
        days[fact.file] = min(known.lowerBound, booked.lowerBound)...max(known.upperBound, booked.upperBound)
      }
      guard !days.isEmpty else { return [] }
      return try Row.fetchAll(db, sql: "SELECT id, digest FROM sourceFile ORDER BY digest").compactMap { row in
        guard let booked = days[row["id"]],
          let window = DateWindow(first: Day(number: booked.lowerBound), last: Day(number: booked.upperBound))
        else { return nil }
        return OverlappingBookings(digest: row["digest"], window: window)
      }
    }
  }

  private static let sheetsSQL = """
    SELECT EXISTS (
      SELECT 1 FROM adDelivery AS d JOIN sourceFile AS f ON f.id = d.sourceFile
      WHERE \(AdSpendRows.isBooked) AND d.grain NOT IN ('\(Grain.day.rawValue)', '\(Grain.undated.rawValue)')
    )
    """
}
