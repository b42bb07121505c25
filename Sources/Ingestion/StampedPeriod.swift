import Vocabulary

/// A comment line with a period in figures: `# 20150416-20150430`.
enum StampedPeriod {
  static func window(_ comment: String) -> DateWindow? {
    guard comment.hasPrefix("#") else { return nil }
    let ends = Header([String(comment.dropFirst())]).names[0].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.count == 8 }), let first = DateText(String(ends[0]), order: nil),
      let last = DateText(String(ends[1]), order: nil)
    else { return nil }
    return DateWindow(first: first.day, last: last.day)
  }
}
