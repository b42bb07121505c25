/// R², the coefficient of determination (Wright 1921): 1 − Σ (target − prediction)² / Σ (target − mean target)².
///
/// 1 is exact, 0 no better than the mean of these rows, below 0 worse than it. Targets that are all equal throw
/// `constantTarget`. Summed in row order. O(n).
package struct DeterminationCoefficient: Metric {
  package let name = "R²"
  package let unit = MetricUnit.share
  package let range = -Double.infinity...1.0
  package let better = BetterDirection.higher

  package init() {}

  /// Throws `constantTarget`, and `tooLarge` when a square overflows.
  package func value(of input: PredictedTargets) throws(MetricProblem) -> Double {
    guard input.targets.contains(where: { $0 != input.targets[0] }) else { throw .constantTarget(metric: name) }
    let spread = Moments.variance(input.targets, about: Moments.mean(input.targets))
    let left = Moments.mean(input.errors.map { $0 * $0 })
    guard spread > 0, spread.isFinite, left.isFinite else { throw .tooLarge(metric: name) }
    return 1 - left / spread
  }
}
