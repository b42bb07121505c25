import Vocabulary

/// Which years a table's dates can be of. Nothing that is exported here is older than the web and the tills' first
/// databases, and a far year is a slip of the keyboard (2526 for 2026) or a filler. The bounds do not move with the clock,
/// so that the same file is read alike next year.
enum PlausibleYears {
  /// Of the day on which something happened.
  static let ofFacts = 1990...2099
  /// Of days beside it: an account may be as old as its firm, and a contract may end late. Years such as 2999 and 9999
  /// say "never" in many tools.
  static let ofOthers = 1000...2199
  private static let never: Set<Int> = [2999, 3000, 9999]

  static func holds(_ day: Day, isOfFact: Bool) -> Bool {
    let year = day.civil.year
    return isOfFact ? ofFacts.contains(year) : ofOthers.contains(year) || never.contains(year)
  }

  static func problem(_ day: Day, isOfFact: Bool, column: String) -> RowProblem {
    let years = isOfFact ? ofFacts : ofOthers
    return RowProblem(
      column: column, found: "a day in the year \(day.civil.year)",
      expected: "a year from \(years.lowerBound) to \(years.upperBound); correct it where the file is from")
  }
}
