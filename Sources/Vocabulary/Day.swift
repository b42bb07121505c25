/// A calendar day as days since 1970-01-01, in the zone of the account it belongs to (proleptic Gregorian calendar).
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Nil when the month or the day of the month does not exist, or the year lies outside 1…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `YYYY-MM-DD` exactly; anything else is nil.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month 1…12, day of the month 1…31.
  package var civil: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Monday is 1, Sunday is 7.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The Monday on or before this day.
  package var weekStart: Day { Day(number: number - (weekday - 1)) }

  /// `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = civil
    return Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// Days from `right` to `left`.
  package static func - (left: Day, right: Day) -> Int { left.number - right.number }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
