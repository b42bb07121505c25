import Testing
import Vocabulary
import Warehouse

@testable import Analysis

struct VisitOriginsTests {
  private let dimension = "session source / medium"

  private func figure(
    _ value: String, _ metric: WebMetric, _ amount: Int64, days: ClosedRange<Int> = 0...6, property: String = "Shop",
    name: String = "", tool: String = "Web", currency: Currency? = nil
  ) -> DimensionedTraffic {
    DimensionedTraffic(
      tool: tool, property: property, dimension: dimension, value: value,
      window: DateWindow(first: monday + days.lowerBound, last: monday + days.upperBound) ?? DateWindow(day: monday),
      metric: metric, metricName: name.isEmpty ? metric.rawValue : name, valueMicros: amount * Micros.perUnit,
      currency: currency)
  }

  private func origins(_ traffic: [DimensionedTraffic]) throws -> VisitOrigins {
    let dimension = try #require(SourceDimension(dimension))
    return try #require(VisitOrigins.of(traffic, by: dimension).first)
  }

  /// Two exports that overlap: the later week, and of the earlier fortnight nothing, since it lies in it in part.
  @Test func windowsThatOverlapCountOnce() throws {
    let found = try origins([
      figure("google / cpc", .sessions, 100, days: 0...6), figure("google / cpc", .sessions, 90, days: 3...9),
      figure("google / cpc", .sessions, 30, days: -7 ... -1),
    ])
    #expect(found.rows.map(\.sessions).sorted() == [30, 90])
    #expect(found.window == DateWindow(first: monday - 7, last: monday + 9))
  }

  @Test func propertiesAddUpAndAnUnnamedOneMayBeTheSame() throws {
    let found = try origins([
      figure("google / cpc", .sessions, 100), figure("google / cpc", .sessions, 7, property: "Blog"),
      figure("google / cpc", .sessions, 100, property: ""),
      figure("google / cpc", .sessions, 5, days: 7...13, property: ""),
    ])
    #expect(found.rows.reduce(0) { $0 + $1.sessions } == 112)
  }

  /// Of two kinds of revenue one counts, and what is not told is nil.
  @Test func conversionsAndRevenueFollowTheirVisits() throws {
    let found = try origins([
      figure("google / cpc", .sessions, 100), figure("google / cpc", .conversions, 4),
      figure("google / cpc", .revenue, 50, name: "Purchase revenue", currency: pounds),
      figure("google / cpc", .revenue, 60, name: "Total revenue", currency: pounds),
      figure("bing / cpc", .sessions, 10),
    ])
    #expect(found.rows.map(\.origin.source) == ["bing", "google"])
    #expect(found.rows.map(\.conversionsMicros) == [nil, 4 * Micros.perUnit])
    #expect(found.rows.map(\.revenueMicros) == [nil, 50 * Micros.perUnit])
    #expect(found.rows[1].currency == pounds)
  }

  @Test func whatCannotBeTakenApartIsCounted() throws {
    let wide = try #require(SourceDimension("source / medium + campaign"))
    var one = figure("google / cpc + Brand", .sessions, 10)
    var two = figure("google / cpc + Brand + Generic", .sessions, 3)
    one.dimension = "source / medium + campaign"
    two.dimension = one.dimension
    let found = try #require(VisitOrigins.of([one, two], by: wide).first)
    #expect(found.rows.map(\.sessions) == [10] && found.unreadSessions == 3)
  }

  @Test func toolsAreNeverAddedUp() throws {
    let found = VisitOrigins.of(
      [figure("google / cpc", .sessions, 10), figure("google / cpc", .sessions, 9, tool: "Log")],
      by: try #require(SourceDimension(dimension)))
    #expect(found.map(\.tool) == ["Log", "Web"] && found.map(\.sessions) == [9, 10])
  }
}
