import Vocabulary

/// What a report adds up in one row: a day, or the week, month, quarter or year that the row names.
enum DaySpan: Sendable {
  case day, week, month, quarter, year

  /// The most days that one can have.
  var longest: Int {
    switch self {
    case .day: 1
    case .week: 7
    case .month: 31
    case .quarter: 92
    case .year: 366
    }
  }

  /// From the day that stands for the span to its end. A week has seven days whichever weekday it begins with, since
  /// vendors begin it on different ones. Only the days of the report's period are in it, where there are any.
  func window(from first: Day, within period: DateWindow?) -> DateWindow {
    let window = DateWindow(first: first, last: last(from: first)) ?? DateWindow(day: first)
    return period.flatMap(window.clipped) ?? window
  }

  /// The span that a cell names otherwise than by its first day: `2026-10-05 ~ 2026-10-11`, `September 2026`, `2026-09`,
  /// `Q3 2026`, `2026`.
  func window(named text: String) -> DateWindow? {
    let first: Day?
    switch self {
    case .day: return nil
    case .week: return PeriodText.window(text).flatMap { $0.dayCount > 1 && !$0.isUndated ? $0 : nil }
    case .month: first = Day(iso: text + "-01") ?? DateText("1 " + text, order: nil)?.day
    case .quarter: first = DaySpan.quarter(text)
    case .year: first = Day(iso: text + "-01-01")
    }
    return first.map { window(from: $0, within: nil) }
  }

  private func last(from first: Day) -> Day {
    let (year, month, day) = first.civil
    let lastMonth: Int
    switch self {
    case .day: return first
    case .week: return first + 6
    case .month: lastMonth = month
    case .quarter: lastMonth = (month + 2) / 3 * 3
    case .year: lastMonth = 12
    }
    let rest = (month...lastMonth).reduce(0) { $0 + Day.length(ofMonth: $1, year: year) }
    return first + (rest - day)
  }

  /// `Q3 2026`, `2026-Q3`, and `T3 2026` where quarters are trimesters.
  private static func quarter(_ text: String) -> Day? {
    let words = text.lowercased().split { $0 == " " || $0 == "-" }
    guard words.count == 2, let mark = words.first(where: { $0.count == 2 }),
      let year = words.first(where: { $0.count == 4 }),
      mark.first == "q" || mark.first == "t", let number = mark.dropFirst().first?.wholeNumberValue,
      let year = Int(year)
    else { return nil }
    return Day(year: year, month: number * 3 - 2, day: 1)
  }
}
