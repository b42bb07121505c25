import Computation

/// Whether one score orders the same rows better than another: the difference of their areas under the ROC curve with its
/// standard error (DeLong, DeLong and Clarke-Pearson 1988, equations 5 and 6; from midranks as in Sun and Xu 2014).
///
/// Both scores see the same rows, so what is hard about a row cancels: the error is that of the difference row by row.
/// Sums are sorted first: the order of rows changes nothing. O(n log n).
package struct AreaComparison: Sendable, Equatable {
  package let first: Double
  package let second: Double
  /// Of first − second.
  package let standardError: Double
  /// Two-sided, for no difference; 1 where neither the areas nor any row differ.
  package let pValue: Double

  package var difference: Double { first - second }

  /// Throws `otherOutcomes` when the scores are not of the same rows, and `oneClass` with fewer than two rows of
  /// either outcome.
  package init(_ first: ScoredOutcomes, _ second: ScoredOutcomes) throws(MetricProblem) {
    let name = "comparison of AUC"
    guard first.outcomes == second.outcomes else { throw .otherOutcomes(metric: name) }
    guard first.positives > 1, first.count - first.positives > 1 else { throw .oneClass(metric: name) }
    let (a, b) = (AreaPlacements(first), AreaPlacements(second))
    let variance =
      AreaPlacements.meanVariance(zip(a.positives, b.positives).map { $0 - $1 })
      + AreaPlacements.meanVariance(zip(a.negatives, b.negatives).map { $0 - $1 })
    self.first = a.area
    self.second = b.area
    standardError = variance.squareRoot()
    let difference = abs(a.area - b.area)
    pValue =
      standardError > 0
      ? 2 * NormalDistribution.cumulative(-difference / standardError) : (difference > 0 ? 0 : 1)
  }

  /// Normal, around the difference.
  package func interval(level: Double) -> Interval {
    let half = NormalDistribution.quantile((1 + level) / 2) * standardError
    return Interval(lower: difference - half, upper: difference + half, level: level)
  }
}
