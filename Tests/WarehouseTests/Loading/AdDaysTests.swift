import Testing
import Vocabulary

@testable import Warehouse

/// Which days a file is taken to speak of, and from when to when it tells of an entity.
struct AdDaysTests {
  private func spans(_ export: Export, _ table: String) throws -> Set<String> {
    let scratch = try Scratch()
    try scratch.load(export)
    return Set(
      try scratch.warehouse.queryRows("SELECT firstDay, lastDay FROM \(table)").rows.map { row in
        guard case .integer(let first) = row[0], case .integer(let last) = row[1] else { return "undated" }
        return "\(Day(number: Int(first)))…\(Day(number: Int(last)))"
      })
  }

  /// In no order, two campaigns in turn.
  private static let scattered = ["05", "01", "09", "03"].flatMap { day in
    [ad("A", "2026-03-\(day)", spend: 1), ad("B", "2026-03-\(day)", spend: 1)]
  }

  @Test func withoutAWindowItIsTheRowsOwnDays() throws {
    let export = Export("a", ads: Self.scattered)
    #expect(try spans(export, "adSeries") == ["2026-03-01…2026-03-09"])
    #expect(try spans(export, "adDelivery") == ["2026-03-01…2026-03-09"])
  }

  @Test func theFilesWindowCountsWhereOneBreakdownByDayIsAllItHolds() throws {
    let export = Export("a", window: "2026-02-20…2026-03-31", ads: Self.scattered)
    #expect(try spans(export, "adSeries") == ["2026-02-20…2026-03-31"])
    #expect(try spans(export, "adDelivery") == ["2026-03-01…2026-03-09"])
  }

  /// From a Sunday to a Monday, by week.
  @Test func aWeekOfWhichADayIsLeftIsNoDay() throws {
    let rows = ["2026-09-13", "2026-09-14…2026-09-20", "2026-10-05…2026-10-11", "2026-10-12"].map { window in
      var row = ad("A", window, spend: 1)
      row.isOfSums = true
      return row
    }
    let export = Export("a", window: "2026-09-13…2026-10-12", ads: rows)
    #expect(try spans(export, "adSeries") == [])
    #expect(try spans(export, "adDelivery") == ["2026-09-13…2026-10-12", "2026-09-14…2026-10-11"])
  }

  @Test func besideAnotherBreakdownOrGrainTheRowsOwnDaysMustDo() throws {
    let split = ad("A", "2026-03-20", spend: 1, breakdown: "age", value: "18-24")
    #expect(
      try spans(Export("a", window: "2026-01-01…2026-03-31", ads: Self.scattered + [split]), "adSeries")
        == ["2026-03-01…2026-03-09", "2026-03-20…2026-03-20"])
    let month = ad("A", "2026-02-01…2026-02-28", spend: 1)
    #expect(
      try spans(Export("a", window: "2026-01-01…2026-03-31", ads: Self.scattered + [month]), "adSeries")
        == ["2026-03-01…2026-03-09"])
  }
}
