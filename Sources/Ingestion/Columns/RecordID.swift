import Vocabulary

/// The id of a record: text, whatever it looks like.
enum RecordID {
  /// "" for an empty cell. What a spreadsheet has made of a long number (`6.49E+17`) is refused: figures are lost.
  static func text(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> String {
    let text = record.text(column)
    try check(text, name: name)
    return text
  }

  /// The ids of a cell that holds several, parted by `;`.
  static func list(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> [String] {
    var ids: [String] = []
    for part in record.text(column).split(separator: ";") {
      let id = String(part.trimmingBlanks)
      try check(id, name: name)
      if !id.isEmpty, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private static func check(_ text: String, name: String) throws(RowProblem) {
    guard isDamaged(text) else { return }
    throw RowProblem(
      column: name, found: "an id in scientific notation, which has lost its last figures",
      expected: "the whole id, from an export that no spreadsheet has saved again")
  }

  /// A figure, perhaps decimals, `E+` and figures.
  static func isDamaged(_ text: String) -> Bool {
    guard text.utf8.count <= 24, let mark = text.firstRange(of: "E+") ?? text.firstRange(of: "e+") else { return false }
    let mantissa = text[..<mark.lowerBound].utf8
    let exponent = text[mark.upperBound...].utf8
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
    guard let first = mantissa.first, isDigit(first), !exponent.isEmpty, exponent.allSatisfy(isDigit) else {
      return false
    }
    let rest = mantissa.dropFirst()
    guard let point = rest.first else { return true }
    return (point == UInt8(ascii: ".") || point == UInt8(ascii: ",")) && rest.dropFirst().allSatisfy(isDigit)
  }
}

extension Substring {
  /// Without blanks at its ends.
  var trimmingBlanks: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
