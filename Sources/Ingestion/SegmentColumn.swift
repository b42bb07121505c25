/// A column that says whom each row of a web report is of. Segments overlap: the rows of one are no addition to those of
/// another.
struct SegmentColumn: Sendable {
  let index: Int
  /// In the order of their first rows.
  private var names: [String] = []

  init?(_ header: Header) {
    guard let index = header.column(["segment", "segmento", "segmente", "セグメント"]) else { return nil }
    self.index = index
  }

  mutating func survey(_ record: RawRecord) {
    let name = record.text(index)
    if !name.isEmpty, !names.contains(name) { names.append(name) }
  }

  var hasSeveral: Bool { names.count > 1 }

  /// How many segments come before the row's own.
  func rank(_ record: RawRecord) -> Int { names.firstIndex(of: record.text(index)) ?? 0 }

  static let caveat = "its segments may tell of the same people: each row has its own, and only the first is added up"
}
