/// The text of a spreadsheet formula that is nothing else: `="0123"` is 0123, `="say ""so"""` is say "so".
enum FormulaText {
  private static let quote = UInt8(ascii: "\"")

  /// Nil for anything else, other formulas included.
  static func of(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard cell.count >= 3, cell[0] == UInt8(ascii: "="), cell[1] == quote, cell[cell.count - 1] == quote else {
      return nil
    }
    var text: [UInt8] = []
    text.reserveCapacity(cell.count)
    var index = 2
    while index < cell.count - 1 {
      if cell[index] == quote {
        index += 1
        guard index < cell.count - 1, cell[index] == quote else { return nil }
      }
      text.append(cell[index])
      index += 1
    }
    return text
  }
}
