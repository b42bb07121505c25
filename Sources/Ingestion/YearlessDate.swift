import Vocabulary

/// Dates without their year: `March 1`, `31. Dezember`. Only another day that is known tells which year they are of.
enum YearlessDate {
  static let expected =
    "a day with its year, such as 2026-10-31: the year is missing; write it into the dates, or export the report again "
    + "with it"

  /// Any leap year has all the days that there are.
  private static let leapYear = 2024

  /// The day of a leap year; nil for a date with a year, in figures, or for none.
  static func day(_ cell: UnsafeBufferPointer<UInt8>) -> Day? {
    let text = String(decoding: BlankText.trimmed(cell), as: UTF8.self)
    guard (4...24).contains(text.utf8.count), text.contains(where: \.isLetter), DateText(text, order: nil) == nil else {
      return nil
    }
    return DateText("\(text) \(leapYear)", order: nil)?.day
  }

  /// The last one that is not after `last`.
  static func day(_ day: Day, upTo last: Day) -> Day? { years(day, around: last).last { $0 <= last } }

  /// The one nearest to `other`.
  static func day(_ day: Day, near other: Day) -> Day? {
    years(day, around: other).min { abs($0 - other) < abs($1 - other) }
  }

  private static func years(_ day: Day, around other: Day) -> [Day] {
    let year = other.civil.year
    return ((year - 1)...(year + 1)).compactMap { Day(year: $0, month: day.civil.month, day: day.civil.day) }
  }
}
