/// Scores with the outcome that each was a prediction of.
package struct ScoredOutcomes: Sendable, Equatable {
  /// Finite; a probability of the event where a metric says so.
  package let scores: [Double]
  /// True where the event happened.
  package let outcomes: [Bool]

  /// Throws `noRows`, `lengths` or `notFinite`.
  package init(scores: [Double], outcomes: [Bool]) throws(MetricProblem) {
    guard scores.count == outcomes.count else {
      throw .lengths(metric: "scored outcomes", first: scores.count, second: outcomes.count)
    }
    guard !scores.isEmpty else { throw .noRows(metric: "scored outcomes") }
    if let row = scores.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: "scored outcomes", row: row) }
    self.scores = scores
    self.outcomes = outcomes
  }

  package var count: Int { scores.count }
  package var positives: Int { outcomes.count { $0 } }
  package var baseRate: Double { Double(positives) / Double(count) }

  /// The given rows; an index may come more than once. Throws `noRows` when none are asked for.
  package func selecting(rows: [Int]) throws(MetricProblem) -> ScoredOutcomes {
    try ScoredOutcomes(scores: rows.map { scores[$0] }, outcomes: rows.map { outcomes[$0] })
  }

  func checkProbabilities(for metric: String) throws(MetricProblem) {
    if let row = scores.firstIndex(where: { $0 < 0 || $0 > 1 }) { throw .outOfRange(metric: metric, row: row) }
  }

  func checkBothOutcomes(for metric: String) throws(MetricProblem) {
    guard positives > 0, positives < count else { throw .oneClass(metric: metric) }
  }
}
