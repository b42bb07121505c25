import Vocabulary

/// Days as readers write them. All spaces inside a date are no-break spaces.
enum Dates {
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `15 Nov 2026`
  static func day(_ day: Day) -> String { "\(short(day))\u{A0}\(day.civil.year)" }

  /// `15 Nov`
  static func short(_ day: Day) -> String { "\(day.civil.day)\u{A0}\(months[day.civil.month - 1])" }

  /// `9–15 Nov 2026`, `28 Dec 2026–3 Jan 2027`, or one day.
  static func range(_ window: DateWindow) -> String {
    let (first, last) = (window.first.civil, window.last.civil)
    if window.first == window.last { return day(window.last) }
    let start =
      if first.year != last.year {
        day(window.first)
      } else if first.month != last.month {
        short(window.first)
      } else {
        "\(first.day)"
      }
    return start + Quantity.dash + day(window.last)
  }

  /// `Mon 9 – Sun 15 Nov 2026`
  static func week(_ window: DateWindow) -> String {
    let (first, last) = (window.first.civil, window.last.civil)
    let start =
      first.year != last.year
      ? day(window.first) : first.month != last.month ? short(window.first) : "\(first.day)"
    let from = weekdays[window.first.weekday - 1]
    return "\(from)\u{A0}\(start) \u{2013} \(weekdays[window.last.weekday - 1])\u{A0}\(day(window.last))"
  }
}
