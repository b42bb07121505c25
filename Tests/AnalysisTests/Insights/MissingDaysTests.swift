import Testing
import Vocabulary

@testable import Analysis

struct MissingDaysTests {
  private let week = DateWindow(day: monday).union(DateWindow(day: monday + 6))

  /// - Parameter days: of the week before and of the week.
  private func source(
    _ name: String, last: Day, gaps: [DateWindow] = [], days: [Int]
  ) -> DataQuality.Source {
    DataQuality.Source(
      name: name, first: monday - 7 * (days.count - 1), last: last, days: 1, gaps: gaps, daysByWeek: days,
      firstMonday: monday - 7 * (days.count - 1))
  }

  private func missing(_ sources: [DataQuality.Source]) -> [DataQuality.Missing] {
    DataQuality(
      files: [], sources: sources, rejected: [], skipped: [], controlTotals: [], restatements: [], unrecognised: [],
      identity: []
    ).missing(in: week)
  }

  @Test func aSourceThatBreaksOffLacksTheDaysAfter() {
    // Whole before, Monday to Thursday now.
    #expect(missing([source("B", last: monday + 3, days: [7, 7, 4])]) == [.init(source: "B", days: 3)])
  }

  @Test func aSourceThatRestsAnywayLacksOnlyLongSpans() {
    // Five days a week: the weekend is no loss, three days are.
    #expect(missing([source("A", last: monday + 4, days: [5, 5, 5])]).isEmpty)
    #expect(missing([source("A", last: monday + 3, days: [5, 5, 4])]) == [.init(source: "A", days: 3)])
  }

  @Test func gapsWithinTheWeekCount() {
    let gap = DateWindow(day: monday - 2).union(DateWindow(day: monday + 1))
    #expect(missing([source("A", last: monday + 6, gaps: [gap], days: [7, 5, 5])]).isEmpty)
    #expect(missing([source("A", last: monday + 6, gaps: [gap], days: [7, 7, 5])]) == [.init(source: "A", days: 2)])
  }

  @Test func aSourceThatWasGivenUpLacksNothing() {
    #expect(missing([source("A", last: monday - 29, days: [7, 7, 7, 7, 7, 7])]).isEmpty)
    #expect(missing([source("A", last: monday - 28, days: [7, 7, 7, 7, 7, 7])]) == [.init(source: "A", days: 7)])
  }

  /// Eight mailings, one each fifth day: four days of silence are usual, five are not.
  @Test func whatComesNowAndThenLacksOnlyWhatItsRhythmPromises() {
    func mailings(last: Day) -> DataQuality.Source {
      var source = source("M", last: last, days: [1, 2, 1, 1, 2, 1])
      source.days = 8
      source.rhythm = .irregular
      source.silences = (1...7).compactMap { DateWindow(first: last - 5 * $0 + 1, last: last - 5 * $0 + 4) }
      return source
    }
    #expect(missing([mailings(last: monday + 2)]).isEmpty)
    #expect(missing([mailings(last: monday + 1)]) == [.init(source: "M", days: 5)])
  }

  @Test func aSourceThatBeginsLaterLacksNothing() {
    #expect(missing([source("A", last: monday + 3, days: [4])]) == [.init(source: "A", days: 3)])
    var late = source("A", last: monday + 6, days: [4])
    late.first = monday + 3
    #expect(missing([late]).isEmpty)
  }
}
