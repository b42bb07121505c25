import Vocabulary

/// How many cells of a column hold something else where addresses stand. The rows are kept without them, so that the file
/// must say so.
struct AddressTally: Sendable {
  private let columns: [(index: Int, name: String)]
  private var counts: [Int]
  /// The first lines of each.
  private var lines: [[Int]]

  /// Columns that the table has not are left out.
  init(_ header: Header, _ indices: [Int?]) {
    columns = indices.compactMap { $0 }.map { ($0, header.names[$0]) }
    counts = Array(repeating: 0, count: columns.count)
    lines = Array(repeating: [], count: columns.count)
  }

  mutating func survey(_ record: RawRecord) {
    for place in columns.indices {
      let cell = record[columns[place].index]
      guard !BlankText.isMissing(cell), AddressTally.address(record, columns[place].index) == nil else { continue }
      counts[place] += 1
      if counts[place] <= AddressTally.shownLines { lines[place].append(record.line) }
    }
  }

  /// `things`: what the rows are, "deals".
  func notes(_ things: String) -> [String] {
    columns.indices.filter { counts[$0] > 0 }.map { place in
      let count = counts[place]
      let shown = lines[place].map(String.init).joined(separator: ", ") + (count > AddressTally.shownLines ? " …" : "")
      return
        "\(count) \(count == 1 ? "cell" : "cells") of \"\(columns[place].name)\" \(count == 1 ? "holds" : "hold") no "
        + "e-mail address (line \(shown)): the \(things) are kept without it and join nobody by it"
    }
  }

  /// The first address of a cell; nil for an empty one and for anything else.
  static func address(_ record: RawRecord, _ column: Int?) -> EmailAddress? {
    (try? PersonalCell.firstEmail(record, column, name: "")) ?? nil
  }

  private static let shownLines = 3
}
