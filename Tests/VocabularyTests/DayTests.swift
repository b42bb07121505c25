import Testing
import Vocabulary

struct DayTests {
  /// Known day numbers: the epoch, a leap day, the last day of 1999, 2038-01-19, and the first of year 1.
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("1999-12-31", 10_956, 5), ("2038-01-19", 24_855, 2),
    ("0001-01-01", -719_162, 1), ("1969-12-31", -1, 3),
  ])
  func knownDays(text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(iso: text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "", "2026-01-01T"])
  func refusesWhatIsNoDay(text: String) { #expect(Day(iso: text) == nil) }

  @Test func everyDayOfFourCenturiesComesBack() {
    for number in stride(from: -146_097, through: 146_097, by: 97) {
      let (year, month, day) = Day(number: number).civil
      #expect(Day(year: year, month: month, day: day) == Day(number: number))
    }
  }

  @Test func weeksStartOnMonday() throws {
    // 2026-11-21 is a Saturday.
    let day = try #require(Day(iso: "2026-11-21"))
    #expect(day.weekStart.description == "2026-11-16")
    #expect(day.weekStart.weekStart == day.weekStart)
    #expect(day + 10 - day == 10)
  }
}
