import Vocabulary

/// Which rows with a day of a mapped table are its totals: those that call themselves one and whose figures are the sums
/// of the rows above, all of them or those since the last such row. A station may be called "Total", and is none.
struct SummedTotals: Sendable {
  typealias Figures = [(metric: TotalMetric, micros: Int64?)]

  private var all: [TotalMetric: Int64] = [:]
  private var group: [TotalMetric: Int64] = [:]
  private var rows = 0
  private var groupRows = 0
  /// Of the file, and how many of them have come by: a total of all rows is the last one.
  private var surveyed = 0
  private var seen = 0

  /// Nil for tables of other things than figures over days.
  init?(_ kind: RecordKind) { if !kind.needs.contains([TableField.day, .firstDay]) { return nil } }

  mutating func survey() { surveyed += 1 }

  /// What the row calls itself where it is a total, and whether of a group alone; nil for any other row.
  mutating func label(_ record: RawRecord, _ figures: Figures) -> (text: String, isOfGroup: Bool)? {
    seen += 1
    // Sums first: they are cheaper than words.
    let isOfAll = isSum(figures, of: all)
    guard rows > 1, isOfAll || (groupRows > 0 && isSum(figures, of: group)),
      let column = (0..<record.count).first(where: { SummedTotals.names(record[$0]) })
    else { return nil }
    group = [:]
    groupRows = 0
    return (record.text(column), !isOfAll || seen < surveyed)
  }

  /// Takes in a row that is none.
  mutating func add(_ figures: Figures) {
    rows += 1
    groupRows += 1
    for figure in figures {
      all[figure.metric, default: 0] &+= figure.micros ?? 0
      group[figure.metric, default: 0] &+= figure.micros ?? 0
    }
  }

  /// Each figure that the row has, one at least that is not 0; of amounts, half a hundredth for each row may be rounded.
  private func isSum(_ figures: Figures, of sums: [TotalMetric: Int64]) -> Bool {
    let told = figures.compactMap { figure in figure.micros.map { (sums[figure.metric] ?? 0, $0) } }
    return told.contains { $1 != 0 }
      && told.allSatisfy { ($0 &- $1).magnitude <= Micros.perUnit / 200 * Int64(rows) }
  }

  private static func names(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = BlankText.trimmed(cell)
    guard (3...60).contains(cell.count) else { return false }
    return GroupTotals.holdsWord(cell) || TotalsRow.isTotal(String(decoding: cell, as: UTF8.self))
  }
}
