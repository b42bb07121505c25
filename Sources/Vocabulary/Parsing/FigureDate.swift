/// A date written in figures only, before it is known which figure is which.
struct FigureDate {
  /// How many bytes the date takes.
  let length: Int
  private let parts: (Int, Int, Int)
  private let isYearFirst: Bool
  /// Whether points stand between the figures.
  let hasPoints: Bool

  /// Nil unless the text begins with eight figures in one piece, or three groups with one mark between them of which
  /// the first or the last has four figures.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var values = (0, 0, 0)
    var widths = (0, 0, 0)
    var index = 0
    var part = 0
    var mark: UInt8 = 0
    while index < bytes.count, part < 3 {
      var value = 0
      var width = 0
      while index < bytes.count, bytes[index] &- 0x30 <= 9, width < 9 {
        value = value * 10 + Int(bytes[index] &- 0x30)
        width += 1
        index += 1
      }
      guard width > 0 else { return nil }
      switch part {
      case 0: (values.0, widths.0) = (value, width)
      case 1: (values.1, widths.1) = (value, width)
      default: (values.2, widths.2) = (value, width)
      }
      if part == 0, width == 8 {
        guard FigureDate.ends(bytes, at: index) else { return nil }
        parts = (value / 10_000, value / 100 % 100, value % 100)
        isYearFirst = true
        hasPoints = false
        length = index
        return
      }
      part += 1
      guard part < 3 else { break }
      guard index < bytes.count, mark == 0 || bytes[index] == mark else { return nil }
      mark = bytes[index]
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") else { return nil }
      index += 1
      if mark == UInt8(ascii: "."), index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }
    guard part == 3, widths.1 <= 2, FigureDate.ends(bytes, at: index) else { return nil }
    isYearFirst = widths.0 == 4
    guard isYearFirst ? widths.2 <= 2 : (widths.0 <= 2 && widths.2 == 4) else { return nil }
    parts = values
    hasPoints = mark == UInt8(ascii: ".")
    length = index
  }

  /// The date with which the text begins, or that stands behind a weekday (`Mo, 02.03.2026`), and the text from it on.
  static func behindWeekday(_ bytes: UnsafeBufferPointer<UInt8>) -> (FigureDate, UnsafeBufferPointer<UInt8>)? {
    guard let first = bytes.first else { return nil }
    if first &- 0x30 <= 9 { return FigureDate(bytes).map { ($0, bytes) } }
    guard first >= 0x41, let start = bytes.prefix(24).firstIndex(where: { $0 &- 0x30 <= 9 }) else { return nil }
    let text = UnsafeBufferPointer(rebasing: bytes[start...])
    guard let date = FigureDate(text) else { return nil }
    let words = String(decoding: bytes[..<start], as: UTF8.self).split { " ,-".contains($0) }
    return !words.isEmpty && words.allSatisfy { MonthName.isWeekday($0) } ? (date, text) : nil
  }

  func day(order: DateOrder?) -> Day? {
    if isYearFirst { return Day(year: parts.0, month: parts.1, day: parts.2) }
    switch order {
    case .dayMonthYear: return Day(year: parts.2, month: parts.1, day: parts.0)
    case .monthDayYear: return Day(year: parts.2, month: parts.0, day: parts.1)
    case .yearMonthDay: return nil
    case nil: return parts.0 == parts.1 ? Day(year: parts.2, month: parts.0, day: parts.1) : nil
    }
  }

  var dependsOnOrder: Bool { !isYearFirst && parts.0 != parts.1 }

  private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < bytes.count else { return true }
    switch bytes[index] {
    case UInt8(ascii: " "), UInt8(ascii: "T"), UInt8(ascii: ","), UInt8(ascii: "."): return true
    default: return false
    }
  }
}
