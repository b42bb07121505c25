import Testing
import Vocabulary
import Warehouse

@testable import Analysis

/// Which of the things that a warehouse holds is asked where visits came from.
struct VisitOriginsFetchTests {
  private func origins(upTo day: Day = monday + 30, _ fill: (inout CanonicalBatch) -> Void) throws -> VisitOrigins? {
    try withWarehouse(of: fill) { try VisitOrigins.fetch(upTo: day, from: $0) }
  }

  private func event(_ line: Int, second: Int64, source: String = "", order: String = "") -> WebEvent {
    var event = WebEvent(
      origin: RecordOrigin(line: line), tool: "Log", property: "shop.example",
      name: order.isEmpty ? "page_view" : "purchase", day: monday)
    event.instantMicros = second * 1_000_000
    event.visitorID = "v"
    event.source = source
    event.medium = source.isEmpty ? "" : "cpc"
    event.transactionID = order
    return event
  }

  private func session(_ line: Int, day: Int, source: String) -> WebSession {
    var session = WebSession(
      origin: RecordOrigin(line: line), tool: "Web", property: "shop.example", sessionID: "\(line)", day: monday + day)
    session.source = source
    session.medium = "cpc"
    return session
  }

  private func traffic(_ line: Int, _ dimension: String, _ value: String, _ sessions: Int64) -> WebTraffic {
    WebTraffic(
      origin: RecordOrigin(line: line), tool: "Tables", property: "shop.example", window: DateWindow(day: monday),
      dimension: dimension, dimensionValue: value, metric: .sessions, metricName: "Sessions",
      valueMicros: sessions * Micros.perUnit)
  }

  /// Two visits, an hour apart; the order is of the first.
  @Test func eventsAreMadeIntoVisitsWhereNothingElseTells() throws {
    let found = try #require(
      try origins { batch in
        batch.webEvents = [
          event(2, second: 0, source: "google"), event(3, second: 60, order: "#1"), event(4, second: 7_200),
        ]
      })
    #expect(found.tool == "Log")
    #expect(found.rows.map(\.origin.source) == ["google", "(direct)"] && found.rows.map(\.sessions) == [1, 1])
    #expect(found.rows.map(\.conversionsMicros) == [Micros.perUnit, 0])
  }

  /// The page of thanks is seen again in a second visit, on another host of the site.
  @Test func anOrderCountsAtItsFirstVisit() throws {
    let found = try #require(
      try origins { batch in
        var again = event(4, second: 7_200, order: "#1")
        again.property = "www.shop.example"
        batch.webEvents = [event(2, second: 0, source: "google"), event(3, second: 60, order: "#1"), again]
      })
    #expect(found.rows.map(\.sessions) == [1, 1])
    #expect(found.rows.map(\.conversionsMicros) == [Micros.perUnit, 0])
  }

  @Test func visitsThatAToolBuiltGoBeforeEvents() throws {
    let found = try #require(
      try origins { batch in
        batch.webEvents = [event(2, second: 0, source: "google"), event(3, second: 7_200, source: "bing")]
        batch.webSessions = [session(4, day: 0, source: "google"), session(5, day: 40, source: "bing")]
      })
    #expect(found.tool == "Web" && found.rows.map(\.origin.source) == ["google"])
  }

  /// The fullest table counts, and of two as full the one that names campaigns.
  @Test func theFullestTableCounts() throws {
    let found = try #require(
      try origins { batch in
        batch.webSessions = [session(2, day: 0, source: "google")]
        batch.webTraffic = [
          traffic(3, "source / medium", "google / cpc", 40),
          traffic(4, "campaign + source / medium", "Brand + a / b", 40),
          traffic(5, "page", "/start", 90), traffic(6, "first user source / medium", "google / cpc", 80),
        ]
      })
    #expect(found.tool == "Tables")
    #expect(found.rows.map(\.origin) == [TrafficSource(source: "a", medium: "b", campaign: "Brand")])
  }

  @Test func withoutSourcesThereIsNothing() throws {
    #expect(try origins { $0.webTraffic = [traffic(2, "page", "/start", 90)] } == nil)
  }
}
