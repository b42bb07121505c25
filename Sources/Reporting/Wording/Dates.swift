import Vocabulary

/// Days as readers write them. All spaces inside a date are no-break spaces.
enum Dates {
  /// `15 Nov 2026`
  static func day(_ day: Day) -> String { "\(short(day))\(format.ofYear)\(day.civil.year)" }

  /// `15 Nov`
  static func short(_ day: Day) -> String { "\(day.civil.day)\(format.ofMonth)\(format.months[day.civil.month - 1])" }

  /// `9–15 Nov 2026`, `28 Dec 2026–3 Jan 2027`, or one day.
  static func range(_ window: DateWindow) -> String {
    if window.first == window.last { return day(window.last) }
    return start(of: window) + Quantity.dash + day(window.last)
  }

  /// As `range`, for a narrow column: may break after the dash.
  static func foldable(_ window: DateWindow) -> String {
    range(window).replacing(Quantity.dash, with: String(Quantity.dash.dropLast()))
  }

  /// `Mon 9 – Sun 15 Nov 2026`
  static func week(_ window: DateWindow) -> String {
    let from = format.weekdays[window.first.weekday - 1]
    let to = format.weekdays[window.last.weekday - 1]
    return "\(from)\u{A0}\(start(of: window)) \u{2013} \(to)\u{A0}\(day(window.last))"
  }

  /// Only as much as the end does not say, too.
  private static func start(of window: DateWindow) -> String {
    let (first, last) = (window.first.civil, window.last.civil)
    if first.year != last.year { return day(window.first) }
    return first.month != last.month ? short(window.first) : format.number(first.day)
  }

  private static var format: DayFormat { Language.current.days }
}
