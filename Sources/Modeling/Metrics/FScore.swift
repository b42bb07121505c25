/// F score of the decisions "score ≥ threshold" (van Rijsbergen 1979, chapter 7): with precision P and recall R
/// F = (1 + β²) P R / (β² P + R) = (1 + β²) TP / ((1 + β²) TP + β² FN + FP).
///
/// F1 (β = 1) is their harmonic mean; a β above 1 weighs recall more. 1 is every event found and nothing else, 0 none found.
/// Where there is no event and nothing is chosen it throws `emptyDenominator`, for a β that is not above 0 `setting`. O(n).
package struct FScore: Metric {
  package let name = "F score"
  package let unit = MetricUnit.index
  package let range = 0.0...1.0
  package let better = BetterDirection.higher
  package let threshold: Double
  package let beta: Double

  package init(threshold: Double = 0.5, beta: Double = 1) {
    self.threshold = threshold
    self.beta = beta
  }

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    guard beta > 0, beta.isFinite else {
      throw .setting(metric: name, name: "beta", found: "\(beta)", expected: "a finite number above 0")
    }
    var (found, missed, wrong) = (0.0, 0.0, 0.0)
    for (score, happened) in zip(input.scores, input.outcomes) {
      switch (score >= threshold, happened) {
      case (true, true): found += 1
      case (false, true): missed += 1
      case (true, false): wrong += 1
      case (false, false): break
      }
    }
    guard found + missed + wrong > 0 else { throw .emptyDenominator(metric: name) }
    let weight = beta * beta
    // Divided by the weight, so that a large one does not overflow.
    let hits = found / weight + found
    return hits / (hits + missed + wrong / weight)
  }
}
