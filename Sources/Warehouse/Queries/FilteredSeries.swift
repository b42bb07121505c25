/// Series of exports that were filtered: parts of a site's figures, whose dimension says so.
enum FilteredSeries {
  /// The condition by which a query leaves them out; `dimension`: the column, with the table's name where needed.
  static func areNot(_ dimension: String) -> String { "SUBSTR(\(dimension), 1, 12) <> 'filtered by '" }
}
