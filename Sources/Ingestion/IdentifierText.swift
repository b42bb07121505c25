import Vocabulary

/// What spreadsheets and programs make of ids that look like numbers.
enum IdentifierText {
  /// Figures that a number keeps exactly, whoever writes it.
  private static let exactFigures = 15

  /// `6.49E+17`: its last figures are gone, and other ids look the same.
  static func isRounded(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = BlankText.trimmed(cell)
    guard let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > 0, mark + 2 < text.count,
      text[mark + 1] == UInt8(ascii: "+"), text[0] &- 0x30 <= 9
    else { return false }
    let isMantissa = text[..<mark].allSatisfy { $0 &- 0x30 <= 9 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    return isMantissa && text[(mark + 2)...].allSatisfy { $0 &- 0x30 <= 9 }
  }

  static func isRounded(_ text: String) -> Bool { text.withUTF8Bytes { isRounded($0) } }

  /// Whether a cell that a workbook keeps as a number has lost its last figures: behind 15, or the 17 that tell numbers
  /// apart, there are noughts alone.
  static func isCut(_ text: String, isNumber: Bool) -> Bool {
    guard isNumber, text.utf8.count > exactFigures + 1, text.utf8.allSatisfy({ $0 &- 0x30 <= 9 }) else { return false }
    return text.utf8.dropFirst(exactFigures).allSatisfy { $0 == UInt8(ascii: "0") }
      || (text.utf8.count > exactFigures + 2
        && text.utf8.dropFirst(exactFigures + 2).allSatisfy { $0 == UInt8(ascii: "0") })
  }

  /// `6634` of `6634.0`, which programs write that keep a column of whole numbers with gaps as fractions.
  static func whole(_ text: String) -> String {
    guard let dot = text.firstIndex(of: "."), dot > text.startIndex else { return text }
    let figures = text[..<dot]
    let noughts = text[dot...].dropFirst()
    guard !noughts.isEmpty, noughts.allSatisfy({ $0 == "0" }), figures.utf8.count <= exactFigures,
      figures.utf8.allSatisfy({ $0 &- 0x30 <= 9 })
    else { return text }
    return String(figures)
  }
}
