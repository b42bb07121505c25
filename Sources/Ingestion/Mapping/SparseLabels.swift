import Vocabulary

/// Of a mapped table of figures over days: names that stand in the first row of their group alone, as pivot tables and
/// merged cells show them. The rows below would count without one.
///
/// A column may be such a one where its first cell is filled, no name follows itself, and an empty cell stands in a row
/// that names nothing new to the left and has a day that its group has not had yet. Rows that are in truth without a
/// name may look so, too. But where rows are in the order of their days or names, or have each day and name once, no
/// two of those are alike: where most are, and they are half of all, the table is refused. Else it is told of.
struct SparseLabels: Sendable {
  /// Columns that have no empty cell by then are dropped.
  private static let depth = 1_000

  private let days: [Int]
  /// Columns that tell rows apart, from left to right.
  private let names: [Int]
  private let header: Header
  /// Those that may still be such.
  private var columns: [Column]
  /// By place, what each column has named last.
  private var named: [UInt64?]
  private var rows = 0

  private struct Row {
    let line: Int
    /// By place, nil for an empty cell.
    let names: [UInt64?]
    /// The same with what stands above an empty cell.
    let path: [UInt64?]
    /// By place, whether it names something else than the rows above.
    let isNew: [Bool]
    let day: UInt64
    /// Of all names and days.
    let key: UInt64
  }

  private struct Column: Sendable {
    /// Among the names.
    let place: Int
    /// What it and those to its left have named last; empty before the first row.
    var path: [UInt64?] = []
    /// The group's so far.
    var days: Set<UInt64> = []
    var empty = 0
    var firstEmpty = 0
    /// How many rows without the name are alike.
    var alike: [UInt64: Int] = [:]

    init(place: Int) { self.place = place }

    /// Takes in a row; false where the column is none that shows a name once.
    mutating func takes(_ row: Row) -> Bool {
      guard row.names[place] == nil else {
        let path = Array(row.path[...place])
        guard path != self.path else { return false }
        self.path = path
        days = [row.day]
        return true
      }
      guard !path.isEmpty, !row.isNew[..<place].contains(true) else { return false }
      if row.isNew[(place + 1)...].contains(true) { days = [] }
      guard days.insert(row.day).inserted else { return false }
      if empty == 0 { firstEmpty = row.line }
      empty += 1
      alike[row.key, default: 0] += 1
      return true
    }

    /// Whether most of the rows without a name have one that nothing but figures tells apart from them.
    var isOfTwins: Bool { alike.values.reduce(0) { $0 + ($1 > 1 ? $1 : 0) } * 2 >= empty }
  }

  /// Nil for tables of other things than figures over days, or without a column of days or names.
  init?(_ columns: MappedColumns) {
    let map = columns.map
    let days = [TableField.day, .firstDay, .lastDay].compactMap { map[$0] }
    let types: [FieldType] = [.text, .id, .channel, .word]
    let names = Set(columns.mapping.kind.fields.filter { types.contains($0.type) }.compactMap { map[$0.field] })
    guard columns.isOfPeriods, !days.isEmpty, !names.isEmpty else { return nil }
    self.days = days
    self.names = names.sorted()
    header = map.header
    self.columns = (0..<names.count).map { Column(place: $0) }
    named = Array(repeating: nil, count: names.count)
  }

  mutating func survey(_ record: RawRecord) {
    // A row without a day is a sum or is refused.
    guard !columns.isEmpty, days.contains(where: { !BlankText.isMissing(record[$0]) }) else { return }
    rows += 1
    let row = row(record)
    for index in columns.indices.reversed() {
      if !columns[index].takes(row) { columns.remove(at: index) }
    }
    named = row.path
    if rows == SparseLabels.depth { columns.removeAll { $0.empty == 0 } }
  }

  /// Throws where there is no doubt.
  func settle(file: String) throws(IngestionError) {
    guard let column = columns.first(where: { $0.empty > 0 && $0.empty * 2 >= rows && $0.isOfTwins }) else { return }
    throw .sparseLabels(
      file: file, column: header.names[names[column.place]], line: column.firstEmpty, empty: column.empty, rows: rows)
  }

  /// A sentence each for the file's notes, where the table may be one.
  var notes: [String] {
    columns.filter { $0.empty > 0 }.map { column in
      "\"\(header.names[names[column.place]])\" is empty in \(column.empty) of \(rows) rows, below rows that name one, "
        + "and they count without a name; if the table shows each name in the first row of its group only, "
        + SparseLabels.advice
    }
  }

  static let advice =
    "repeat it in each row (in a pivot table: Design, Report Layout, Repeat All Item Labels; merged cells: unmerge and "
    + "fill down)"

  private func row(_ record: RawRecord) -> Row {
    let cells = names.map { SparseLabels.key(record[$0]) }
    let isNew = zip(cells, named).map { $0 != nil && $0 != $1 }
    let day = days.reduce(CellBuffer.noCells) { CellBuffer.digest(BlankText.trimmed(record[$1]), after: $0) }
    let key = names.reduce(day) { CellBuffer.digest(BlankText.trimmed(record[$1]), after: $0) }
    return Row(
      line: record.line, names: cells, path: zip(cells, named).map { $0 ?? $1 }, isNew: isNew, day: day, key: key)
  }

  private static func key(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let cell = BlankText.trimmed(cell)
    return cell.isEmpty ? nil : CellBuffer.digest(cell, after: CellBuffer.noCells)
  }
}
