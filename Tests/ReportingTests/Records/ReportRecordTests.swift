import Analysis
import Foundation
import Testing
import Vocabulary

@testable import Reporting

struct ReportRecordTests {
  static func bytes(_ name: String = "full") throws -> [UInt8] {
    try #require(try Rendered.files(name).first { $0.path == "report.json" }).bytes
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let record = try ReportRecord(Self.bytes())
    #expect(record.client == "Northwind Outdoor" && record.currency == Fixture.pounds)
    #expect(record.asOf == Fixture.asOf && record.week == Fixture.week("2026-W46"))
    #expect(record.buildID == "b7f3a90c41de")
    // Revenue is outside on the good side, the cost of a new customer on the bad one.
    #expect(record.attention == .outOfRange)
    let revenue = try #require(record.figure(.revenue))
    #expect(revenue.value == 184_213 && revenue.previous == 173_130)
    #expect(revenue.usualRange == Overview.UsualRange(low: 158_200, high: 181_400, weeks: 26))
    // 26 weeks are in the tile, two of them without a figure; 13 are kept.
    #expect(revenue.weeksBefore == 23 && revenue.history.count == 13 && revenue.history.last == 184_213)
    // Every week of Meta's was whole and its last day is a Saturday.
    #expect(record.sources.filter { $0.daysMissing > 0 }.map(\.name) == ["Meta Ads"])
    #expect(record.sources.first { $0.name == "Meta Ads" }?.daysMissing == 1)
    #expect(record.earlier.map(\.week.description) == ["2026-W45", "2026-W44", "2026-W30"])
    #expect(record.earlier.map(\.attention) == [.outOfRange, nil, Attention.none])
    #expect(record.earlier[0].restated == [Fixture.retrospect.restated[0]])
  }

  @Test func aWeekThatLacksExchangeRatesIsReadAgain() throws {
    var overview = Fixture.overview
    for index in overview.tiles.indices { overview.tiles[index].usualRange = nil }
    let place = try #require(overview.tiles.firstIndex { $0.measure == .revenuePerSpend })
    overview.tiles[place].history[overview.tiles[place].history.count - 1].leftOut = 2
    var findings = Fixture.full
    findings.dataQuality.sources = []
    findings.overview = Insight(.found(overview))
    let json = ReportSummary.json(Edition(findings: findings, pseudonym: { $0 }), pages: []).document
    let record = try ReportRecord(Array(json.utf8))
    #expect(record.attention == .missingData)
    #expect(record.figures.filter(\.isIncomplete).map(\.measure) == [.revenuePerSpend])
    findings.overview = Insight(.found(Fixture.overview))
    let whole = ReportSummary.json(Edition(findings: findings, pseudonym: { $0 }), pages: []).document
    #expect(!(try ReportRecord(Array(whole.utf8))).figures.contains(where: \.isIncomplete))
  }

  @Test func claimsAreReadAgain() throws {
    var findings = Fixture.full
    findings.reconciliation = Reconciliation(
      window: Fixture.week, orders: 2_046, unsourced: 838, tool: "GA4",
      channels: [
        .init(channel: .paidSearch, claimed: 812, seen: 571, recorded: 534),
        .init(channel: .paidSocial, claimed: 640.5, seen: nil, recorded: 176),
      ])
    let json = ReportSummary.json(Edition(findings: findings, pseudonym: { $0 }), pages: []).document
    #expect(try ReportRecord(Array(json.utf8)).reconciliation == findings.reconciliation)
    // With each order that has no recorded source: 534 + 838.
    #expect(json.contains("\"recorded\": 534,\n        \"atLeast\": 534,\n        \"atMost\": 1372"))
    #expect(try ReportRecord(Self.bytes()).reconciliation == nil)
  }

  @Test(
    "figures that contradict each other are none",
    arguments: [
      "\"orders\": -1, \"ordersWithoutSource\": 0", "\"orders\": 5, \"ordersWithoutSource\": 6",
      "\"orders\": 9000000000000000000, \"ordersWithoutSource\": 1",
    ])
  func impossibleClaimsArePassedOver(_ counts: String) throws {
    let text = """
      {"schema": 1, "client": "A", "asOf": "2026-11-15", "buildID": "x", "reconciliation":
       {"first": "2026-11-09", "last": "2026-11-15", \(counts), "channels": []}}
      """
    #expect(try ReportRecord(Array(text.utf8)).reconciliation == nil)
  }

  @Test func theNextWeekReadsWhatThisOneSaid() throws {
    let report = try EarlierReport(record: Self.bytes())
    #expect(report.week == Fixture.week("2026-W46") && report.currency == Fixture.pounds)
    #expect(report.figures.count == 6 && report.figures[0] == .init(.revenue, 184_213))
    #expect(report.files.count == 9)
    let leavers = try #require(report.predictions.first)
    #expect(leavers.kind == .leavers && leavers.due == Fixture.day("2027-02-13"))
    #expect(leavers.expected == Fixture.churn.expectedLeavers && leavers.customers == 23_890)
    let list = try #require(report.predictions.last)
    #expect(list.kind == .listedLeavers && list.list.count == 64 && list.list[0].probability == 0.82)
    #expect(list.list[0].pseudonym == Rendered.site.pseudonym("customer0@example.com"))
    guard case .testChannel(.display, 61_200, Fixture.returns.window.first, let back) = report.recommendations.first
    else {
      Issue.record("display is recommended for a test: \(report.recommendations)")
      return
    }
    #expect(back == Estimate(1.08, low: 0.62, high: 1.57, level: 0.9, sampleSize: 637))
  }

  @Test(arguments: Rendered.names) func everyRecordIsRead(_ name: String) throws {
    #expect(try ReportRecord(Self.bytes(name)).client == Rendered.findings(name).client)
    #expect(try EarlierReport(record: Self.bytes(name)).asOf == Fixture.asOf)
  }

  @Test func aReportOfTheFirstVersionIsRead() throws {
    let old = """
      {"schema": 1, "client": "A", "asOf": "2026-11-15", "currency": null, "buildID": "x",
       "week": {"first": "2026-11-02", "last": "2026-11-08"}, "kpis": [], "files": []}
      """
    let record = try ReportRecord(Array(old.utf8))
    #expect(record.week == Fixture.week("2026-W45") && record.attention == .none && record.earlier.isEmpty)
    // Without a week, that of the last whole one.
    let without = old.replacing("{\"first\": \"2026-11-02\", \"last\": \"2026-11-08\"}", with: "null")
    #expect(try ReportRecord(Array(without.utf8)).week == Fixture.week("2026-W46"))
  }

  @Test(arguments: [
    ("", "no JSON"), ("{", "no JSON"), ("[]", "the file has a value of another kind"),
    ("{\"schema\": 2, \"buildID\": \"x\"}", "schema is 2; this version reads 1"),
    ("{\"schema\": 1, \"asOf\": \"2026-11-15\"}", "the key client is missing"),
    ("{\"schema\": 1, \"client\": 4}", "client has a value of another kind"),
    ("{\"schema\": 1, \"client\": \"A\", \"asOf\": \"soon\", \"buildID\": \"x\"}", "asOf is \"soon\", no day"),
    ("{\"name\": \"fairlead\", \"version\": 3}", "the key schema is missing"),
  ])
  func whatIsNoRecordIsNamed(text: String, found: String) {
    #expect(throws: ReportingError.notARecord(found)) { try ReportRecord(Array(text.utf8)) }
  }

  @Test func unknownKindsArePassedOver() throws {
    let text = """
      {"schema": 1, "client": "A", "asOf": "2026-11-15", "currency": "GBP", "buildID": "x", "files": [],
       "kpis": [{"measure": "happiness", "value": 3}],
       "predictions": [{"kind": "weather", "asOf": "2026-11-15", "horizonDays": 1, "customers": 1,
         "expected": {"value": 1, "level": 0.9}},
        {"kind": "leavers", "asOf": "2026-11-15", "horizonDays": 900000000, "customers": 1,
         "expected": {"value": 1, "level": 0.9}}],
       "recommendations": [{"kind": "rest"}, {"kind": "testChannel", "channel": "pigeons"}]}
      """
    let report = try EarlierReport(record: Array(text.utf8))
    #expect(report.figures.isEmpty && report.predictions.isEmpty && report.recommendations.isEmpty)
  }
}
