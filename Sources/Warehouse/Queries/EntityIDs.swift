/// Which ids are one: a spreadsheet keeps fifteen figures of a number and writes noughts behind them, so that an id that
/// looks so may be any that begins like it. One nought alone proves nothing.
struct EntityIDs {
  private static let exactFigures = 15
  private var cut: Set<String> = []

  init(_ ids: some Sequence<String>) {
    for id in ids where EntityIDs.isCut(id) { cut.insert(String(id.prefix(EntityIDs.exactFigures))) }
  }

  /// Whether the id may be another's that begins like it.
  static func isCut(_ id: String) -> Bool {
    guard let kept = kept(id) else { return false }
    return id.utf8.dropFirst(kept.utf8.count).allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// The same for ids that may be one.
  func key(_ id: String) -> String {
    guard let kept = EntityIDs.kept(id), cut.contains(kept) else { return id }
    return kept
  }

  /// Whether rows of one name may be one thing's: a row without an id may be any's.
  func mayBeOne(_ id: String, _ other: String) -> Bool { id.isEmpty || other.isEmpty || key(id) == key(other) }

  /// Nil where no spreadsheet would take figures away.
  private static func kept(_ id: String) -> String? {
    id.utf8.count > exactFigures + 1 && id.utf8.allSatisfy { $0 &- 0x30 <= 9 } ? String(id.prefix(exactFigures)) : nil
  }
}
