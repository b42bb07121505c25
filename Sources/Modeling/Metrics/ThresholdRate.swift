/// A rate of the decisions "score ≥ threshold": what share of which rows (the names: van Rijsbergen
/// 1979 for recall and precision, Hardt, Price and Srebro 2016 for the others by group).
///
/// | kind | of | share with |
/// |---|---|---|
/// | selection | all rows | a score at or above the threshold |
/// | truePositive (recall) | rows with the event | … |
/// | falsePositive | rows without the event | … |
/// | falseNegative | rows with the event | a score below it |
/// | precision | rows at or above it | the event |
/// | accuracy | all rows | the decision that was right |
///
/// With no row of that kind it throws `emptyDenominator`. O(n).
package struct ThresholdRate: Metric {
  package enum Kind: String, Sendable, CaseIterable {
    case selection, truePositive, falsePositive, falseNegative, precision, accuracy
  }

  package let kind: Kind
  package let threshold: Double
  package let unit = MetricUnit.share
  package let range = 0.0...1.0

  package init(_ kind: Kind, threshold: Double = 0.5) {
    self.kind = kind
    self.threshold = threshold
  }

  package var name: String {
    switch kind {
    case .selection: "selection rate"
    case .truePositive: "true positive rate"
    case .falsePositive: "false positive rate"
    case .falseNegative: "false negative rate"
    case .precision: "precision"
    case .accuracy: "accuracy"
    }
  }

  package var better: BetterDirection {
    switch kind {
    case .selection: .neither
    case .truePositive, .precision, .accuracy: .higher
    case .falsePositive, .falseNegative: .lower
    }
  }

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    let counts = try counts(of: input)
    return Double(counts.hits) / Double(counts.trials)
  }

  /// The rate's numerator and denominator; the latter is at least 1.
  package func counts(of input: ScoredOutcomes) throws(MetricProblem) -> (hits: Int, trials: Int) {
    var hits = 0
    var trials = 0
    for (score, happened) in zip(input.scores, input.outcomes) {
      let chosen = score >= threshold
      let (counted, hit) =
        switch kind {
        case .selection: (true, chosen)
        case .truePositive: (happened, chosen)
        case .falsePositive: (!happened, chosen)
        case .falseNegative: (happened, !chosen)
        case .precision: (chosen, happened)
        case .accuracy: (true, chosen == happened)
        }
      if counted { trials += 1 }
      if counted, hit { hits += 1 }
    }
    guard trials > 0 else { throw .emptyDenominator(metric: name) }
    return (hits, trials)
  }
}
