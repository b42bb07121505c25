/// The reliability curve: how often the event came, as a non-decreasing function of the score
/// (CORP: Dimitriadis, Gneiting and Jordan 2021), with what it does to the Brier score.
///
/// No bins to choose: pooling adjacent violators finds them. A calibrated score lies on the diagonal. O(n log n).
package struct ReliabilityCurve: Sendable, Equatable {
  /// Brier score = miscalibration − discrimination + uncertainty (equation 8 of the paper), each ≥ 0.
  package struct Decomposition: Sendable, Equatable {
    package let score: Double
    /// What recalibration would save; 0 when the curve is the diagonal.
    package let miscalibration: Double
    /// What recalibrated scores save over giving everybody the base rate.
    package let discrimination: Double
    /// p̄ (1 − p̄): the score of the base rate.
    package let uncertainty: Double
  }

  /// Runs of scores with one frequency, in rising order.
  package let blocks: [MonotoneFit.Block]
  package let decomposition: Decomposition
  package let count: Int

  /// Throws `outOfRange` for a score outside 0…1. One outcome only gives a level curve.
  package init(_ input: ScoredOutcomes) throws(MetricProblem) {
    let score = try BrierScore().value(of: input)
    blocks = MonotoneFit(values: input.scores, outcomes: input.outcomes).blocks
    count = input.count
    var recalibrated = 0.0
    for block in blocks { recalibrated += block.weight * block.mean * (1 - block.mean) }
    recalibrated /= Double(count)
    let uncertainty = input.baseRate * (1 - input.baseRate)
    decomposition = Decomposition(
      score: score, miscalibration: max(0, score - recalibrated),
      discrimination: max(0, uncertainty - recalibrated), uncertainty: uncertainty)
  }
}
