import Vocabulary

/// A row of a mapped table that is a header again: the table's own, or that of another table below it, whose columns mean
/// something else.
struct FurtherHeader: Sendable {
  enum Kind {
    case repeated, ofAnotherTable
  }

  private let names: [String]
  /// A column of days, which are never called like their column.
  private let day: Int
  private let initial: UInt8

  /// Nil where the table has no column of days.
  init?(_ columns: MappedColumns) {
    guard let day = columns.days.keys.sorted().lazy.compactMap({ columns.map[$0] }).first,
      let initial = columns.map.header.names[day].utf8.first
    else { return nil }
    names = columns.map.header.names.map(Header.whole)
    self.day = day
    self.initial = initial
  }

  /// Nil for any other row: its day is the column's name, and one more cell at least is one, too.
  func kind(_ record: RawRecord) -> Kind? {
    guard let first = BlankText.trimmed(record[day]).first, first | 0x20 == initial | 0x20,
      Header.whole(record.text(day)) == names[day]
    else { return nil }
    let cells = (0..<max(record.count, names.count)).map { Header.whole(record.text($0)) }
    guard cells.count(where: { !$0.isEmpty && names.contains($0) }) > 1 else { return nil }
    let isWhole = cells.indices.allSatisfy { cells[$0] == ($0 < names.count ? names[$0] : "") }
    return isWhole ? .repeated : .ofAnotherTable
  }
}
