import Testing
import Vocabulary
import Warehouse

@testable import Analysis

struct SeenConversionsTests {
  private let week = DateWindow(day: monday).union(DateWindow(day: monday + 6))

  private func seen(_ fill: (inout CanonicalBatch) -> Void) throws -> SeenConversions? {
    try withWarehouse(of: fill) { try SeenConversions.fetch(in: week, by: .standard, from: $0) }
  }

  private func figure(
    _ line: Int, _ tool: String, _ dimension: String, _ value: String, _ metric: WebMetric, _ count: Int64,
    window: DateWindow, name: String = ""
  ) -> WebTraffic {
    WebTraffic(
      origin: RecordOrigin(line: line), tool: tool, property: "shop.example", window: window, dimension: dimension,
      dimensionValue: value, metric: metric, metricName: name.isEmpty ? metric.rawValue : name,
      valueMicros: count * Micros.perUnit)
  }

  private func rows(
    _ line: Int, _ tool: String, _ dimension: String, _ value: String, _ count: Int64, window: DateWindow
  ) -> [WebTraffic] {
    [
      figure(line, tool, dimension, value, .sessions, count * 30, window: window),
      figure(line, tool, dimension, value, .conversions, count, window: window),
    ]
  }

  @Test func aTableOfChannelsIsReadByTheirNames() throws {
    let group = "session default channel group"
    let found = try seen { batch in
      batch.webTraffic =
        rows(2, "GA4", group, "Paid Search", 12, window: week) + rows(3, "GA4", group, "Email", 5, window: week)
        + rows(4, "GA4", group, "Unassigned", 2, window: week)
        // The week before, and a span that reaches beyond the week.
        + rows(5, "GA4", group, "Email", 70, window: DateWindow(day: monday - 1))
        + rows(6, "GA4", group, "Email", 80, window: week.union(DateWindow(day: monday + 7)))
    }
    #expect(
      found
        == SeenConversions(tool: "GA4", micros: [.paidSearch: 12_000_000, .email: 5_000_000, .other: 2_000_000]))
  }

  @Test func daysAndTheirWeekAreNotAddedUp() throws {
    let group = "session default channel group"
    let found = try seen { batch in
      batch.webTraffic =
        rows(2, "GA4", group, "Email", 9, window: week)
        + (0..<7).flatMap { rows(3 + Int($0), "GA4", group, "Email", 1, window: DateWindow(day: monday + $0)) }
    }
    #expect(found?.micros == [.email: 9_000_000])
  }

  /// Of the week 8, of its last day alone 1: the week counts.
  @Test func oneDayDoesNotTakeTheWeeksPlace() throws {
    let group = "session default channel group"
    let found = try seen { batch in
      batch.webTraffic =
        rows(2, "GA4", group, "Paid Search", 8, window: week)
        + rows(3, "GA4", group, "Paid Search", 1, window: DateWindow(day: monday + 6))
    }
    #expect(found?.micros == [.paidSearch: 8_000_000])
  }

  /// Three days by one name, four by the next; of a day with both the first by name counts.
  @Test func aFigureThatIsRenamedInTheWeekCountsOn() throws {
    let group = "session default channel group"
    func day(_ day: Int, _ name: String) -> [WebTraffic] {
      let window = DateWindow(day: monday + day)
      return [
        figure(2 + day, "GA4", group, "Email", .sessions, 30, window: window),
        figure(2 + day, "GA4", group, "Email", .conversions, 1, window: window, name: name),
      ]
    }
    let found = try seen { batch in
      batch.webTraffic =
        (0..<3).flatMap { day($0, "Conversions") } + (3..<7).flatMap { day($0, "Key events") }
        + [figure(9, "GA4", group, "Email", .conversions, 5, window: DateWindow(day: monday), name: "Key events")]
    }
    #expect(found?.micros == [.email: 7_000_000])
  }

  /// A part of the site's visits is not the site.
  @Test func whatIsFilteredIsNotAsked() throws {
    let found = try seen { batch in
      batch.webTraffic = rows(
        2, "GA4", "filtered by Mobile traffic, session default channel group", "Email", 3, window: week)
    }
    #expect(found == nil)
  }

  @Test func theToolWithMoreConversionsIsAsked() throws {
    let found = try seen { batch in
      batch.webTraffic =
        rows(2, "GA4", "session default channel group", "Paid Search", 12, window: week)
        + rows(3, "Tables", "source / medium", "google / cpc", 15, window: week)
        + rows(4, "Tables", "source / medium", "letter / email", 5, window: week)
    }
    #expect(found == SeenConversions(tool: "Tables", micros: [.paidSearch: 15_000_000, .email: 5_000_000]))
  }

  @Test func singleVisitsOfTheWeekCount() throws {
    let found = try seen { batch in
      batch.webSessions = [(0, 2), (6, 1), (7, 40)].enumerated().map { line, visit in
        var session = WebSession(
          origin: RecordOrigin(line: line + 2), tool: "Web", property: "shop.example", sessionID: "\(line)",
          day: monday + visit.0)
        session.source = "google"
        session.medium = "cpc"
        session.conversions = Int64(visit.1)
        return session
      }
    }
    #expect(found == SeenConversions(tool: "Web", micros: [.paidSearch: 3_000_000]))
  }

  @Test func visitsAloneAreNoConversions() throws {
    let found = try seen { batch in
      batch.webTraffic = [figure(2, "GA4", "source / medium", "google / cpc", .sessions, 30, window: week)]
    }
    #expect(found == nil)
  }
}
