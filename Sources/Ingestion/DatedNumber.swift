import Vocabulary

/// What a spreadsheet makes of a number that could be a date: `10. Dez` of 10.12, `Jan 99` of 1.99, a cell with a day.
enum DatedNumber {
  static let expected =
    "a number: this is a date, which a spreadsheet has made of one such as 10.12; export the report again and do not "
    + "open it in a spreadsheet"

  /// Nil for a cell that is no such date. One with a time is none: it stands in the wrong column.
  static func expected(_ cell: UnsafeBufferPointer<UInt8>) -> String? { isOne(cell) ? expected : nil }

  private static func isOne(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: BlankText.trimmed(cell), as: UTF8.self)
    guard (4...24).contains(text.utf8.count) else { return false }
    if let date = DateText(text, order: .dayMonthYear) ?? DateText(text, order: .monthDayYear) {
      return date.offset == nil && (date.secondOfDay ?? 0) == 0
    }
    let words = text.split { "-/. ".contains($0) }
    guard words.count == 2, let month = words.firstIndex(where: { MonthName.number($0) != nil }) else { return false }
    let figures = words[1 - month]
    return figures.count <= 2 && figures.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
