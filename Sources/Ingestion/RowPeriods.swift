import Vocabulary

/// The periods of a table whose rows say from which day to which they are: whether it adds up weeks, months or others,
/// or holds days.
///
/// A report cuts its first and its last week, of which one day may be left: that row is a sum like the others. Where two
/// reports stand below each other, such rows are neighbours; three days in a row are days, beside longer periods too.
struct RowPeriods: Sendable {
  private struct Cells: Hashable {
    var first: String
    var last: String
  }

  /// More different ones are no weeks, and no days either.
  private static let most = 4_096

  private let columns: (first: Int, last: Int)
  private var named: Set<Cells> = []
  /// Of rows that may be totals.
  private var nameless: Set<Cells> = []
  /// The cells surveyed last: most exports are in the order of their periods.
  private var recent: (first: [UInt8], last: [UInt8], isNamed: Bool)?
  /// Whether rows of a day are what a report has left of something longer. False until the columns are settled.
  private(set) var areOfSums = false

  /// Nil without both columns.
  init?(_ first: DateColumn?, _ last: DateColumn?) {
    guard let first, let last else { return nil }
    columns = (first.index, last.index)
  }

  mutating func survey(_ record: RawRecord, isNamed: Bool = true) {
    let (first, last) = (record[columns.first], record[columns.last])
    if let recent, recent.isNamed == isNamed, first.elementsEqual(recent.first), last.elementsEqual(recent.last) {
      return
    }
    recent = (Array(first), Array(last), isNamed)
    guard named.count + nameless.count < RowPeriods.most else { return }
    let cells = Cells(first: record.text(columns.first), last: record.text(columns.last))
    if isNamed { named.insert(cells) } else { nameless.insert(cells) }
  }

  /// Called with the settled columns; `window` makes of a first and a last date what the format does.
  mutating func settle(
    _ first: DateColumn?, _ last: DateColumn?,
    window: (DateText, DateText) -> DateWindow? = { DateWindow(first: $0.day, last: $1.day) }
  ) {
    let periods = (named.isEmpty ? nameless : named).compactMap { cells -> DateWindow? in
      guard let start = first?.date(of: cells.first), let end = last?.date(of: cells.last) else { return nil }
      return window(start, end)
    }
    guard periods.contains(where: { $0.dayCount > 1 }) else { return }
    let days = Set(periods.filter { $0.dayCount == 1 }.map(\.first))
    areOfSums = !days.contains { days.contains($0 + 1) && days.contains($0 + 2) }
  }
}
