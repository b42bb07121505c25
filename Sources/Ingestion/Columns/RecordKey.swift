import Vocabulary

/// What the records of a table without ids are known by. Two that share it cannot be told apart, so that the second is
/// refused rather than taken for a newer state of the first.
struct RecordKey: Sendable {
  private var seen: Set<String> = []

  /// The parts that are filled, joined by " / ". `column`: where the name stands, for the message.
  mutating func next(_ parts: [String], column: String) throws(RowProblem) -> String {
    let key = parts.filter { !$0.isEmpty }.joined(separator: " / ")
    guard !key.isEmpty else {
      throw RowProblem(column: column, found: "an empty cell", expected: "a name, where the table has no ids")
    }
    guard seen.insert(key).inserted else {
      throw RowProblem(
        column: column, found: "a second record of the same name",
        expected: "a column of record ids, which tells them apart")
    }
    return key
  }
}
