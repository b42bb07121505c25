import Vocabulary

/// One column of identifiers. They are text: a spreadsheet that took one for a number has cut it to `1.20253E+17`, and
/// from then on it may be anybody's. Such a one is told of and left out, so that nothing is joined on it.
struct IdentifierColumn: Sendable {
  private static let most = 100

  let index: Int
  private let name: String
  private(set) var damages: [RejectedRow] = []
  private var first: [UInt8] = []
  private var holdsOthers = false

  /// Nil where the report has no such column.
  init?(_ index: Int?, name: String) {
    guard let index else { return nil }
    self.index = index
    self.name = name
  }

  /// The one that all rows have; nil where they have several or none.
  var only: String? {
    holdsOthers || first.isEmpty ? nil : IdentifierColumn.plain(String(decoding: first, as: UTF8.self))
  }

  mutating func survey(_ record: RawRecord) {
    if !holdsOthers {
      let cell = BlankText.trimmed(record[index])
      if first.isEmpty, TotalsRow.isFilled(cell) { first = Array(cell) }
      holdsOthers = TotalsRow.isFilled(cell) && !cell.elementsEqual(first)
    }
    guard damages.count < IdentifierColumn.most, isDamaged(record) else { return }
    damages.append(
      RejectedRow(
        line: record.line, column: name, found: "\(record.text(index)), an id that a spreadsheet cut",
        expected: "all figures of the id; the row is kept without it, export the report again"))
  }

  /// "" for a cell without an id, a damaged one included.
  func text(_ record: RawRecord) -> String {
    isDamaged(record) ? "" : IdentifierColumn.plain(record.text(index))
  }

  func isDamaged(_ record: RawRecord) -> Bool {
    IdentifierText.isRounded(record[index])
      || record.isNumber(index) && IdentifierText.isCut(record.text(index), isNumber: true)
  }

  /// Without the apostrophe by which some exports keep a spreadsheet's hands off: `'123`.
  private static func plain(_ text: String) -> String {
    var id = text[...]
    if id.first == "'", id.count > 1 { id = id.dropFirst() }
    return id == "--" || id == "-" ? "" : IdentifierText.whole(String(id))
  }
}
