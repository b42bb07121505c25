/// The parts of a day in the proleptic Gregorian calendar, from its number: whole days since 1 January 1970.
/// Arithmetic on integers after Hinnant (2013, "chrono-compatible low-level date algorithms").
package struct CalendarDay: Sendable, Equatable {
  package let number: Int
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  package static let range = -100_000_000...100_000_000

  /// Nil for a number more than 100 million days away.
  package init?(number: Int) {
    guard Self.range.contains(number) else { return nil }
    self.number = number
    // Years that begin in March, so that the leap day is the last; eras of 400 of them, 146,097 days each.
    let shifted = number + 719_468
    let era = Self.floor(shifted, by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
  package var weekday: Int { number + 3 - 7 * Self.floor(number + 3, by: 7) + 1 }

  /// 1 to 366.
  package var dayOfYear: Int { number - Self.firstDay(of: year) + 1 }

  /// 1 to 4.
  package var quarter: Int { (month + 2) / 3 }

  package var daysInYear: Int { Self.firstDay(of: year + 1) - Self.firstDay(of: year) }

  package var daysInMonth: Int {
    month == 2 ? daysInYear - 337 : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// 1 to 53: a week begins on Monday and belongs to the year that holds its Thursday (ISO 8601).
  package var week: Int {
    let thursday = number - weekday + 4
    let year = CalendarDay(number: thursday)?.year ?? self.year
    return (thursday - Self.firstDay(of: year)) / 7 + 1
  }

  /// The number of 1 January.
  private static func firstDay(of year: Int) -> Int {
    let before = year - 1
    return 365 * before + floor(before, by: 4) - floor(before, by: 100) + floor(before, by: 400) - 719_162
  }

  private static func floor(_ value: Int, by divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
  }
}
