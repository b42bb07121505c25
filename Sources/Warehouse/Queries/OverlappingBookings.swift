import GRDB
import Vocabulary

/// Rows of a user's own sheet that overlap within one campaign, and that are taken for bookings beside each other.
package struct OverlappingBookings: Equatable, Sendable {
  /// SHA-256 of the file.
  package var digest: String
  /// From the first of their days to the last.
  package var window: DateWindow

  /// By file, in the order of their digests.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [OverlappingBookings] {
    try warehouse.read { db in
      let facts = try AdSpendRows.booked(in: db)
      let campaigns = Dictionary(grouping: facts) {
        [$0.spend.platform, $0.spend.account, $0.spend.campaign, $0.campaignID]
      }
      var days: [Int64: ClosedRange<Int>] = [:]
      for fact in campaigns.values.flatMap(BookedWindows.joined) {
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
}
