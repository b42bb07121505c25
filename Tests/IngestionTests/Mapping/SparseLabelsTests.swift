import Ingestion
import Testing
import Vocabulary

struct SparseLabelsTests {
  private static var options: ReadOptions {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [
      .platform: FieldMapping(["Site"]), .campaign: FieldMapping(["Campaign"]), .adGroup: FieldMapping(["Group"]),
      .day: FieldMapping(["Day"]), .spend: FieldMapping(["Cost"]),
    ]
    mapping.constants = [.currency: "EUR"]
    return ReadOptions(mappings: [mapping])
  }

  /// Days of March 2026.
  private func sample(_ header: String, _ rows: [String]) throws -> Sample {
    let rows = rows.map { $0.replacing("@", with: "2026-03-") }
    return try Sample(([header] + rows).joined(separator: "\n") + "\n")
  }

  private func notes(_ sample: Sample) throws -> [String] {
    try sample.read(Self.options).recognition.notes.filter { $0.contains("below rows that name one") }
  }

  /// 2 groups of 3 days, in either order of the days, with sums that have no day, and of days that overlap in part: 13
  /// and 14 of 12 to 15.
  @Test(arguments: [
    ["A,@11,1", ",@12,2", ",@13,3", "B,@11,4", ",@12,5", ",@13,6"],
    ["A,@13,1", ",@12,2", ",@11,3", "B,@13,4", ",@12,5", ",@11,6"],
    ["A,@11,1", ",@12,2", ",@13,3", "A Ergebnis,,6", "B,@11,4", ",@12,5", ",@13,6", "B Ergebnis,,15", "Total,,21"],
    ["A,@11,1", ",@12,2", ",@13,3", ",@14,3", "B,@12,4", ",@13,5", ",@14,6", ",@15,6"],
  ])
  func labelsOfAPivotTableAreNotTakenForNoName(rows: [String]) throws {
    let days = rows.count { $0.contains("@") }
    #expect(
      try sample("Campaign,Day,Cost", rows).failure(Self.options)
        == .sparseLabels(file: "sample.csv", column: "Campaign", line: 3, empty: days - 2, rows: days))
  }

  /// Both columns are, and the group of one name stands below two campaigns.
  @Test func labelsWithinLabels() throws {
    let rows = [
      "A,g,@11,1", ",,@12,2", ",,@13,3", ",h,@11,4", ",,@12,5", ",,@13,6", "B,h,@11,7", ",,@12,8", ",,@13,9",
    ]
    #expect(
      try sample("Campaign,Group,Day,Cost", rows).failure(Self.options)
        == .sparseLabels(file: "sample.csv", column: "Campaign", line: 3, empty: 7, rows: 9))
    // With the campaigns alone repeated.
    let repeated = zip(rows, ["A", "A", "A", "A", "A", "A", "B", "B", "B"]).map { row, campaign in
      campaign + String(row.drop { $0 != "," })
    }
    #expect(
      try sample("Campaign,Group,Day,Cost", repeated).failure(Self.options)
        == .sparseLabels(file: "sample.csv", column: "Group", line: 3, empty: 6, rows: 9))
  }

  /// By day, by name, with the nameless last, by site, with a name that follows itself, with a mark for none, with none
  /// first, and in no order at all.
  @Test(arguments: [
    ["X,A,@11,1", "X,,@11,2", "X,A,@12,3", "X,,@12,4"], ["X,A,@11,1", "X,A,@12,2", "X,,@11,3", "X,,@12,4"],
    ["X,A,@12,1", "X,B,@11,2", "X,,@11,3", "X,,@12,4"], ["X,A,@11,1", "Y,,@12,2", "X,B,@11,3", "Y,,@12,4"],
    ["X,A,@11,1", "X,,@12,2", "X,A,@11,3", "X,,@12,4"], ["X,A,@11,1", "X,--,@12,2", "X,B,@11,3", "X,--,@12,4"],
    ["X,,@11,1", "X,A,@12,2", "X,,@11,3", "X,B,@12,4"], ["X,A,@15,1", "X,,@12,2", "X,B,@12,3", "X,,@12,4"],
  ])
  func rowsThatHaveNoNameAreLoaded(rows: [String]) throws {
    let sample = try sample("Site,Campaign,Day,Cost", rows)
    let reading = try sample.read(Self.options)
    #expect(reading.total(.spend) == "10" && reading.summary.rowsRejected == 0)
    #expect(try notes(sample).isEmpty)
  }

  /// Flights of days of their own, or bookings of which some have no name.
  @Test func whatMayBeEitherIsSaid() throws {
    let sample = try sample("Campaign,Day,Cost", ["A,@11,1", ",@12,2", "B,@13,3", ",@14,4"])
    #expect(try sample.read(Self.options).total(.spend) == "10")
    #expect(
      try notes(sample) == [
        "\"Campaign\" is empty in 2 of 4 rows, below rows that name one, and they count without a name; if the table shows "
          + "each name in the first row of its group only, repeat it in each row (in a pivot table: Design, Report Layout, "
          + "Repeat All Item Labels; merged cells: unmerge and fill down)"
      ])
  }

  /// Two of seven: most bookings have a name of their own.
  @Test func aFewRowsWithoutANameAreLoaded() throws {
    let rows = ["A,@11,1", ",@12,2", "B,@11,1", ",@12,2", "C,@11,1", "D,@12,2", "E,@11,1"]
    let sample = try sample("Campaign,Day,Cost", rows)
    #expect(try sample.read(Self.options).summary.rowsRejected == 0)
    #expect(try notes(sample).count == 1)
  }
}
