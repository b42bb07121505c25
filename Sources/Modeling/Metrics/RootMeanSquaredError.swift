/// Root mean squared error: √ mean (target − prediction)², in the unit of the target.
///
/// Large errors weigh more than in the mean absolute error; the mean of what came earns the least of all constants
/// (Gauss 1809).
/// Summed in row order. O(n).
package struct RootMeanSquaredError: Metric {
  package let name = "root mean squared error"
  package let unit = MetricUnit.target
  package let range = 0.0...Double.infinity
  package let better = BetterDirection.lower

  package init() {}

  /// Throws `tooLarge` when a square overflows.
  package func value(of input: PredictedTargets) throws(MetricProblem) -> Double {
    let mean = Moments.mean(input.errors.map { $0 * $0 })
    guard mean.isFinite else { throw .tooLarge(metric: name) }
    return mean.squareRoot()
  }
}
