import Testing
import Vocabulary

@testable import Warehouse

/// What the warehouse keeps of where visits came from.
@Suite struct VisitSourcesTests {
  private func session(_ id: String, _ day: String, source: String, medium: String = "cpc", revenue: Int64? = nil)
    -> WebSession
  {
    var session = WebSession(
      origin: RecordOrigin(line: Int(id) ?? 2), tool: "Web", property: "shop.example", sessionID: id,
      day: days(day).first)
    session.source = source
    session.medium = medium
    session.clickID = source.isEmpty ? "gclid" : ""
    session.conversions = revenue == nil ? nil : 1
    session.revenueMicros = revenue
    session.currency = Currency("EUR")
    return session
  }

  private func traffic(_ value: String, _ window: String, _ metric: WebMetric, _ amount: Int64, dimension: String)
    -> WebTraffic
  {
    WebTraffic(
      origin: RecordOrigin(line: 2), tool: "Web", property: "", window: window == "ever" ? .undated : days(window),
      dimension: dimension, dimensionValue: value, metric: metric, metricName: metric.rawValue,
      valueMicros: amount * Micros.perUnit)
  }

  @Test func singleVisitsAreAddedUpByDayAndSource() throws {
    let scratch = try Scratch()
    var batch = CanonicalBatch()
    batch.webSessions = [
      session("2", "2026-10-01", source: "google", revenue: 5),
      session("3", "2026-10-01", source: "google", revenue: 7),
      session("4", "2026-10-01", source: "google"), session("5", "2026-10-02", source: "google"),
      session("6", "2026-10-01", source: "", medium: ""),
    ]
    batch.rowsRead = 5
    try scratch.load(Export("visits.csv", [batch]))
    let rows = try SourcedSessions.fetch(from: scratch.warehouse)
    #expect(rows.map(\.sessions) == [1, 3, 1])
    #expect(rows.map(\.origin.source) == ["", "google", "google"])
    #expect(rows[0].origin.clickID == "gclid" && rows[1].origin.medium == "cpc")
    #expect(rows.map(\.conversions) == [nil, 2, nil] && rows.map(\.revenueMicros) == [nil, 12, nil])
    #expect(rows.map(\.day) == ["2026-10-01", "2026-10-01", "2026-10-02"].map { days($0).first })
  }

  @Test func oneDimensionIsAskedForAtATime() throws {
    let scratch = try Scratch()
    var batch = CanonicalBatch()
    batch.webTraffic = [
      traffic("google / cpc", "2026-10-01…2026-10-31", .sessions, 40, dimension: "source / medium"),
      traffic("google / cpc", "2026-10-01…2026-10-31", .users, 30, dimension: "source / medium"),
      traffic("google / cpc", "2026-10-01…2026-10-31", .conversions, 3, dimension: "source / medium"),
      traffic("google / cpc", "ever", .sessions, 99, dimension: "source / medium"),
      traffic("/start", "2026-10-01", .sessions, 7, dimension: "page"),
      traffic("/start", "2026-10-01", .views, 9, dimension: "page title"),
    ]
    batch.rowsRead = 1
    try scratch.load(Export("traffic.csv", [batch]))
    #expect(try DimensionedTraffic.dimensions(of: scratch.warehouse) == ["page", "source / medium"])
    let rows = try DimensionedTraffic.fetch(dimension: "source / medium", from: scratch.warehouse)
    #expect(rows.map(\.metric) == [.conversions, .sessions])
    #expect(rows.map(\.valueMicros) == [3_000_000, 40_000_000])
    #expect(rows.allSatisfy { $0.window == days("2026-10-01…2026-10-31") && $0.value == "google / cpc" })
  }
}
