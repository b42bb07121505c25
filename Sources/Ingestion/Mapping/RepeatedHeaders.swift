import Vocabulary

/// Of a mapped table over a whole file: columns beside those that it reads which bear the same names. They are harmless
/// where nothing else stands in them; where something does, nobody knows which of the two is meant.
struct RepeatedHeaders: Sendable {
  private struct Pair: Sendable {
    let read: Int
    let other: Int
    let name: String
    /// The first line in which the other column has something of its own.
    var line: Int?
  }

  private var pairs: [Pair] = []

  init(_ map: ColumnMap<TableField>) {
    let header = map.header
    let read = Set(TableField.allCases.compactMap { map[$0] })
    let columns = Dictionary(read.sorted().map { (Header.whole(header.names[$0]), $0) }) { first, _ in first }
    for (other, name) in header.names.enumerated() where !name.isEmpty && !read.contains(other) {
      guard let column = columns[Header.whole(name)] else { continue }
      pairs.append(Pair(read: column, other: other, name: header.names[column]))
    }
  }

  mutating func survey(_ record: RawRecord) {
    for place in pairs.indices where pairs[place].line == nil {
      let other = record[pairs[place].other]
      guard !BlankText.isMissing(other) else { continue }
      let read = BlankText.trimmed(record[pairs[place].read])
      if !read.elementsEqual(BlankText.trimmed(other)) { pairs[place].line = record.line }
    }
  }

  func settle(file: String) throws(IngestionError) {
    let differing = pairs.filter { $0.line != nil }
    guard let line = differing.compactMap(\.line).min() else { return }
    var names: [String] = []
    for pair in differing where !names.contains(pair.name) { names.append(pair.name) }
    throw .repeatedHeaders(file: file, columns: names, line: line)
  }
}
