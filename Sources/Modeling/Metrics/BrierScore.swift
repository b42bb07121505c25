/// Brier score (Brier 1950): the mean squared difference of probability and outcome, Σ (p − y)² / n.
///
/// 0 is certain and right, 1 certain and wrong; the base rate p̄ given to everybody earns p̄ (1 − p̄). A score outside
/// 0…1 throws `outOfRange`. Summed in row order: another order may change the last bits. O(n).
package struct BrierScore: Metric {
  package let name = "Brier score"
  package let unit = MetricUnit.share
  package let range = 0.0...1.0
  package let better = BetterDirection.lower

  package init() {}

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    try input.checkProbabilities(for: name)
    let squares = zip(input.scores, input.outcomes).map { score, happened in
      let difference = score - (happened ? 1 : 0)
      return difference * difference
    }
    return Moments.mean(squares)
  }
}
