import Computation

/// Keeps the columns that alone have most to do with the outcome's classes. Columns are judged one by one: what only
/// tells together is missed, and of twins both stay. Choose on the training rows, or the held-out score is no longer one.
package struct BestColumns: SupervisedStep, Equatable {
  package enum Score: Sendable, Equatable {
    /// χ², for counts and flags.
    case chiSquare
    /// F of an analysis of variance, for numbers.
    case analysisOfVariance
    /// Nats, each distinct number a class.
    case discreteInformation
    /// Nats, by nearest neighbours.
    case information(neighbours: Int)
  }

  package enum Choice: Sendable, Equatable {
    /// The best so many; of equals the first columns.
    case count(Int)
    /// Those whose p-value is at most this; for the two tests.
    case pValue(Double)
  }

  package let score: Score
  package let choice: Choice

  package init(by score: Score, keeping choice: Choice) {
    self.score = score
    self.choice = choice
  }

  /// `scores` of the result are the statistics or nats. Throws `hyperparameter`, what the tests throw, and `nothingLeft`.
  package func fit(_ rows: Matrix, outcomes: [Double]) throws(FitProblem) -> ColumnSelection {
    let tests = try tests(rows, outcomes)
    let scores = tests.map(\.statistic)
    switch choice {
    case .count(let count):
      try Guard.positive(count, "count", model: "BestColumns")
      let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
      return try ColumnSelection(keeping: Array(order.prefix(count)), scores: scores, model: "BestColumns")
    case .pValue(let most):
      guard score == .chiSquare || score == .analysisOfVariance, (0...1).contains(most) else {
        throw .hyperparameter(
          model: "BestColumns", name: "pValue", found: "\(most)", expected: "0 to 1, and a score that is a test")
      }
      let kept = tests.indices.filter { tests[$0].pValue <= most }
      return try ColumnSelection(keeping: kept, scores: scores, model: "BestColumns")
    }
  }

  private func tests(_ rows: Matrix, _ outcomes: [Double]) throws(FitProblem) -> [ColumnTest] {
    switch score {
    case .chiSquare: return try ColumnTest.chiSquare(rows, outcomes: outcomes)
    case .analysisOfVariance: return try ColumnTest.analysisOfVariance(rows, outcomes: outcomes)
    case .discreteInformation:
      let classes = try ColumnTest.checked(rows, outcomes, model: "BestColumns")
      return (0..<rows.columns).map {
        let nats = MutualInformation.discrete(OutcomeClasses(rows.column($0)), classes)
        return ColumnTest(statistic: nats, pValue: 1)
      }
    case .information(let neighbours):
      try Guard.positive(neighbours, "neighbours", model: "BestColumns")
      let classes = try ColumnTest.checked(rows, outcomes, model: "BestColumns")
      return (0..<rows.columns).map {
        let nats = MutualInformation.continuous(rows.column($0), classes, neighbours: neighbours)
        return ColumnTest(statistic: nats, pValue: 1)
      }
    }
  }
}
