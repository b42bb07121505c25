import Vocabulary

/// A period as Matomo writes it: `2010`, `2010-03`, `2010-03-06`, `2010-03-01,2010-03-07`, or a day with its month's name.
enum MatomoPeriod {
  static func window(_ text: String) -> DateWindow? {
    if let day = Day(iso: text) { return DateWindow(day: day) }
    let ends = text.split(separator: ",")
    if ends.count == 2, let first = Day(iso: ends[0]), let last = Day(iso: ends[1]) {
      return DateWindow(first: first, last: last)
    }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard text.split(separator: "-").count == parts.count, let year = parts.first else {
      return DateText(text, order: nil).map { DateWindow(day: $0.day) }
    }
    switch parts.count {
    case 1:
      return Day(year: year, month: 1, day: 1).flatMap { first in
        Day(year: year, month: 12, day: 31).flatMap { DateWindow(first: first, last: $0) }
      }
    case 2:
      return Day(year: year, month: parts[1], day: 1).flatMap {
        DateWindow(first: $0, last: $0 + (Day.length(ofMonth: parts[1], year: year) - 1))
      }
    default: return nil
    }
  }

  /// Of a file as the interface names it: `Export _ Page URLs _ Sunday, January 3, 2010`.
  static func named(_ file: String) -> (report: String, window: DateWindow?)? {
    let parts = Header([ExportName(file).leaf]).names[0].split(separator: " _ ").map(String.init)
    guard parts.count == 3 else { return nil }
    return (parts[1], window(parts[2]))
  }
}
