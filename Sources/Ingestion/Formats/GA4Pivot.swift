/// An exploration with a column dimension: above the names of the figures stands a row with that dimension's values, and
/// each figure has a column for each of them. It is told by its two rows and not read.
enum GA4Pivot {
  static let report = UnreadReport(
    name: "a GA4 exploration with a dimension in its columns",
    instead: "move the dimension to the rows and export it again, which is read")

  /// Whether the names of the figures stand below this header and not in it.
  static func isOne(_ header: Header, above lower: Header) -> Bool {
    lower.keys.dropFirst().contains(where: GA4Table.isMetric) && !header.keys.contains(where: GA4Table.isMetric)
  }

  /// Whether the opening is at the second row of its two.
  static func isOne(_ opening: Opening) -> Bool {
    let comments = opening.preamble.dropLast().map(PaddedLine.text)
    guard let upper = opening.preamble.last, comments.contains(where: { StampedPeriod.window($0) != nil }) else {
      return false
    }
    return !(upper.first ?? "").hasPrefix("#") && isOne(Header(upper), above: opening.header)
  }
}
