import Vocabulary

/// Rows in which a spreadsheet has added up the rows of a group above them: "Brand Total" below the ad groups of the
/// campaign "Brand".
///
/// A campaign may truly bear such a name. A row is a group's total only where it is called by a word for totals and the
/// name that the rows directly above it have in that column, leaves a column empty that those rows fill, names nothing
/// that they do not, has spent something, and each of its figures is their sum: counts exactly, amounts to half a
/// hundredth for each row.
struct GroupTotals: Sendable {
  /// What rows are added up by. Missing figures are nil; amounts are millionths.
  struct Figures: Sendable {
    var amounts: [Int64?]
    var counts: [Int64?]
  }

  private struct Group: Sendable {
    var name: [UInt8] = []
    var rows: Int64 = 0
    var amounts: [Int64] = []
    var counts: [Int64] = []
  }

  private let columns: [Int]
  private var groups: [Group]
  /// Whether a row has been seen that may be one, so that rows must be added up.
  private(set) var areLikely = false

  /// `columns`: those that tell rows apart; the ones that are not there are left out.
  init(_ columns: [Int?]) {
    self.columns = columns.compactMap { $0 }
    groups = Array(repeating: Group(), count: self.columns.count)
  }

  mutating func survey(_ record: RawRecord) {
    guard !areLikely, columns.contains(where: { !TotalsRow.isFilled(record[$0]) }) else { return }
    areLikely = columns.contains { GroupTotals.holdsWord(BlankText.trimmed(record[$0])) }
  }

  /// What a row calls itself that is the total of the rows added last, nil for any other row. The first amount is what
  /// was spent.
  func label(_ record: RawRecord, _ figures: Figures) -> String? {
    var place: Int?
    var isLessFilled = false
    for (index, column) in columns.enumerated() {
      let cell = BlankText.trimmed(record[column])
      if !TotalsRow.isFilled(cell) {
        if !groups[index].name.isEmpty { isLessFilled = true }
      } else if !cell.elementsEqual(groups[index].name) {
        guard place == nil, GroupTotals.isLabel(cell, of: groups[index].name) else { return nil }
        place = index
      }
    }
    guard let place, isLessFilled, groups[place].rows > 0, figures.amounts.first.flatMap({ $0 }) ?? 0 != 0,
      isSum(figures, of: groups[place])
    else { return nil }
    return record.text(columns[place])
  }

  /// `label(_:_:)` for a table that has each figure in a column of its own: `amounts` and `counts` in the order of the
  /// figures of the rows added.
  func label<Field>(
    _ record: RawRecord, _ numbers: NumberColumns<Field>, amounts: [Field], counts: [Field]
  ) throws(RowProblem) -> String? {
    guard areLikely else { return nil }
    var figures = Figures(amounts: [], counts: [])
    for field in amounts { figures.amounts.append(try numbers.micros(field, record)) }
    for field in counts { figures.counts.append(try numbers.whole(field, record)) }
    return label(record, figures)
  }

  /// Takes in a row that is none.
  mutating func add(_ record: RawRecord, _ figures: Figures) {
    for (index, column) in columns.enumerated() {
      let cell = BlankText.trimmed(record[column])
      let name = TotalsRow.isFilled(cell) ? cell : UnsafeBufferPointer(start: nil, count: 0)
      if groups[index].rows == 0 || !name.elementsEqual(groups[index].name) {
        groups[index] = Group(
          name: Array(name), amounts: figures.amounts.map { _ in 0 }, counts: figures.counts.map { _ in 0 })
      }
      groups[index].rows += 1
      for (place, amount) in figures.amounts.enumerated() { groups[index].amounts[place] &+= amount ?? 0 }
      for (place, count) in figures.counts.enumerated() { groups[index].counts[place] &+= count ?? 0 }
    }
  }

  private func isSum(_ figures: Figures, of group: Group) -> Bool {
    let tolerance = Micros.perUnit / 200 * group.rows
    return zip(figures.counts, group.counts).allSatisfy { $0 == nil || $0 == $1 }
      && zip(figures.amounts, group.amounts).allSatisfy { found, sum in
        found.map { ($0 &- sum).magnitude <= tolerance } ?? true
      }
  }

  /// `Brand Total`, `Total Brand`, `Brand – Ergebnis:`.
  private static func isLabel(_ cell: UnsafeBufferPointer<UInt8>, of name: [UInt8]) -> Bool {
    guard !name.isEmpty, cell.count > name.count, cell.count <= name.count + 24 else { return false }
    return [
      cell.starts(with: name) ? cell[name.count...] : nil,
      cell[(cell.count - name.count)...].elementsEqual(name) ? cell[..<(cell.count - name.count)] : nil,
    ].contains { rest in
      guard let rest else { return false }
      var word = Substring(String(decoding: rest, as: UTF8.self))
      while let first = word.first, !first.isLetter { word.removeFirst() }
      while let last = word.last, !last.isLetter { word.removeLast() }
      return Array(word.utf8).withUnsafeBufferPointer { isWord($0[...]) }
    }
  }

  /// Whether the first or the last word of a cell of several is one for totals.
  static func holdsWord(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count > 4, let first = cell.firstIndex(of: blank), let last = cell.lastIndex(of: blank) else {
      return false
    }
    return [cell[..<first], cell[(last + 1)...]].contains { isWord($0.last == colon ? $0.dropLast() : $0) }
  }

  private static func isWord(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard (3...13).contains(bytes.count) else { return false }
    return words.contains { word in
      word.count == bytes.count && zip(word, bytes).allSatisfy { $0 == ($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
    }
  }

  private static let blank = UInt8(ascii: " ")
  private static let colon = UInt8(ascii: ":")

  private static let words = [
    "total", "totals", "subtotal", "sub-total", "subtotals", "sum", "result", "ergebnis", "teilergebnis", "summe",
    "zwischensumme", "gesamt", "totale", "subtotale", "totaal", "subtotaal", "resultaat", "somme", "sous-total",
    "suma", "resultado", "soma", "somma", "risultato", "subtotales",
  ].map { Array($0.utf8) }
}
