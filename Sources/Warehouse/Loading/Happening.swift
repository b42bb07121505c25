/// Rows of one key of which some say what has happened: a visit, where others tell of the order or of somebody expected.
struct Happening {
  /// Places among the measures.
  private let outcome: Int
  private let day: Int

  init?(_ table: FactTable) {
    guard let names = table.happening, let outcome = table.measures.firstIndex(of: names.outcome),
      let day = table.measures.firstIndex(of: names.day)
    else { return nil }
    self.outcome = outcome
    self.day = day
  }

  /// What has happened is not put off: where the row of the earlier day says so, the one of the later day is another.
  func areApart(_ row: FactRow, _ stored: [Int64?]) -> Bool {
    guard let word = row.happened, let own = row.measures[day], let known = stored[day], own != known else {
      return false
    }
    return (own < known ? row.measures : stored)[outcome] == word
  }

  /// Nor does a row of an earlier day take it back, though it may be newer. Nil where the files must decide.
  func verdict(_ row: FactRow, against stored: [Int64?]) -> Evidence.Verdict? {
    guard let word = row.happened, let own = row.measures[day], let known = stored[day], own != known else {
      return nil
    }
    let (later, earlier) = own > known ? (row.measures, stored) : (stored, row.measures)
    guard later[outcome] == word, earlier[outcome] != word else { return nil }
    return own > known ? .newer : .older
  }
}
