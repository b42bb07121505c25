import Vocabulary

/// Cells that hold a vendor's id: text, though it may look like a number.
enum IdentifierCell {
  /// "" for an empty cell or an absent column.
  static func text(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> String {
    var text = record.text(column)
    // Vendors write '6634 so that spreadsheets keep their hands off.
    if text.first == "'" { text.removeFirst() }
    try check(text, isNumber: column.map(record.isNumber) == true, name: name)
    return IdentifierText.whole(text)
  }

  /// The ids of a cell that holds several, parted by `;`, each once.
  static func list(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> [String] {
    var ids: [String] = []
    for part in record.text(column).split(separator: ";") {
      let id = IdentifierText.whole(String(part.trimmingBlanks))
      try check(id, isNumber: false, name: name)
      if !id.isEmpty, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  static func required(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> String {
    let text = try text(record, column, name: name)
    guard !text.isEmpty else { throw RowProblem(column: name, found: "an empty cell", expected: "an id") }
    return text
  }

  private static func check(_ text: String, isNumber: Bool, name: String) throws(RowProblem) {
    guard !IdentifierText.isRounded(text), !IdentifierText.isCut(text, isNumber: isNumber) else {
      throw RowProblem(
        column: name, found: "an id that a spreadsheet has rounded", expected: "the id with all of its figures")
    }
    guard !TotalsRow.isTotal(text) else {
      throw RowProblem(column: name, found: "a word for totals", expected: "an id; the row is a sum of others")
    }
  }
}
