import Testing
import Vocabulary

@testable import Warehouse

/// Flights in June 2026 of one campaign in one sheet of the user's own. Sums by hand.
@Suite struct BookedWindowsTests {
  private static let month = "2026-06-01…2026-06-30"

  /// `bookings`: station, "" for none, first and last day of June, euros.
  private func sheet(_ name: String, _ bookings: [(String, Int, Int, Int64)], format: String = "mapping plan") -> Export
  {
    let rows = bookings.map { station, first, last, spend in
      var row = ad(
        "Summer", "2026-06-\(first < 10 ? "0" : "")\(first)…2026-06-\(last < 10 ? "0" : "")\(last)", spend: spend,
        platform: "Radio")
      row.adGroup = station
      row.isOfSums = true
      return row
    }
    var export = Export(name, window: Self.month, ads: rows)
    export.file.format = format
    return export
  }

  private func total(_ exports: [Export]) throws -> (counted: Int64, told: [DateWindow]) {
    let scratch = try Scratch()
    for export in exports { try scratch.load(export) }
    let (rows, selection) = try AdSpendRows.fetchSelection(from: scratch.warehouse)
    let counted = rows.compactMap(\.spendMicros).reduce(0, +)
    let answer = try scratch.warehouse.queryRows(
      "SELECT COALESCE(SUM(spendMicros), 0) FROM readableAdPerformance WHERE \(selection.condition)")
    #expect(answer.rows == [[.integer(counted)]], "who reads the query gets the same rows")
    return (counted / Micros.perUnit, try OverlappingBookings.fetch(from: scratch.warehouse).map(\.window))
  }

  @Test(
    arguments: [
      // Three stations; one of which has an extra flight; a flight and a day in it; two that cross; no station at all.
      ([("Antenne", 1, 30, 3000), ("FFH", 8, 21, 1400), ("Radio 7", 15, 28, 2000)], 6400, (1, 30)),
      ([("Antenne", 1, 30, 3000), ("FFH", 1, 30, 1400), ("FFH", 8, 14, 500)], 4900, (1, 30)),
      ([("Kino", 8, 14, 2100), ("Kino", 10, 10, 130)], 2230, (8, 14)),
      ([("", 1, 14, 3000), ("", 8, 21, 1400)], 4400, (1, 21)),
      // A flight as dear as another within it is no sum of that one alone.
      ([("Kino", 1, 30, 1000), ("Kino", 8, 14, 1000)], 2000, (1, 30)),
      // Equal starts of two stations are no sums to date.
      ([("Antenne", 1, 30, 3000), ("FFH", 1, 14, 1400)], 4400, (1, 30)),
      // The halves are another station's, so that the month is not their sum.
      ([("Antenne", 1, 30, 3000), ("FFH", 1, 14, 1500), ("FFH", 15, 30, 1500)], 6000, (1, 30)),
    ] as [([(String, Int, Int, Int64)], Int64, (Int, Int))])
  func overlappingBookingsOfASheetCountBesideEachOther(
    bookings: [(String, Int, Int, Int64)], sum: Int64, window: (Int, Int)
  ) throws {
    let (counted, told) = try total([sheet("plan", bookings)])
    #expect(counted == sum)
    let first = days(Self.month).first
    #expect(told == [DateWindow(first: first + (window.0 - 1), last: first + (window.1 - 1))])
  }

  /// A month above its weeks, sums to date, bookings that follow each other; and a platform's report, which tells its own
  /// days again where reports stand below each other.
  @Test func sumsAreNoBookings() throws {
    let weeks: [(String, Int, Int, Int64)] = [("", 1, 7, 700), ("", 8, 14, 750), ("", 15, 30, 1550)]
    for (rows, sum) in [
      ([("", 1, 30, 3000)] + weeks, 3000), ([("", 1, 7, 700), ("", 1, 14, 1450), ("", 1, 30, 3000)], 3000),
      (weeks, 3000),
    ] as [([(String, Int, Int, Int64)], Int64)] {
      let (counted, told) = try total([sheet("plan", rows)])
      #expect(counted == sum && told.isEmpty)
    }
    let report = sheet("report", [("", 1, 14, 3000), ("", 8, 20, 1400)], format: "MetaAdsReport")
    #expect(try total([report]) == (3000, []))
  }

  /// Two flights within the first week cost as much as a third over it: it is taken for their sum, and the month beside
  /// them still counts with them, 9000 + 400 + 300 + 2000. A month that sums up its overlapping flights counts alone. Nor
  /// do sums of sums make bookings of what they hold.
  @Test func aSumLeavesTheOtherBookingsBesideEachOther() throws {
    let flights: [(String, Int, Int, Int64)] = [
      ("", 1, 30, 9000), ("", 1, 7, 700), ("", 1, 3, 400), ("", 4, 6, 300), ("", 20, 25, 2000),
    ]
    let (counted, told) = try total([sheet("plan", flights)])
    #expect(counted == 11_700 && told == [days(Self.month)])
    #expect(try total([sheet("plan", [("", 1, 30, 3000), ("", 1, 20, 1000), ("", 10, 30, 2000)])]) == (3000, []))
    let nested: [(String, Int, Int, Int64)] = [
      ("", 1, 30, 3000), ("", 1, 14, 1400), ("", 1, 7, 600), ("", 8, 14, 800), ("", 15, 30, 1600),
    ]
    #expect(try total([sheet("plan", nested)]) == (3000, []))
  }

  /// Months above weeks in which FFH pauses: 3000 + 1000 for the two, where weeks alone say 4000, too; with a third station
  /// in the weeks alone, 4000 + 200. Sums to date that FFH joins in the second week: 3000 + 900. And what looks like them: FFH
  /// leaves, so that all are bookings, 700 + 300 + 1500.
  @Test func stationsAreToldApart() throws {
    let months: [(String, Int, Int, Int64)] = [("Antenne", 1, 28, 3000), ("FFH", 1, 28, 1000)]
    let weeks: [(String, Int, Int, Int64)] = [
      ("Antenne", 1, 7, 700), ("FFH", 1, 7, 600), ("Antenne", 8, 14, 800), ("Antenne", 15, 21, 700),
      ("FFH", 15, 21, 400),
      ("Antenne", 22, 28, 800),
    ]
    #expect(try total([sheet("plan", months + weeks)]) == (4000, []))
    #expect(try total([sheet("plan", months + weeks + [("Kino", 8, 14, 200)])]) == (4200, []))
    let toDate: [(String, Int, Int, Int64)] = [
      ("Antenne", 1, 7, 700), ("Antenne", 1, 14, 1500), ("FFH", 1, 14, 400), ("Antenne", 1, 28, 3000),
      ("FFH", 1, 28, 900),
    ]
    #expect(try total([sheet("plan", toDate)]) == (3900, []))
    let (counted, told) = try total([
      sheet("plan", [("Antenne", 1, 7, 700), ("FFH", 1, 7, 300), ("Antenne", 1, 14, 1500)])
    ])
    #expect(counted == 2500 && told.map(\.last) == [days(Self.month).first + 13])
  }

  /// The second version books FFH a day later and Radio 7 no more: 3000 + 1500.
  @Test func aNewerSheetRestatesAllOfIt() throws {
    var old = sheet("old", [("", 1, 30, 3000), ("", 8, 21, 1400), ("", 15, 28, 2000)])
    var new = sheet("new", [("", 1, 30, 3000), ("", 9, 22, 1500)])
    old.file.exportedDay = Day(iso: "2026-05-01")
    new.file.exportedDay = Day(iso: "2026-05-08")
    // What the first one booked does not count, and nothing is told of it.
    for exports in [[old, new], [new, old]] {
      let (counted, told) = try total(exports)
      #expect(counted == 4500 && told == [days(Self.month)])
    }
  }
}
