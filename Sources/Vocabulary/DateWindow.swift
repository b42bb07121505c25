/// A span of whole days, both ends included.
package struct DateWindow: Hashable, Sendable, CustomStringConvertible {
  package let first: Day
  package let last: Day

  /// Nil when `last` lies before `first`.
  package init?(first: Day, last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  package init(day: Day) {
    first = day
    last = day
  }

  /// Facts whose file does not say which days they cover ("All time", an answer without a date): every day there is.
  /// It is a value of its own rather than a missing one, so that it can be part of a key; its grain keeps it out of
  /// every sum over days.
  package static let undated = DateWindow(
    uncheckedFirst: Day(number: -719_162), last: Day(number: 2_932_896))

  package var isUndated: Bool { self == .undated }

  package var dayCount: Int { last - first + 1 }

  package func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The days of this window that are the other's too; nil where there are none.
  package func clipped(to other: DateWindow) -> DateWindow? {
    DateWindow(first: max(first, other.first), last: min(last, other.last))
  }

  /// The smallest window that holds both.
  package func union(_ other: DateWindow) -> DateWindow {
    DateWindow(uncheckedFirst: min(first, other.first), last: max(last, other.last))
  }

  package var grain: Grain {
    if isUndated { return .undated }
    if first == last { return .day }
    let (firstYear, firstMonth, firstDay) = first.civil
    let (lastYear, lastMonth, lastDay) = last.civil
    if dayCount == 7, first.weekday == 1 { return .week }
    let wholeMonths = firstDay == 1 && lastDay == Day.length(ofMonth: lastMonth, year: lastYear)
    guard wholeMonths, firstYear == lastYear else { return .range }
    if firstMonth == lastMonth { return .month }
    return firstMonth == 1 && lastMonth == 12 ? .year : .range
  }

  package var description: String { isUndated ? "no dates" : first == last ? "\(first)" : "\(first)…\(last)" }

  private init(uncheckedFirst first: Day, last: Day) {
    self.first = first
    self.last = last
  }
}

/// How long a period fact's window is. Facts of different grain over the same days are never added up.
package enum Grain: String, Sendable, CaseIterable {
  case day, week, month, year, range
  /// The file does not say which days; see `DateWindow.undated`.
  case undated
}
