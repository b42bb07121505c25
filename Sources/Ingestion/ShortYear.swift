import Vocabulary

/// Dates whose year has two figures. `01.03.26` may name three days: a period that it lies in tells which and in which
/// century, or the order does, and then the year is one of the first half of this century: nobody exports the second, and
/// `68` may be of the last.
enum ShortYear {
  private static let lastYear = 49

  /// Nil where the cell is none, or names no day in that order. Beside a month's name the year stands last.
  static func date(_ cell: UnsafeBufferPointer<UInt8>, order: DateOrder?) -> DateText? {
    guard isOne(cell) else { return nil }
    let text = String(decoding: BlankText.trimmed(cell), as: UTF8.self).replacing("'", with: " ")
    let groups = text.split(maxSplits: 3) { "-/. ,".contains($0) }
    // A mark and an accent behind it are one character.
    guard groups.count >= 3 else { return nil }
    let isNamed = groups[..<3].contains { $0.first?.isNumber == false }
    let year = groups[order == .yearMonthDay && !isNamed ? 0 : 2]
    guard year.count == 2, let figures = Int(year), figures <= lastYear else { return nil }
    return DateText(text[..<year.startIndex] + "20" + text[year.startIndex...], order: order)
  }

  /// The date with the year that `period` has for the two figures; nil where the cell is none or the period has none.
  static func written(out cell: UnsafeBufferPointer<UInt8>, in period: DateWindow) -> String? {
    guard isOne(cell) else { return nil }
    let text = String(decoding: BlankText.trimmed(cell), as: UTF8.self)
    let groups = text.split(maxSplits: 3) { "-/. ,'".contains($0) }
    guard groups.count >= 3,
      let year = (period.first.civil.year...period.last.civil.year).first(where: { $0 % 100 == Int(groups[2]) })
    else { return nil }
    return text[..<groups[2].startIndex] + "\(year)" + text[groups[2].endIndex...]
  }

  /// `01.03.26`, `3/1/26 14:05`, `1-Mar-26`, `Mar 1, '26`.
  static func isOne(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = BlankText.trimmed(cell)
    guard (5...40).contains(text.count) else { return false }
    let groups = text.split(maxSplits: 3) { "-/. ,'".utf8.contains($0) }
    guard groups.count >= 3, groups.count == 3 || groups[3].contains(UInt8(ascii: ":")) else { return false }
    var names = 0
    for group in groups[..<3] {
      if group.allSatisfy({ $0 &- 0x30 <= 9 }) {
        guard group.count <= 2 else { return false }
      } else {
        guard group.count >= 3, group.allSatisfy({ $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }) else { return false }
        names += 1
      }
    }
    return names <= 1 && groups[2].count == 2
  }
}
