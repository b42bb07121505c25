import Testing
import Vocabulary

@testable import Warehouse

struct AdPerformanceTableTests {
  private static let changes: [@Sendable (inout AdPerformance) -> Void] = [
    { $0.platform = "Google Ads" }, { $0.channel = .display }, { $0.account = "x" }, { $0.campaign = "x" },
    { $0.campaignID = "x" }, { $0.adGroup = "x" }, { $0.ad = "x" }, { $0.adID = "x" }, { $0.breakdown = "x" },
    { $0.breakdownValue = "x" }, { $0.resultType = "x" }, { $0.attribution = "x" },
  ]

  private static let columns = [
    "platform", "channel", "account", "campaign", "campaignID", "adGroup", "ad", "adID", "breakdown", "breakdownValue",
    "resultType", "attribution",
  ]

  /// Two things that differ in one word, row after row, as exports have them.
  @Test(arguments: AdPerformanceTableTests.changes.indices)
  func whatDiffersInOneWordIsKeptApart(index: Int) throws {
    var ads: [AdPerformance] = []
    for day in 1...5 {
      let one = ad("c", "2026-03-0\(day)", spend: Int64(day))
      var other = one
      AdPerformanceTableTests.changes[index](&other)
      ads += [one, other]
    }
    let scratch = try Scratch()
    let report = try scratch.load(Export("a", ads: ads))
    #expect(report.rowsLoaded == 10)
    let column = AdPerformanceTableTests.columns[index]
    let answer = try scratch.warehouse.queryRows(
      "SELECT \(column), COUNT(*), SUM(spendMicros) FROM readableAdPerformance GROUP BY 1")
    #expect(answer.rows.count == 2)
    #expect(answer.rows.allSatisfy { $0[1] == .integer(5) && $0[2] == .integer(15_000_000) })
  }

  @Test func aFigureThatARowLacksIsNotTheRowsBefore() throws {
    var full = ad("c", "2026-03-01", spend: 1, impressions: 10)
    full.clicks = 2
    full.reach = 3
    var bare = AdPerformance(
      origin: RecordOrigin(line: 3), platform: "Meta", channel: .paidSocial, window: .undated)
    bare.campaign = "c"
    let scratch = try Scratch()
    try scratch.load(Export("a", ads: [full, bare]))
    let answer = try scratch.warehouse.queryRows(
      "SELECT firstDay, lastDay, currency, spendMicros, impressions, clicks, reach FROM adPerformance WHERE line = 3")
    #expect(answer.rows == [[.null, .null, .null, .null, .null, .null, .null]])
  }
}
