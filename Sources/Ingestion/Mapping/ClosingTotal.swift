import Vocabulary

/// Whether the last row of a mapped table is its total though it has a day: it calls itself one, where the row above does
/// not, and each of its figures is the sum of all rows above. A station may be called "Total", and is none.
struct ClosingTotal: Sendable {
  /// Users of several rows are not their sum.
  private let fields: [(field: TableField, isAmount: Bool)]
  private var sums: [Int64]
  private var surveyed = 0
  private var seen = 0
  /// Columns of the row above in which it calls itself a total, too.
  private var named: Set<Int> = []

  /// Nil for tables of other things than figures over days.
  init?(_ columns: MappedColumns) {
    let kind = columns.mapping.kind
    let fields = kind.type.metrics.filter { columns.map.has($0.key) && $0.value != .users }
    guard columns.isOfPeriods, !fields.isEmpty else { return nil }
    self.fields = fields.sorted { $0.key < $1.key }
      .map { ($0.key, [.spend, .revenue, .conversions].contains($0.value)) }
    sums = fields.map { _ in 0 }
  }

  mutating func survey() { surveyed += 1 }

  /// Takes in a row. What it calls itself where it is the total, nil for any other row. The sheet's own sum holds rows
  /// that are refused, too.
  mutating func label(_ row: MappedRow) -> String? {
    seen += 1
    let figures = fields.map { try? row.micros($0.field) }
    guard seen >= surveyed - 1 else {
      add(figures)
      return nil
    }
    let columns = (0..<row.record.count).filter { ClosingTotal.names(row.record[$0]) }
    if seen == surveyed, seen > 2, isSum(figures), let column = columns.first(where: { !named.contains($0) }) {
      return row.record.text(column)
    }
    named = Set(columns)
    add(figures)
    return nil
  }

  private mutating func add(_ figures: [Int64?]) {
    for place in figures.indices { sums[place] &+= figures[place] ?? 0 }
  }

  /// Each figure that the row has, one at least that is not 0. Of amounts, half a hundredth for each row may be rounded,
  /// but a whole one at most.
  private func isSum(_ figures: [Int64?]) -> Bool {
    let rounding = min(Micros.perUnit / 200 * Int64(seen), Micros.perUnit)
    var isTold = false
    for place in figures.indices {
      guard let figure = figures[place] else { continue }
      isTold = isTold || figure != 0
      guard (figure &- sums[place]).magnitude <= (fields[place].isAmount ? rounding : 0) else { return false }
    }
    return isTold
  }

  private static func names(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = BlankText.trimmed(cell)
    guard (3...60).contains(cell.count) else { return false }
    return GroupTotals.holdsWord(cell) || TotalsRow.isTotal(String(decoding: cell, as: UTF8.self))
  }
}
