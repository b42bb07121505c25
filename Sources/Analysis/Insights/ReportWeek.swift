import Vocabulary

/// A calendar week by ISO 8601, the name under which its report is kept: the week's year is that of its Thursday.
package struct ReportWeek: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let monday: Day

  package init(containing day: Day) { monday = day.weekStart }

  /// Reads `2026-W46` exactly; a week that the year does not have is nil.
  package init?(_ name: some StringProtocol) {
    let parts = name.split(separator: "-W", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1]),
      let inFirstWeek = Day(year: year, month: 1, day: 4)
    else { return nil }
    monday = inFirstWeek.weekStart + 7 * (number - 1)
    guard description == name else { return nil }
  }

  package var sunday: Day { monday + 6 }
  package var window: DateWindow { DateWindow(day: monday).union(DateWindow(day: sunday)) }

  /// 1…53.
  package var number: Int { (thursday - firstOfYear) / 7 + 1 }
  package var year: Int { thursday.civil.year }

  /// `2026-W46`
  package var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return padded(year, 4) + "-W" + padded(number, 2)
  }

  package static func < (left: ReportWeek, right: ReportWeek) -> Bool { left.monday < right.monday }

  private var thursday: Day { monday + 3 }
  private var firstOfYear: Day { Day(year: year, month: 1, day: 1) ?? thursday }
}
