import Vocabulary

/// How many cells of a column hold something else where addresses stand. The rows are kept without them, so that the file
/// must say so.
struct AddressTally: Sendable {
  private let columns: [(index: Int, name: String)]
  private var counts: [Int]

  /// Columns that the table has not are left out.
  init(_ header: Header, _ indices: [Int?]) {
    columns = indices.compactMap { $0 }.map { ($0, header.names[$0]) }
    counts = Array(repeating: 0, count: columns.count)
  }

  mutating func survey(_ record: RawRecord) {
    for place in columns.indices {
      let cell = record[columns[place].index]
      guard !BlankText.isMissing(cell), EmailAddress(record.text(columns[place].index)) == nil else { continue }
      counts[place] += 1
    }
  }

  /// `things`: what the rows are, "deals".
  func notes(_ things: String) -> [String] {
    zip(columns, counts).filter { $1 > 0 }.map { column, count in
      "\(count) \(count == 1 ? "cell" : "cells") of \"\(column.name)\" \(count == 1 ? "holds" : "hold") no e-mail address: "
        + "the \(things) are kept without it and join nobody by it"
    }
  }
}
