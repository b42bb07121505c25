/// Mean absolute error: the mean of |target − prediction|, in the unit of the target.
///
/// The median of what came earns the least of all constants (Laplace 1774; why it and not its square: Willmott and Matsuura
/// 2005). Summed in row order. O(n).
package struct MeanAbsoluteError: Metric {
  package let name = "mean absolute error"
  package let unit = MetricUnit.target
  package let range = 0.0...Double.infinity
  package let better = BetterDirection.lower

  package init() {}

  /// Throws `tooLarge` when the sum overflows.
  package func value(of input: PredictedTargets) throws(MetricProblem) -> Double {
    let mean = Moments.mean(input.errors.map { abs($0) })
    guard mean.isFinite else { throw .tooLarge(metric: name) }
    return mean
  }
}
