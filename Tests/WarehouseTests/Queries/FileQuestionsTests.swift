import Testing
import Vocabulary

@testable import Warehouse

@Suite struct FileQuestionsTests {
  @Test func aStatedTotalIsHeldAgainstTheRowsOfItsSection() throws {
    let scratch = try Scratch()
    var export = Export(
      "a.csv", window: "2026-09-01", ads: [ad("A", "2026-09-01", spend: 40), ad("B", "2026-09-01", spend: 50)])
    let origin = RecordOrigin(line: 4)
    export.batches[0].controlTotals = [
      ControlTotal(
        origin: origin, label: "Total: Account", metric: .spend, valueMicros: 95_000_000, coversAllRows: true),
      ControlTotal(origin: origin, label: "Total: Account", metric: .clicks, valueMicros: 1, coversAllRows: true),
    ]
    export.batches[0].skippedRows = [SkippedRow(line: 4, reason: .totals), SkippedRow(line: 5, reason: .totals)]
    export.batches[0].rowsRead = 4
    try scratch.load(export)
    let totals = try ControlTotals.fetch(from: scratch.warehouse)
    #expect(totals.map(\.gapMicros) == [5_000_000, nil])
    #expect(
      try SkippedRowCounts.fetch(from: scratch.warehouse) == [
        SkippedRowCount(file: "a.csv", reason: .totals, rows: 2, firstLine: 4)
      ])
    let file = try #require(try SourceFiles.fetch(from: scratch.warehouse).first)
    #expect(file.window == days("2026-09-01"))
    #expect(file.report.rowsSkipped == 2)
  }

  @Test func coverageJoinsDaysThatTouch() throws {
    let scratch = try Scratch()
    let rows = ["2026-09-01", "2026-09-02…2026-09-04", "2026-09-07", "undated"].map { ad("A", $0, spend: 1) }
    try scratch.load(Export("a", ads: rows))
    #expect(
      try SourceCoverage.fetch(from: scratch.warehouse) == [
        CoveredSource(
          kind: .advertising, platform: "Meta", windows: [days("2026-09-01…2026-09-04"), days("2026-09-07")])
      ])
  }

  /// A hope of closing, a post's own figures and figures split by country cover nothing.
  @Test func factsOfOneDayCoverTheirDays() throws {
    let scratch = try Scratch()
    let origin = RecordOrigin(line: 2)
    func day(_ iso: String) -> Day { days(iso).first }
    var batch = CanonicalBatch()
    batch.payments = [
      Payment(origin: origin, platform: "Pay", paymentID: "1", kind: .charge, day: day("2026-09-01")),
      Payment(
        origin: RecordOrigin(line: 3), platform: "Pay", paymentID: "2", kind: .charge, day: day("2026-09-04")),
    ]
    batch.offlineSales = [
      OfflineSale(origin: RecordOrigin(line: 4), platform: "Pay", place: "", window: days("2026-09-07…2026-09-13"))
    ]
    var hoped = Deal(origin: RecordOrigin(line: 5), platform: "CRM", dealID: "1")
    hoped.createdDay = day("2026-08-03")
    hoped.outcome = .open
    hoped.closeDay = day("2026-12-31")
    var won = Deal(origin: RecordOrigin(line: 6), platform: "CRM", dealID: "2")
    won.outcome = .won
    won.closeDay = day("2026-08-20")
    batch.deals = [hoped, won]
    func figure(_ line: Int, _ window: String, post: String = "", dimension: String = "") -> SocialMetric {
      var figure = SocialMetric(
        origin: RecordOrigin(line: line), platform: "Video", profile: "us", window: days(window), measure: .views,
        measureName: "Views", valueMicros: 1)
      figure.postID = post
      figure.dimension = dimension
      return figure
    }
    batch.socialMetrics = [
      figure(7, "2026-09-01"), figure(8, "2026-09-20", post: "p"), figure(9, "2026-09-21", dimension: "country"),
    ]
    batch.rowsRead = 8
    try scratch.load(Export("all.csv", [batch]))
    let covered = try SourceCoverage.fetch(from: scratch.warehouse)
    #expect(covered.map(\.kind) == [.deals, .payments, .sales, .social])
    #expect(covered.map(\.platform) == ["CRM", "Pay", "Pay", "Video"])
    #expect(
      covered.map(\.windows) == [
        [days("2026-08-03"), days("2026-08-20")], [days("2026-09-01"), days("2026-09-04")],
        [days("2026-09-07…2026-09-13")], [days("2026-09-01")],
      ])
  }

  @Test func sessionsComeFromOneToolAndOneDimension() throws {
    let scratch = try Scratch()
    func traffic(_ tool: String, _ day: String, _ dimension: String, _ value: String, _ sessions: Int64) -> WebTraffic {
      WebTraffic(
        origin: RecordOrigin(line: 2), tool: tool, property: "", window: days(day), dimension: dimension,
        dimensionValue: value, metric: .sessions, metricName: "Sessions", valueMicros: sessions * Micros.perUnit)
    }
    var batch = CanonicalBatch()
    batch.webTraffic = [
      traffic("GA4", "2026-09-01", "", "", 10), traffic("GA4", "2026-09-01", "country", "DE", 8),
      traffic("GA4", "2026-09-02", "country", "DE", 5), traffic("GA4", "2026-09-02", "country", "FR", 4),
      traffic("GA4", "2026-09-02", "device", "mobile", 9),
      traffic("GA4", "2026-09-03", "page", "/", 7),
      traffic("GA4", "2026-09-03", "filtered by Mobile traffic, page", "/", 3),
      traffic("Matomo", "2026-09-01", "", "", 12),
    ]
    batch.rowsRead = 1
    try scratch.load(Export("web", [batch]))
    let sessions = try #require(try WebSessionsByDay.fetch(from: scratch.warehouse))
    #expect(sessions.tool == "GA4")
    #expect(sessions.days.map(\.sessions) == [10, 9, 7])
  }

  /// Exports of one site with its name and without it, by page and by channel, and searches, which are no visits.
  @Test func sessionsOfOneSiteAreCountedOnce() throws {
    let scratch = try Scratch()
    func traffic(
      _ tool: String, _ property: String, _ day: String, _ dimension: String, _ metric: WebMetric, _ value: Int64
    ) -> WebTraffic {
      WebTraffic(
        origin: RecordOrigin(line: 2), tool: tool, property: property, window: days(day), dimension: dimension,
        dimensionValue: dimension, metric: metric, metricName: "", valueMicros: value * Micros.perUnit)
    }
    var batch = CanonicalBatch()
    batch.webTraffic = [
      traffic("Matomo", "Shop", "2026-09-01", "", .sessions, 10),
      traffic("Matomo", "", "2026-09-01", "", .sessions, 10),
      traffic("Matomo", "Blog", "2026-09-01", "", .sessions, 3), traffic("Matomo", "", "2026-09-02", "", .sessions, 7),
      traffic("Matomo", "Shop", "2026-09-03", "entry page", .sessions, 4),
      traffic("Matomo", "Shop", "2026-09-03", "page", .sessions, 9),
      traffic("Matomo", "Shop", "2026-09-04", "page", .sessions, 8),
      traffic("Matomo", "Shop", "2026-09-04", "website", .sessions, 5),
      traffic("Search Console", "Shop", "2026-09-01", "", .clicks, 100),
      traffic("Search Console", "Shop", "2026-09-02", "", .clicks, 100),
    ]
    batch.rowsRead = 1
    try scratch.load(Export("web", [batch]))
    let sessions = try #require(try WebSessionsByDay.fetch(from: scratch.warehouse))
    #expect(sessions.tool == "Matomo")
    #expect(sessions.days.map(\.sessions) == [13, 7, 4, 5])
  }
}
