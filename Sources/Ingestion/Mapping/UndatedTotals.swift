import Vocabulary

/// Which rows of a mapped table of figures over days are its totals though the mapping does not say how they begin:
/// those that call themselves one and have no day.
struct UndatedTotals: Sendable {
  private let days: [Int]
  /// The columns that tell rows apart, the days among them.
  private let names: Set<Int>

  /// Nil for other kinds of table, and where rows do not have their days from columns.
  init?(_ columns: MappedColumns) {
    let kind = columns.mapping.kind
    let days = [TableField.day, .firstDay, .lastDay].compactMap { columns.map[$0] }
    guard columns.isOfPeriods, !days.isEmpty, columns.mapping.constants[.day] == nil else {
      return nil
    }
    let types: [FieldType] = [.text, .id, .channel, .word]
    self.days = days
    names = Set(days + kind.fields.filter { types.contains($0.type) }.compactMap { columns.map[$0.field] })
  }

  /// What the row calls itself where it is a total, nil for any other row: its first cell, or all that it names, is a
  /// word for totals.
  func label(_ record: RawRecord) -> String? {
    guard days.allSatisfy({ isNoDay(record, $0) }) else { return nil }
    if let first = (0..<record.count).first(where: { TotalsRow.isFilled(record[$0]) }) {
      let text = record.text(first)
      if TotalsRow.isTotal(text) { return text }
    }
    let filled = names.filter { TotalsRow.isFilled(record[$0]) }
    guard filled.count == 1, let only = filled.first else { return nil }
    let text = record.text(only)
    return TotalsRow.isTotal(text) ? text : nil
  }

  /// Empty, or the word itself. Most days begin with a figure, which no such word does.
  private func isNoDay(_ record: RawRecord, _ column: Int) -> Bool {
    let cell = record[column]
    guard TotalsRow.isFilled(cell), let first = BlankText.trimmed(cell).first else { return true }
    return first &- 0x30 > 9 && TotalsRow.isTotal(record.text(column))
  }
}
