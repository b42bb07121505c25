/// A column's name as the kinds of tables compare it, made once for all of them.
struct ColumnName {
  /// Plain words; none of a name that is longer than any field's.
  let words: [String]
  /// What its figures are counted in, and the words beside it.
  let counted: (name: String, unit: FieldUnit)?
  /// What its dates stand for.
  let period: FieldUnit?

  init(_ header: String) {
    guard header.utf8.count <= ColumnName.longest else {
      (words, counted, period) = ([], nil, nil)
      return
    }
    var words = HeaderWords.plain(header).split(separator: " ").map(String.init)
    if words.count > 1, let first = words.first, ColumnName.groups.contains(first) { words.removeFirst() }
    self.words = words
    counted = HeaderWords.counted(header)
    period = PeriodWords(header)?.unit
  }

  /// In bytes: a file of one endless line has a name of megabytes.
  private static let longest = 500
  /// What connectors write before a column's own name: `metrics.cost_micros`, `segments_date`.
  private static let groups: Set<String> = ["metrics", "segments"]
}
