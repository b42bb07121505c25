import Vocabulary

/// Cells that hold a vendor's id: text, though it may look like a number.
enum IdentifierCell {
  /// "" for an empty cell or an absent column.
  static func text(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> String {
    var text = record.text(column)
    // Vendors write '6634 so that spreadsheets keep their hands off.
    if text.first == "'" { text.removeFirst() }
    try check(text, name: name)
    return text
  }

  /// The ids of a cell that holds several, parted by `;`, each once.
  static func list(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> [String] {
    var ids: [String] = []
    for part in record.text(column).split(separator: ";") {
      let id = String(part.trimmingBlanks)
      try check(id, name: name)
      if !id.isEmpty, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  static func required(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> String {
    let text = try text(record, column, name: name)
    guard !text.isEmpty else { throw RowProblem(column: name, found: "an empty cell", expected: "an id") }
    return text
  }

  private static func check(_ text: String, name: String) throws(RowProblem) {
    guard !isRounded(text) else {
      throw RowProblem(
        column: name, found: "an id that a spreadsheet has rounded", expected: "the id with all of its figures")
    }
  }

  /// `6.49E+17`: its last figures are gone, and other ids look the same.
  private static func isRounded(_ text: String) -> Bool {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    guard parts.count == 2, let last = parts[0].last, last == "E" || last == "e" else { return false }
    let mantissa = parts[0].dropLast()
    return mantissa.contains(where: \.isNumber) && mantissa.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
      && !parts[1].isEmpty && parts[1].allSatisfy(\.isNumber)
  }
}
