import Computation

/// Area under the ROC curve: the chance that a row with the event scores above one without, ties counted half
/// (Hanley and McNeil 1982; the statistic of Mann and Whitney 1947 over the pairs):
/// AUC = Σ over pairs of ([s⁺ > s⁻] + ½ [s⁺ = s⁻]) / (n⁺ n⁻).
///
/// 1 parts the outcomes without error, 0.5 is no better than chance, 0 is always wrong. Any finite score will do.
/// One outcome only throws `oneClass`; equal scores give 0.5. O(n log n).
package struct AreaUnderCurve: Metric {
  package let name = "AUC"
  package let unit = MetricUnit.share
  package let range = 0.0...1.0
  package let better = BetterDirection.higher

  package init() {}

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    try estimate(of: input).area
  }

  package struct Estimate: Sendable, Equatable {
    package let area: Double
    /// DeLong's standard error; nil with fewer than two rows of either outcome.
    package let standardError: Double?

    /// Normal on the scale of the log-odds, so that it stays within 0…1; nil without a standard error or at an area
    /// of exactly 0 or 1, where the normal approximation has nothing to say.
    package func interval(level: Double) -> Interval? {
      guard let standardError, area > 0, area < 1 else { return nil }
      let half = NormalDistribution.quantile((1 + level) / 2) * standardError / (area * (1 - area))
      let centre = Logarithm.odds(area)
      return Interval(
        lower: Exponential.logistic(centre - half), upper: Exponential.logistic(centre + half), level: level)
    }
  }

  /// The area with the standard error of DeLong, DeLong and Clarke-Pearson (1988), equations 3 to 5, from midranks
  /// (Sun and Xu 2014).
  package func estimate(of input: ScoredOutcomes) throws(MetricProblem) -> Estimate {
    try input.checkBothOutcomes(for: name)
    let placements = AreaPlacements(input)
    guard placements.positives.count > 1, placements.negatives.count > 1 else {
      return Estimate(area: placements.area, standardError: nil)
    }
    let variance =
      AreaPlacements.meanVariance(placements.positives) + AreaPlacements.meanVariance(placements.negatives)
    return Estimate(area: placements.area, standardError: variance.squareRoot())
  }
}
