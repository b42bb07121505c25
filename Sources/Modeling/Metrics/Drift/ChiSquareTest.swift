import Computation

/// Pearson's χ² test (Pearson 1900) that two lists of counts come from the same shares, without correction for continuity:
/// χ² = Σ (count − expected)² / expected over both lists, expected = total of the category · total of the list / total.
/// O(categories).
package struct ChiSquareTest: Sendable, Equatable {
  package let statistic: Double
  /// Categories that occur, less one.
  package let degrees: Int
  /// 1 where there is one category only.
  package let pValue: Double

  /// One count of each list for each category. Requires lists of equal length with positive sums.
  package init(referenceCounts: [Int], currentCounts: [Int]) {
    precondition(referenceCounts.count == currentCounts.count, "lists of counts differ in length")
    let (first, second) = (referenceCounts.reduce(0, +), currentCounts.reduce(0, +))
    precondition(first > 0 && second > 0, "counts sum to 0")
    let whole = Double(first + second)
    var statistic = 0.0
    var categories = 0
    for (r, c) in zip(referenceCounts, currentCounts) where r + c > 0 {
      categories += 1
      for (count, total) in [(r, first), (c, second)] {
        let expected = Double(r + c) * Double(total) / whole
        statistic += (Double(count) - expected) * (Double(count) - expected) / expected
      }
    }
    self.statistic = statistic
    degrees = categories - 1
    pValue = degrees == 0 ? 1 : IncompleteGamma.upper(Double(degrees) / 2, statistic / 2)
  }
}
