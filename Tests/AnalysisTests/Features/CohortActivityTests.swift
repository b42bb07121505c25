import Analysis
import Testing
import Vocabulary

@Suite("CohortActivity")
struct CohortActivityTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test("counts each customer once a month, over the turn of the year, and nobody from after the day")
  func counts() throws {
    let histories = [
      customer(1, try ["2025-12-31", "2026-01-01", "2026-01-20"].map { purchase(try day($0), 5) }),
      customer(2, try ["2025-12-01", "2026-02-28"].map { purchase(try day($0), 5) }),
      customer(3, try ["2026-02-01", "2026-03-05"].map { purchase(try day($0), 5) }),
      customer(4, [purchase(try day("2026-03-09"), 5)]),
    ]
    let found = CohortActivity.all(histories, asOf: try day("2026-02-28"))
    #expect(found.map(\.year) == [2025, 2026])
    #expect(found.map(\.month) == [12, 2])
    #expect(found.map(\.active) == [[2, 1, 1], [1]])
    let later = CohortActivity.all(histories, asOf: try day("2026-03-31"))
    #expect(later.map(\.month) == [12, 2, 3])
    #expect(later.map(\.active) == [[2, 1, 1, 0], [1, 1], [1]])
    #expect(CohortActivity.all([], asOf: monday) == [])
  }
}
