import Vocabulary

/// A column that says which week, month, quarter or year a row is of, by its first day or by its name.
struct SpanColumn: Sendable {
  private let span: DaySpan
  private var dates: DateColumn
  /// The days of the spans that are named.
  private var named: DateWindow?

  /// Nil where the report has no such column.
  init?(_ index: Int?, name: String, span: DaySpan) {
    guard let dates = DateColumn(index, name: name) else { return nil }
    self.dates = dates
    self.span = span
  }

  mutating func survey(_ record: RawRecord) {
    if let window = window(named: record) {
      named = named?.union(window) ?? window
    } else {
      dates.survey(record)
    }
  }

  /// `period`: the days that the file says it covers. Its first span may have begun before it.
  mutating func settle(_ options: ReadOptions, file: String, within period: DateWindow?) throws(IngestionError) {
    let reach = period.flatMap { DateWindow(first: $0.first - (span.longest - 1), last: $0.last) }
    try dates.settle(options, file: file, within: reach)
  }

  /// First and last day in the file.
  var window: DateWindow? {
    let dated = dates.window.map { $0.union(span.window(from: $0.last, within: nil)) }
    return named.map { dated?.union($0) ?? $0 } ?? dated
  }

  /// The row's days, those within `period` where there are any.
  func window(_ record: RawRecord, within period: DateWindow) throws(RowProblem) -> DateWindow {
    if let window = window(named: record) { return window.clipped(to: period) ?? window }
    guard let first = try dates.date(record)?.day else {
      throw RowProblem(column: dates.name, found: "an empty cell", expected: "the first day of the row's \(span)")
    }
    return span.window(from: first, within: period)
  }

  private func window(named record: RawRecord) -> DateWindow? { span.window(named: record.text(dates.index)) }
}
