import Ingestion
import Testing
import Vocabulary

@testable import fairlead

struct LocalZoneTests {
  private func day(_ zone: String, _ text: String) throws -> String {

    let date = try #require(DateText(text, order: nil))
    return try #require(LocalZone(zone)).local(date).day.description
  }

  /// London is an hour ahead of UTC in July; what a clock of Paris shows there is an hour less.
  @Test(arguments: [
    ("Europe/London", "2026-07-01T23:30:00Z", "2026-07-02"), ("Europe/London", "2026-01-01T23:30:00Z", "2026-01-01"),
    ("Europe/London", "2026-07-01 00:30:00 +0200", "2026-06-30"),
    ("Europe/London", "2026-07-01T23:30:00", "2026-07-01"),
    ("America/New_York", "2026-03-02T02:30:00Z", "2026-03-01"), ("+01:00", "2026-07-01T23:30:00Z", "2026-07-02"),
    ("-05:30", "1970-01-01T05:29:59Z", "1969-12-31"),
  ])
  func theDayOfAMoment(zone: String, moment: String, day expected: String) throws {
    #expect(try day(zone, moment) == expected)
  }

  @Test func otherTextIsNoZone() { #expect(LocalZone("Berlin") == nil) }
}
