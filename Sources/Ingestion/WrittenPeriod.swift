import Vocabulary

/// A period with the months' names in a file's name: `Shop-Campaigns-Feb-2-2026-Feb-8-2026.csv`.
enum WrittenPeriod {
  /// Nil unless two days stand there one behind the other.
  static func window(_ displayName: String) -> DateWindow? {
    let words = ExportName(displayName).leaf.split { "-_ ".contains($0) }
    guard words.count >= 6 else { return nil }
    for start in 0...(words.count - 6) {
      guard let first = day(words[start..<(start + 3)]), let last = day(words[(start + 3)..<(start + 6)]) else {
        continue
      }
      return DateWindow(first: first, last: last)
    }
    return nil
  }

  private static func day(_ words: ArraySlice<Substring>) -> Day? {
    guard words.contains(where: { MonthName.number($0) != nil }) else { return nil }
    return DateText(words.joined(separator: " "), order: nil)?.day
  }
}
