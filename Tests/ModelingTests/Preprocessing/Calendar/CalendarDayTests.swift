import Modeling
import Testing

@Suite("CalendarDay")
struct CalendarDayTests {
  /// Number, year, month, day, ISO weekday, day of the year and ISO week, by Python's datetime.
  @Test(
    "parts are those of Python's datetime",
    arguments: [
      [0, 1970, 1, 1, 4, 1, 1], [-1, 1969, 12, 31, 3, 365, 1], [19_782, 2024, 2, 29, 4, 60, 9],
      [19_783, 2024, 3, 1, 5, 61, 9], [11_016, 2000, 2, 29, 2, 60, 9], [-719_162, 1, 1, 1, 1, 1, 1],
      [59, 1970, 3, 1, 7, 60, 9], [18_262, 2020, 1, 1, 3, 1, 1], [16_800, 2015, 12, 31, 4, 365, 53],
      [19_722, 2023, 12, 31, 7, 365, 52], [47_481, 2099, 12, 31, 4, 365, 53], [-25_567, 1900, 1, 1, 1, 1, 1],
    ])
  func python(parts: [Int]) throws {
    let day = try #require(CalendarDay(number: parts[0]))
    #expect([day.number, day.year, day.month, day.day, day.weekday, day.dayOfYear, day.week] == parts)
  }

  @Test("every day follows the one before it, over eight hundred years")
  func consecutive() throws {
    var last = try #require(CalendarDay(number: -150_000))
    var wrong: [Int] = []
    for number in -149_999...150_000 {
      guard let day = CalendarDay(number: number) else { break }
      let isNextMonth = last.day == last.daysInMonth
      let isNextYear = isNextMonth && last.month == 12
      let isRight =
        day.day == (isNextMonth ? 1 : last.day + 1) && day.month == (isNextMonth ? last.month % 12 + 1 : last.month)
        && day.year == last.year + (isNextYear ? 1 : 0) && day.weekday == last.weekday % 7 + 1
        && day.dayOfYear == (isNextYear ? 1 : last.dayOfYear + 1) && (day.week == last.week || day.weekday == 1)
      if !isRight { wrong.append(number) }
      last = day
    }
    #expect(wrong.isEmpty && last.number == 150_000)
    #expect(CalendarDay(number: 100_000_001) == nil)
  }
}
