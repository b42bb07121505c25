import Vocabulary

/// Columns that somebody added to a report, which are left out. One that tells rows apart which the report's own columns
/// do not would have parts added up as if they were the whole, so that such a table is refused.
struct SpareColumns: Sendable {
  private let indices: [Int]
  private let names: [String]
  private var keys: Set<String> = []
  private var repeats = false

  init(_ header: Header, _ indices: [Int]) {
    self.indices = indices
    names = indices.map { header.names[$0] }.filter { !$0.isEmpty }
  }

  /// `key`: what tells the report's own rows apart. Keeps each once, and nothing where there is no spare column.
  mutating func survey(_ record: RawRecord, key: String) {
    guard indices.contains(where: { !BlankText.trimmed(record[$0]).isEmpty }), !repeats else { return }
    repeats = !keys.insert(key).inserted
  }

  /// `table`: what the file is but for these columns, with its article.
  func settle(file: String, table: String) throws(IngestionError) {
    guard repeats else { return }
    let columns = names.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    throw .unrecognised(
      file: file,
      kind:
        "\(table) whose rows are split once more\(columns.isEmpty ? "" : " (\(columns))"), so that they do not add up"
    )
  }
}
