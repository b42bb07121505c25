import Vocabulary

/// A period as Matomo writes it: `2010`, `2010-03`, `2010-03-06`, `2010-03-01,2010-03-07`, a day with its month's name, or
/// in words of the user's language: `Week November 2 – 8, 2026`, `November 2026`, `vom 2026-11-02 bis 2026-11-08`.
enum MatomoPeriod {
  static func window(_ text: String) -> DateWindow? {
    if let day = Day(iso: text) { return DateWindow(day: day) }
    let ends = text.split(separator: ",")
    if ends.count == 2, let first = Day(iso: ends[0]), let last = Day(iso: ends[1]) {
      return DateWindow(first: first, last: last)
    }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard text.split(separator: "-").count == parts.count, let year = parts.first else {
      return DateText(text, order: nil).map { DateWindow(day: $0.day) } ?? worded(text)
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

  /// Two days in ISO form, or days of the month, months and years in their order, whatever words stand among them: a month,
  /// or the first and the last day. The first day's month and year are the last one's where it has none of its own.
  private static func worded(_ text: String) -> DateWindow? {
    let ends = ExportName.days(text[...])
    if ends.count > 1 { return DateWindow(first: ends[0], last: ends[1]) }
    guard ends.isEmpty else { return nil }
    var days: [Int] = []
    var months: [Int] = []
    var years: [Int] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || ",-–—".contains($0) }) {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      if digits.isEmpty {
        if let month = MonthName.number(word) { months.append(month) }
        continue
      }
      guard ["", ".", "er", "º"].contains(word.dropFirst(digits.count)), let number = Int(digits) else { return nil }
      if digits.count == 4 { years.append(number) } else { days.append(number) }
    }
    guard let year = years.last, let month = months.last, years.count <= 2, months.count <= 2 else { return nil }
    if days.isEmpty, months.count == 1, years.count == 1, let first = Day(year: year, month: month, day: 1) {
      return DateWindow(first: first, last: first + (Day.length(ofMonth: month, year: year) - 1))
    }
    guard days.count == 2, let first = Day(year: years[0], month: months[0], day: days[0]),
      let last = Day(year: year, month: month, day: days[1])
    else { return nil }
    return DateWindow(first: first, last: last)
  }

  /// Of a file as the interface names it: `Export _ Page URLs _ Sunday, January 3, 2010`. A browser puts ` (1)` behind it,
  /// and who was asked for it the day of export.
  static func named(_ file: String) -> (report: String, window: DateWindow?)? {
    let parts = Header([ExportName(file).leaf]).names[0].split(separator: " _ ").map(String.init)
    guard parts.count == 3 else { return nil }
    return (parts[1], window(parts[2]) ?? window(bare(parts[2])))
  }

  private static func bare(_ period: String) -> String {
    var text = period[...]
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") { text = text[..<open] }
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.count > 10, Day(iso: String(text.suffix(10))) != nil { text = text.dropLast(10) }
    while let last = text.last, " -_".contains(last) { text.removeLast() }
    return String(text)
  }
}
