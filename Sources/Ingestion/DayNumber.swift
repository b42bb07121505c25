import Vocabulary

/// A day as a spreadsheet counts it, from 1900 on: what a cell shows that has lost its date format.
enum DayNumber {
  static let expected =
    "a date: this is a spreadsheet's number of a day; give the column a date format there and save it again"

  /// Whole numbers that are days from 1982 to 2064.
  static func isOne(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = BlankText.trimmed(cell)
    guard text.count == 5, text.allSatisfy({ $0 &- 0x30 <= 9 }) else { return false }
    return (30_000...60_000).contains(text.reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
}
