import Vocabulary

/// The columns of one table that hold dates. One that leaves the order of its figures open follows the others, then
/// what was declared.
struct DateColumns: Sendable {
  private var columns: [DateColumn]

  /// `indices` may repeat, and is nil for a column that the table has not.
  init(_ header: Header, _ indices: [Int?]) {
    var seen: Set<Int> = []
    columns = indices.compactMap { index in
      guard let index, seen.insert(index).inserted else { return nil }
      return DateColumn(index, name: header.names[index], isOfFact: false)
    }
  }

  mutating func survey(_ record: RawRecord) {
    for place in columns.indices { columns[place].survey(record) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) {
    var options = options
    options.dateOrder = DateColumn.provenOrder(columns) ?? options.dateOrder
    for place in columns.indices { try columns[place].settle(options, file: file) }
  }

  /// First and last day of a column in the file.
  func window(_ index: Int?) -> DateWindow? { column(index)?.window }

  /// Nil for an empty cell and for a column that the table has not.
  func date(_ index: Int?, _ record: RawRecord) throws(RowProblem) -> DateText? {
    guard let column = column(index) else { return nil }
    return try column.date(record)
  }

  private func column(_ index: Int?) -> DateColumn? { columns.first { $0.index == index } }
}
