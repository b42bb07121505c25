import Testing
import Vocabulary

@testable import Warehouse

@Suite struct IdempotenceTests {
  /// A log tells seconds, and other requests in one of them are other events.
  @Test func eventsOfOtherWordsAreSeveral() throws {
    func event(_ content: UInt64, line: Int) -> WebEvent {
      var event = WebEvent(
        origin: RecordOrigin(line: line, content: content), tool: "Access log", property: "", name: "page_view",
        day: Day(number: 20_000))
      event.page = "/index.php"
      return event
    }
    var batch = CanonicalBatch()
    batch.webEvents = [event(7, line: 1), event(8, line: 2), event(7, line: 3)]
    batch.rowsRead = 3
    let scratch = try Scratch()
    let report = try scratch.load(Export("a.log", [batch]))
    #expect(try scratch.count("webEvent") == 2 && report.rowsRepeated == 1)
    #expect(try scratch.load(Export("b.log", [batch])).rowsLoaded == 0)
  }

  /// A log is cut into files at any line: two requests of one second are two events, whichever files they stand in.
  @Test func eventsOfOtherQueriesAreSeveralWhereverTheFileIsCut() throws {
    func batch(_ digests: Int64?...) -> CanonicalBatch {
      var batch = CanonicalBatch()
      batch.webEvents = digests.enumerated().map { index, digest in
        var event = WebEvent(
          origin: RecordOrigin(line: index + 1, content: UInt64(index)), tool: "Access log", property: "",
          name: "page_view", day: Day(number: 20_000))
        event.page = "/cart"
        event.queryDigest = digest
        return event
      }
      batch.rowsRead = digests.count
      return batch
    }
    let whole = try Scratch()
    try whole.load(Export("a.log", [batch(1, 2, nil)]))
    let parts = try Scratch()
    try parts.load(Export("a.log", [batch(1)]))
    try parts.load(Export("b.log", [batch(2, nil)]))
    #expect(try whole.count("webEvent") == 3 && parts.count("webEvent") == 3)
    #expect(try parts.load(Export("c.log", [batch(1, 2, nil)])).rowsLoaded == 0)
  }

  /// Two weeks' exports of posts in one file: the second telling of a post is refused as a whole, whatever it has first.
  @Test func aPostIsToldOnceAFile() throws {
    func figure(_ measure: SocialMeasure, _ value: Int64, line: Int) -> SocialMetric {
      var figure = SocialMetric(
        origin: RecordOrigin(line: line), platform: "Meta", profile: "", window: .undated, measure: measure,
        measureName: "", valueMicros: value * Micros.perUnit)
      figure.postID = "1801"
      return figure
    }
    var batch = CanonicalBatch()
    batch.socialMetrics = [
      figure(.reach, 100, line: 2), figure(.likes, 5, line: 2), figure(.views, 50, line: 9),
      figure(.reach, 140, line: 9), figure(.likes, 5, line: 12), figure(.reach, 100, line: 12),
    ]
    batch.rowsRead = 3
    let scratch = try Scratch()
    let report = try scratch.load(Export("posts", exported: "2026-09-08", [batch]))
    #expect([report.rowsLoaded, report.rowsUnchanged, report.rowsRejected] == [1, 1, 1])
    #expect(try scratch.count("socialMetric") == 2)
    #expect(try RejectedRows.fetch(from: scratch.warehouse).map(\.row.line) == [9])
  }

  let rows = [
    ad("A", "2026-09-01", spend: 10, impressions: 100), ad("B", "2026-09-01", spend: 20, impressions: 200),
    ad("A", "2026-09-02", spend: 30, impressions: 300),
  ]

  @Test func sameBytesAreANoOpAnsweredFromStoredCounts() throws {
    let scratch = try Scratch()
    var export = Export("a.csv", window: "2026-09-01…2026-09-02", ads: rows)
    export.batches[0].skippedRows = [SkippedRow(line: 9, reason: .totals)]
    export.batches[0].rejectedRows = [RejectedRow(line: 10, column: "Cost", found: "x", expected: "an amount")]
    export.batches[0].rowsRead = 5
    #expect(try scratch.load(export).status == .partial)
    let digest = try scratch.warehouse.contentDigest()
    var again = export
    again.file.name = "renamed.csv"
    let report = try scratch.warehouse.load(again.file) { _ in
      Issue.record("a known file must not be read again")
      return again.file
    }
    var expected = LoadReport(status: .unchanged)
    expected.rowsRead = 5
    expected.rowsUnchanged = 3
    expected.rowsSkipped = 1
    expected.rowsRejected = 1
    #expect(report == expected)
    #expect(try scratch.warehouse.isLoaded(digest: export.file.digest) == expected)
    #expect(try scratch.warehouse.isLoaded(digest: "another") == nil)
    #expect(try scratch.warehouse.contentDigest() == digest)
    #expect(try scratch.count("sourceFile") == 1)
  }

  @Test func otherBytesWithTheSameRowsInAnotherOrderChangeNothing() throws {
    let scratch = try Scratch()
    try scratch.load(Export("a.csv", window: "2026-09-01…2026-09-02", ads: rows))
    let digest = try scratch.warehouse.contentDigest()
    let report = try scratch.load(Export("b.tsv", window: "2026-09-01…2026-09-02", ads: rows.reversed()))
    #expect(report.status == .unchanged)
    #expect(report.rowsUnchanged == 3)
    #expect(try scratch.count("adPerformance") == 3)
    #expect(try scratch.warehouse.contentDigest() == digest)
  }

  @Test func aRowThatItsFileRepeatsWordForWordIsNotSummed() throws {
    let scratch = try Scratch()
    let report = try scratch.load(Export("a.csv", window: "2026-09-01…2026-09-02", ads: rows + rows))
    #expect(report.rowsLoaded == 3)
    #expect(report.rowsUnchanged == 3)
    #expect(report.rowsRepeated == 3)
    #expect(try AdSpendRows.fetch(from: scratch.warehouse).compactMap(\.spendMicros).reduce(0, +) == 60_000_000)
  }

  @Test func campaignsOfOneNameWithOtherFiguresAreAllKeptInAnyOrder() throws {
    let twins = [ad("A", "2026-09-01", spend: 1), ad("A", "2026-09-01", spend: 2), ad("A", "2026-09-01", spend: 3)]
    let (first, second) = (try Scratch(), try Scratch())
    try first.load(Export("a.csv", window: "2026-09-01", ads: twins))
    try second.load(Export("b.csv", window: "2026-09-01", ads: twins.reversed()))
    #expect(try first.warehouse.contentDigest() == second.warehouse.contentDigest())
    #expect(try first.load(Export("b.csv", window: "2026-09-01", ads: twins.reversed())).status == .unchanged)
    #expect(try AdSpendRows.fetch(from: first.warehouse).compactMap(\.spendMicros).reduce(0, +) == 6_000_000)
  }

  /// Small campaigns have the same figures in two months, and the column of months was not read.
  @Test func rowsOfOtherWordsAreSeveral() throws {
    func row(_ content: UInt64, section: Int = 0) -> AdPerformance {
      var row = ad("A", "2026-09-01", spend: 1)
      row.origin = RecordOrigin(line: 2, section: section, content: content)
      return row
    }
    let scratch = try Scratch()
    let export = Export("a.csv", window: "2026-09-01", ads: [row(7), row(8), row(7), row(9, section: 1)])
    // The third repeats the first word for word; the fourth shows one of them on another sheet.
    let report = try scratch.load(export)
    #expect([report.rowsLoaded, report.rowsRepeated] == [2, 2])
    #expect(try AdSpendRows.fetch(from: scratch.warehouse).compactMap(\.spendMicros).reduce(0, +) == 2_000_000)
    let newer = Export("b.csv", window: "2026-09-01…2026-09-02", ads: [row(17), row(18)])
    #expect(try scratch.load(newer).rowsUnchanged == 2)
  }

  @Test func anErrorRollsEverythingBack() throws {
    struct Stop: Error {}
    let scratch = try Scratch()
    let export = Export("a.csv", ads: rows)
    #expect(throws: Stop.self) {
      try scratch.warehouse.load(export.file) { loader in
        try loader.add(export.batches[0])
        throw Stop()
      }
    }
    for table in ["adPerformance", "sourceFile", "label", "auditEntry"] { #expect(try scratch.count(table) == 0) }
  }
}
