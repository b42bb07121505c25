import Testing
import Vocabulary

struct DateWindowTests {
  @Test(arguments: [
    ("2026-10-05", "2026-10-05", Grain.day), ("2026-10-05", "2026-10-11", .week), ("2026-10-06", "2026-10-12", .range),
    ("2026-02-01", "2026-02-28", .month), ("2024-02-01", "2024-02-28", .range), ("2026-01-01", "2026-12-31", .year),
    ("2026-01-01", "2026-03-31", .range), ("2025-01-01", "2026-12-31", .range),
  ])
  func grain(first: String, last: String, grain: Grain) throws {
    let (start, end) = (try #require(Day(iso: first)), try #require(Day(iso: last)))
    let window = try #require(DateWindow(first: start, last: end))
    #expect(window.grain == grain)
  }

  @Test func anEndBeforeItsStartIsNoWindow() {
    #expect(DateWindow(first: Day(number: 2), last: Day(number: 1)) == nil)
  }

  @Test func unionCoversBoth() throws {
    let early = DateWindow(day: Day(number: 3))
    let late = DateWindow(day: Day(number: 9))
    #expect(late.union(early).dayCount == 7)
    #expect(late.union(early).contains(Day(number: 5)))
  }

  @Test func undatedIsItsOwnGrain() {
    #expect(DateWindow.undated.grain == .undated)
    #expect(DateWindow.undated.isUndated)
    #expect(DateWindow.undated.description == "no dates")
    #expect(DateWindow.undated.first.description == "0001-01-01")
    #expect(DateWindow.undated.last.description == "9999-12-31")
  }
}
