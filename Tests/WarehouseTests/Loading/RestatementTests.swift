import Testing
import Vocabulary

@testable import Warehouse

@Suite struct RestatementTests {
  let older = Export(
    "older.csv", window: "2026-09-01…2026-09-02",
    ads: [ad("A", "2026-09-01", spend: 10, impressions: 7), ad("A", "2026-09-02", spend: 20)])
  let newer = Export(
    "newer.csv", window: "2026-09-02…2026-09-03",
    ads: [ad("A", "2026-09-02", spend: 25), ad("A", "2026-09-03", spend: 30)])

  @Test func theNewerFigureStandsInEitherOrderAndTheOldOneIsKept() throws {
    let (forward, backward) = (try Scratch(), try Scratch())
    try forward.load(older)
    let update = try forward.load(newer)
    #expect([update.rowsLoaded, update.rowsUpdated, update.rowsUnchanged] == [1, 1, 0])
    try backward.load(newer)
    let late = try backward.load(older)
    #expect([late.rowsLoaded, late.rowsUpdated, late.rowsUnchanged] == [1, 0, 1])
    #expect(try forward.warehouse.contentDigest() == backward.warehouse.contentDigest())
    #expect(try AdSpendRows.fetch(from: forward.warehouse) == AdSpendRows.fetch(from: backward.warehouse))
    #expect(try AdSpendRows.fetch(from: forward.warehouse).map(\.spendMicros) == [10_000_000, 25_000_000, 30_000_000])
    let expected = Restatement(
      table: "adPerformance", metric: "spendMicros", key: "Meta A, 2026-09-02", day: Day(iso: "2026-09-03"),
      oldValue: 20_000_000, newValue: 25_000_000, oldFile: "older.csv", newFile: "newer.csv",
      window: Day(iso: "2026-09-02").map { DateWindow(day: $0) })
    #expect(try Restatements.fetch(from: forward.warehouse) == [expected])
    #expect(try Restatements.fetch(from: backward.warehouse) == [expected])
  }

  @Test func aFileWhoseDifferingRowsAllLoseIsSuperseded() throws {
    let scratch = try Scratch()
    try scratch.load(newer)
    let late = Export("late.csv", window: "2026-09-02", ads: [ad("A", "2026-09-02", spend: 24)])
    #expect(try scratch.load(late).status == .superseded)
  }

  @Test func theDayOfExportDecidesWhereTheCoveredEndDoesNot() throws {
    let scratch = try Scratch()
    try scratch.load(Export("b", window: "2026-09-01", exported: "2026-09-09", ads: [ad("A", "2026-09-01", spend: 2)]))
    try scratch.load(Export("a", window: "2026-09-01", exported: "2026-09-08", ads: [ad("A", "2026-09-01", spend: 1)]))
    #expect(try AdSpendRows.fetch(from: scratch.warehouse).map(\.spendMicros) == [2_000_000])
  }

  @Test func equalEvidenceIsAskedAboutAndNothingIsLoaded() throws {
    let scratch = try Scratch()
    try scratch.load(Export("a.csv", window: "2026-09-01", ads: [ad("A", "2026-09-01", spend: 1)]))
    let rival = Export(
      "b.csv", window: "2026-09-01", ads: [ad("B", "2026-09-01", spend: 1), ad("A", "2026-09-01", spend: 2)])
    let error = #expect(throws: WarehouseError.self) { try scratch.load(rival) }
    #expect(error == .equalEvidence(table: "adPerformance", first: "b.csv", second: "a.csv"))
    #expect(error?.description.contains("put the day of export into the newer file's name") == true)
    #expect(try scratch.count("sourceFile") == 1)
    #expect(try scratch.count("adPerformance") == 1)
  }

  @Test func aMissingMeasureErasesNothingAndIsFilledFromEitherFile() throws {
    let (forward, backward) = (try Scratch(), try Scratch())
    let first = Export("a", window: "2026-09-01", ads: [ad("A", "2026-09-01", spend: 1, impressions: 5)])
    var clicks = ad("A", "2026-09-01", spend: nil, impressions: 6)
    clicks.clicks = 3
    let second = Export("b", window: "2026-09-01…2026-09-02", ads: [clicks])
    try forward.load(first)
    try forward.load(second)
    try backward.load(second)
    try backward.load(first)
    #expect(try forward.warehouse.contentDigest() == backward.warehouse.contentDigest())
    let row = try #require(try AdSpendRows.fetch(from: forward.warehouse).first)
    #expect([row.spendMicros, row.impressions, row.clicks] == [1_000_000, 6, 3])
  }

  @Test func aWindowLearntOnlyByReadingSettlesItInASecondReading() throws {
    let scratch = try Scratch()
    var readings = 0
    func load(_ name: String, refunded: Int64?, last: String) throws -> LoadReport {
      var export = Export(
        name, orders: [order("1", "2026-09-01", email: "a@b.de", subtotal: 50, refunded: refunded)])
      return try scratch.warehouse.load(export.file) { loader in
        readings += 1
        for batch in export.batches { try loader.add(batch) }
        export.file.window = days("2026-09-01…" + last)
        return export.file
      }
    }
    #expect(try load("a", refunded: nil, last: "2026-09-05").status == .loaded)
    #expect(try load("b", refunded: 20, last: "2026-09-12").rowsUpdated == 1)
    #expect(try load("c", refunded: 10, last: "2026-09-08").status == .superseded)
    #expect(readings == 5)
    #expect(try CustomerOrders.fetch(upTo: nil, from: scratch.warehouse).map(\.netMicros) == [30_000_000])
  }

  @Test func aSecondStateOfAnOrderInOneFileIsRejected() throws {
    let scratch = try Scratch()
    let report = try scratch.load(
      Export(
        "a",
        orders: [
          order("1", "2026-09-01", email: nil, line: 2, subtotal: 1),
          order("1", "2026-09-01", email: nil, line: 3, subtotal: 2),
        ]))
    #expect([report.rowsLoaded, report.rowsRejected] == [1, 1])
    #expect(try RejectedRows.fetch(from: scratch.warehouse).map(\.row.line) == [3])
  }
}
