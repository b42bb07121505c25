import Analysis
import Testing
import Vocabulary

struct ReportWeekTests {
  /// Weeks of ISO 8601 that a calendar shows: years with 52 and 53 weeks, and days that belong to another year's.
  @Test(arguments: [
    ("2026-11-15", "2026-W46", "2026-11-09"), ("2026-01-01", "2026-W01", "2025-12-29"),
    ("2021-01-03", "2020-W53", "2020-12-28"), ("2024-12-30", "2025-W01", "2024-12-30"),
    ("2027-01-03", "2026-W53", "2026-12-28"),
  ])
  func aDayLiesInItsWeek(day: String, name: String, monday: String) throws {
    let week = ReportWeek(containing: try #require(Day(iso: day)))
    #expect(week.description == name)
    #expect(week.monday == Day(iso: monday))
    #expect(ReportWeek(name) == week)
    #expect(week.sunday - week.monday == 6)
  }

  @Test(arguments: ["2026-W54", "2025-W53", "2026-W00", "2026-W5", "2026-46", "W46", "", "2026-W46 ", "99999-W01"])
  func whatIsNoWeekIsNone(name: String) {
    #expect(ReportWeek(name) == nil)
  }

  @Test func weeksAreInTheOrderOfTime() throws {
    let names = ["2027-W01", "2026-W46", "2026-W09", "2026-W53"]
    let sorted = names.compactMap { ReportWeek($0) }.sorted().map(\.description)
    #expect(sorted == ["2026-W09", "2026-W46", "2026-W53", "2027-W01"])
  }
}
