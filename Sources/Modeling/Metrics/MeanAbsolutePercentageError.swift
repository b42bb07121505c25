/// Mean absolute percentage error: the mean of |target − prediction| / |target|, as a share (Makridakis 1993, with
/// its faults).
///
/// It has no value where a target is 0 and rewards predictions that are too low; prefer the mean absolute error where
/// targets come near 0. A target of 0 throws `emptyDenominator`. Summed in row order. O(n).
package struct MeanAbsolutePercentageError: Metric {
  package let name = "mean absolute percentage error"
  package let unit = MetricUnit.share
  package let range = 0.0...Double.infinity
  package let better = BetterDirection.lower

  package init() {}

  /// Throws `emptyDenominator`, and `tooLarge` when the sum overflows.
  package func value(of input: PredictedTargets) throws(MetricProblem) -> Double {
    guard input.targets.allSatisfy({ $0 != 0 }) else { throw .emptyDenominator(metric: name) }
    let mean = Moments.mean(zip(input.errors, input.targets).map { abs($0 / $1) })
    guard mean.isFinite else { throw .tooLarge(metric: name) }
    return mean
  }
}
