import Vocabulary

/// Bytes of a text file under construction.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(withByteOrderMark: Bool = false) {
    if withByteOrderMark { bytes = TextBuffer.byteOrderMark }
  }

  mutating func append(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

  mutating func append(line text: some StringProtocol, end: String = "\n") {
    append(text)
    append(end)
  }

  /// Cells joined by commas, as they are.
  mutating func append(record cells: [String], end: String = "\n") {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: cell.utf8)
      isFirst = false
    }
    append(end)
  }
}

/// Ways in which exports write values.
enum CellText {
  /// In quotes, with quotes inside doubled.
  static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// In quotes only where a comma, a quote or a line end asks for them.
  static func quotedIfNeeded(_ text: String) -> String {
    text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D } ? quoted(text) : text
  }

  /// `1234` is `12.34`.
  static func hundredths(_ value: Int) -> String {
    let magnitude = value.magnitude
    return (value < 0 ? "-" : "") + "\(magnitude / 100)." + padded(Int(magnitude % 100), 2)
  }

  /// `1234567` is `1,234,567`.
  static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// The quotient rounded to `places` decimals, half away from zero; nil where there is nothing to divide by.
  static func ratio(_ dividend: Int, _ divisor: Int, places: Int) -> String? {
    guard divisor > 0 else { return nil }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let (whole, rest) = (dividend * scale).quotientAndRemainder(dividingBy: divisor)
    let rounded = whole + (2 * rest >= divisor ? 1 : 0)
    return places == 0 ? String(rounded) : "\(rounded / scale)." + padded(rounded % scale, places)
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// Day indices of the calendar months of a business, the first and last of which may be cut short.
enum ExportPeriods {
  static func months(of plan: BusinessPlan) -> [Range<Int>] { split(plan) { $0.civil.month } }

  static func halfYears(of plan: BusinessPlan) -> [Range<Int>] { split(plan) { $0.civil.month > 6 ? 2 : 1 } }

  private static func split(_ plan: BusinessPlan, by part: (Day) -> Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 1...plan.dayCount {
      let isEnd = index == plan.dayCount || part(plan.firstDay + index) != part(plan.firstDay + (index - 1))
      if isEnd {
        ranges.append(start..<index)
        start = index
      }
    }
    return ranges
  }
}
