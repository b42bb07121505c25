import Vocabulary

/// Rows that name nothing below the account. Where several are of the same days and no column tells them apart, nobody
/// can say of what each is.
struct AccountRows: Sendable {
  /// Beyond as many different rows, a row is compared with these alone.
  private static let most = 1 << 16

  /// The columns that tell rows apart.
  private let keys: [Int]
  private var seen: Set<String> = []
  private var repeats = false

  init(_ keys: [Int]) { self.keys = keys }

  mutating func survey(_ record: RawRecord) {
    guard !repeats else { return }
    let key = keys.map { record.text($0) }.joined(separator: "\n")
    if seen.contains(key) {
      repeats = true
    } else if seen.count < AccountRows.most {
      seen.insert(key)
    }
  }

  /// Throws where rows repeat each other. Asked when all rows are surveyed, and no other column splits them.
  func check(file: String) throws(IngestionError) {
    guard repeats else { return }
    throw .leftOut(
      file: file, kind: "several rows of an account for the same days, and no column that says of what each is",
      advice: "add the campaign to the report and export it again")
  }
}
