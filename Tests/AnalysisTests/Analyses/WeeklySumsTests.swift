import Testing
import Vocabulary

@testable import Analysis

struct WeeklySumsTests {
  @Test func onlyWholeWeeksInsideTheWindowCount() throws {
    // Wednesday 7 January to Sunday 25 January 2026 holds the weeks of the 12th and the 19th.
    let window = try #require(DateWindow(first: monday + 2, last: monday + 20))
    var sums = WeeklySums(in: window)
    #expect(sums.mondays == [monday + 7, monday + 14])
    sums.add(5, on: monday + 3)
    sums.add(7, on: monday + 7)
    sums.add(11, on: monday + 13)
    sums.add(13, on: monday + 14)
    sums.add(17, on: monday + 21)
    #expect(sums.micros == [18, 13])
  }

  @Test func usualRangeNeedsEightWeeksAndInterpolates() throws {
    #expect(UsualRange.of([1, 2, 3, 4, 5, 6, 7]) == nil)
    // Eleven values 0…100 in tens: the 10th percentile is the second, the 90th the tenth.
    let range = try #require(UsualRange.of((0...10).map { Double($0) * 10 }))
    #expect(range == Overview.UsualRange(low: 10, high: 90, weeks: 11))
  }

  @Test func usualRangeLooksBackHalfAYear() throws {
    let range = try #require(UsualRange.of(Array(repeating: 1_000, count: 30) + Array(repeating: 1, count: 26)))
    #expect(range == Overview.UsualRange(low: 1, high: 1, weeks: 26))
  }
}
