import Vocabulary

/// The periods that the comments above a GA4 table name: its own first, then those that are compared with it.
///
/// The rows write theirs as the user's language and land do: `Sep 1–28, 2026`, `01.09.2026 - 28.09.2026`,
/// `1.-28. Sept. 2026`. Which of them a cell means is told by its figures, where they are those of one period and of no
/// other.
struct GA4Periods {
  /// No two are alike.
  let windows: [DateWindow]
  /// Of each period, the figures with which it may be written, the smallest first.
  private let writings: [Set<[Int]>]

  init(_ windows: [DateWindow]) {
    self.windows = windows
    writings = windows.map(GA4Periods.writings)
  }

  var areCompared: Bool { windows.count > 1 }

  /// From the first day of any to the last; nil without one.
  var span: DateWindow? { windows.dropFirst().reduce(windows.first) { $0?.union($1) } }

  /// Nil where a cell's figures are those of no period, or of several.
  func window(_ cell: UnsafeBufferPointer<UInt8>) -> DateWindow? {
    guard cell.count < 80, cell.contains(where: { $0 &- 0x30 <= 9 }),
      let figures = GA4Periods.figures(String(decoding: cell, as: UTF8.self))
    else { return nil }
    let fitting = windows.indices.filter { writings[$0].contains(figures) }
    return fitting.count == 1 ? windows[fitting[0]] : nil
  }

  /// A month or a year that both days share may be written once, and a year not at all or with two figures.
  private static func writings(_ window: DateWindow) -> Set<[Int]> {
    let first = window.first.civil
    let last = window.last.civil
    var days = [[first.day, last.day]]
    var months = [[first.month, last.month]]
    var years: [[Int]] = [[], [last.year], [first.year, last.year]]
    if window.dayCount == 1 { days.append([first.day]) }
    if (first.year, first.month) == (last.year, last.month) { months.append([first.month]) }
    years += years.map { $0.map { $0 % 100 } }
    var writings: Set<[Int]> = []
    for day in days {
      for month in months {
        for year in years { writings.insert((day + month + year).sorted()) }
      }
    }
    return writings
  }

  /// Its numbers and months; nil where a number is too long for any. Days that are written together, `20260928`, are
  /// taken apart.
  private static func figures(_ text: String) -> [Int]? {
    var figures: [Int] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let letters = rest.prefix(while: \.isLetter)
      if digits.count == 8, let number = Int(digits) {
        figures += [number / 10_000, number / 100 % 100, number % 100]
      } else if !digits.isEmpty {
        guard digits.count <= 4, let number = Int(digits) else { return nil }
        figures.append(number)
      } else if let month = MonthName.number(letters) {
        figures.append(month)
      }
      rest = rest.dropFirst(max(1, digits.count + letters.count))
    }
    return figures.sorted()
  }
}
