import Vocabulary

/// The columns of one advertising table that are in millionths: those whose header says so, and those that the vendor's
/// tables usually have so. A fraction anywhere in one of the latter shows that somebody has divided it already.
struct MicroColumns: Sendable {
  /// Once the table is settled, all that are.
  private(set) var fields: Set<AdField>
  /// Those whose header says so, which hold whole numbers and nothing else.
  let named: Set<AdField>
  /// By the marks that make a fraction of one of its cells.
  private var fractions: [AdField: Set<NumberFormat.DecimalMark>] = [:]
  private let map: ColumnMap<AdField>
  /// What the cells have decided against the vendor's habit, a sentence each.
  private(set) var notes: [String] = []

  /// `fields`: as the vendor has them.
  init(_ map: ColumnMap<AdField>, _ fields: Set<AdField>) {
    self.map = map
    self.fields = fields
    named = fields.filter { HeaderWords.saysMicros(map.name($0)) }
    for field in fields where map.has(field) && !named.contains(field) { fractions[field] = [] }
  }

  mutating func survey(_ record: RawRecord) {
    for field in fractions.keys {
      guard let column = map[field] else { continue }
      let cell = record[column]
      if record.isNumber(column) {
        if MicroColumns.isFraction(cell, .plain) { fractions[field] = [.dot, .comma] }
        continue
      }
      for format in [NumberFormat.decimalDot, .decimalComma] where MicroColumns.isFraction(cell, format) {
        fractions[field]?.insert(format.decimalMark)
      }
    }
  }

  /// `numbers`: settled.
  mutating func settle(_ numbers: NumberColumns<AdField>) {
    for field in AdField.allCases {
      guard let marks = fractions[field], let mark = numbers.decimalMark(field), marks.contains(mark) else { continue }
      fields.remove(field)
      notes.append("\"\(map.name(field))\" holds fractions, so it is read in whole units of money, not in millionths")
    }
  }

  private static func isFraction(_ cell: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) -> Bool {
    guard let amount = AmountText(cell, format: format) else { return false }
    return amount.micros % Micros.perUnit != 0
  }
}
