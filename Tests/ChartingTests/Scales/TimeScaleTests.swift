import Testing

@testable import Charting

@Suite struct TimeScaleTests {
  @Test func datesRoundTrip() {
    #expect(CivilDate.dayNumber(year: 1970, month: 1, day: 1) == 0)
    #expect(CivilDate.dayNumber(year: 2000, month: 3, day: 1) == 11_017)
    #expect(CivilDate(dayNumber: 20_000).iso == "2024-10-04")
    #expect(CivilDate(dayNumber: -1).iso == "1969-12-31")
    #expect(CivilDate(dayNumber: CivilDate.dayNumber(year: 2024, month: 2, day: 29)).iso == "2024-02-29")
    for day in stride(from: -800_000, through: 800_000, by: 997) {
      let date = CivilDate(dayNumber: day)
      #expect(CivilDate.dayNumber(year: date.year, month: date.month, day: date.day) == day)
    }
  }

  @Test func halfAYearHasMonths() {
    let start = CivilDate.dayNumber(year: 2026, month: 5, day: 18)
    let scale = TimeScale(first: start, last: start + 175)
    #expect(scale.ticks(most: 7, words: .english).map(\.label) == ["Jun 2026", "Jul", "Aug", "Sep", "Oct", "Nov"])
  }

  @Test func aTurnOfTheYearIsNamed() {
    let start = CivilDate.dayNumber(year: 2025, month: 11, day: 1)
    let scale = TimeScale(first: start, last: start + 130)
    #expect(scale.ticks(most: 7, words: .english).map(\.label) == ["Nov 2025", "Dec", "Jan 2026", "Feb", "Mar"])
  }

  @Test func weeksStartOnMonday() {
    // 18 May 2026 is a Monday.
    let start = CivilDate.dayNumber(year: 2026, month: 5, day: 16)
    let ticks = TimeScale(first: start, last: start + 30).ticks(most: 7, words: .english)
    #expect(ticks.map(\.label) == ["18\u{A0}May 2026", "25\u{A0}May", "1\u{A0}Jun", "8\u{A0}Jun", "15\u{A0}Jun"])
  }

  @Test func oneDayStandsInTheMiddle() {
    #expect(TimeScale(first: 5, last: 5).percent(5) == 50)
    #expect(TimeScale(first: 5, last: 5).ticks(most: 7, words: .english).count == 1)
  }
}
