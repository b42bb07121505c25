import Computation

/// Logarithmic loss: the mean of −ln of the probability given to what happened, in nats
/// (Good 1952), −Σ (y ln p + (1 − y) ln (1 − p)) / n.
///
/// 0 is certain and right; ln 2 is a coin; scores are held 1e-15 away from 0 and 1, so the worst is 34.54. A score
/// outside 0…1 throws `outOfRange`. Summed in row order: another order may change the last bits. O(n).
package struct LogLoss: Metric {
  package let name = "log loss"
  package let unit = MetricUnit.nats
  package let range = 0.0...34.6
  package let better = BetterDirection.lower

  package init() {}

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    try input.checkProbabilities(for: name)
    let losses = zip(input.scores, input.outcomes).map { Self.loss(of: $0, $1) }
    return Moments.mean(losses)
  }

  /// −ln of the probability given to what happened.
  package static func loss(of score: Double, _ happened: Bool) -> Double {
    let held = min(max(score, 1e-15), 1 - 1e-15)
    return happened ? -Logarithm.of(held) : -Logarithm.ofOnePlus(-held)
  }
}
