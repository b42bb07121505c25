/// What counts as nothing in a cell: blanks around a value, and the marks vendors write where a figure is missing.
package enum BlankText {
  /// Without blanks, no-break blanks, zero-width blanks and byte order marks at both ends.
  package static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = text.count
    // Almost every cell begins and ends in visible ASCII.
    while start < end {
      let length = blankLength(text, at: start, end: end)
      if length == 0 { break }
      start += length
    }
    while end > start {
      let byte = text[end - 1]
      if byte <= 0x20 {
        end -= 1
      } else if byte >= 0x80, end - start >= 2, text[end - 2] == 0xC2, byte == 0xA0 {
        end -= 2
      } else if byte >= 0x80, end - start >= 3, blankLength(text, at: end - 3, end: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start == 0 && end == text.count ? text : UnsafeBufferPointer(rebasing: text[start..<end])
  }

  /// Whether the cell says that there is no figure: empty, `--`, `-`, a dash, `n/a`, `NaN`, `null`, `(not set)`.
  package static func isMissing(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = trimmed(text)
    guard let first = cell.first else { return true }
    guard first &- 0x30 > 9, cell.count <= 9 else { return false }
    return marks.contains { mark in
      mark.count == cell.count && zip(mark, cell).allSatisfy { $0 == ($1 | ($1 &- 0x41 < 26 ? 0x20 : 0)) }
    }
  }

  package static func isMissing(_ text: String) -> Bool { text.withUTF8Bytes { isMissing($0) } }

  private static let marks: [[UInt8]] = ["--", "-", "—", "–", "n/a", "nan", "null", "(not set)"].map { Array($0.utf8) }

  private static func blankLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
    let byte = text[index]
    if byte <= 0x20 { return 1 }
    guard byte >= 0x80 else { return 0 }
    if byte == 0xC2, index + 1 < end, text[index + 1] == 0xA0 { return 2 }
    guard index + 2 < end else { return 0 }
    switch (byte, text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x80, 0x8E...0x8F), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
