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

  /// The one whose rows are added up: everybody, else the first.
  private var counted: Int { names.firstIndex { GA4Names.everybody.contains($0.lowercased()) } ?? 0 }

  /// 0 for the segment that is added up, another number for each of the others.
  func rank(_ record: RawRecord) -> Int {
    guard let place = names.firstIndex(of: record.text(index)) else { return 0 }
    return place == counted ? 0 : place == 0 ? counted : place
  }

  var caveat: String? {
    guard names.count > 1 else { return nil }
    return "its segments may tell of the same people: each row has its own, and only \"\(names[counted])\" is added up"
  }
}
