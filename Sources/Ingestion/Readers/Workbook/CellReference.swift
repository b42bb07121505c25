/// A cell's place as workbooks write it, such as `B12`.
struct CellReference: Hashable {
  /// From 0.
  let column: Int
  /// From 1.
  let row: Int

  static let columns = 16_384
  static let rows = 1_048_576

  /// Nil when it is no place, or one beyond XFD1048576.
  @inline(__always)
  init?(_ text: some Collection<UInt8>) {
    var column = 0
    var row = 0
    var hasFigures = false
    for byte in text {
      let letter = (byte | 0x20) &- 0x61
      if letter < 26, !hasFigures {
        column = column * 26 + Int(letter) + 1
        guard column <= CellReference.columns else { return nil }
      } else {
        let figure = byte &- 0x30
        guard figure <= 9 else { return nil }
        hasFigures = true
        row = row * 10 + Int(figure)
        guard row <= CellReference.rows else { return nil }
      }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column - 1, row: row)
  }

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// `A` for 0, `XFD` for 16,383.
  static func letters(_ column: Int) -> String {
    let (rest, last) = column.quotientAndRemainder(dividingBy: 26)
    return (rest > 0 ? letters(rest - 1) : "") + String(UnicodeScalar(UInt8(ascii: "A") + UInt8(last)))
  }
}

/// Cells that are shown as one, with the text of the first.
struct CellRange: Hashable {
  let first: CellReference
  let last: CellReference

  init(first: CellReference, last: CellReference) {
    self.first = first
    self.last = last
  }

  /// `A1:C2`; nil for anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: ":"))
    guard parts.count == 2, let first = CellReference(parts[0]), let last = CellReference(parts[1]),
      first.column <= last.column, first.row <= last.row
    else { return nil }
    self.init(first: first, last: last)
  }
}
