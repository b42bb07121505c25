import Computation

/// Why a logistic regression scored a row as it did: each feature's weight · (value − usual value), in log-odds.
///
/// The base is the score of a row with usual values, the means of the training rows. Base and contributions sum to the
/// score. Columns that stem from one categorical feature are one contribution. These say what moved the score, not what
/// would change the customer. O(d) for each row.
package struct LinearContributions: Sendable {
  package struct Contribution: Sendable, Equatable {
    package let feature: Feature
    /// In log-odds; above 0 makes the event likelier.
    package let logOdds: Double
  }

  package struct Explanation: Sendable, Equatable {
    /// Score of a row with usual values, in log-odds.
    package let base: Double
    /// The largest in size first; equal ones in the order of columns.
    package let contributions: [Contribution]
    /// base + Σ contributions, the model's score of the row up to rounding.
    package let score: Double
  }

  private let model: LogisticRegression.Fitted
  private let features: [Feature]
  private let groups: [Int]
  private let usual: [Double]
  package let base: Double

  /// `training` is the matrix the model was fitted on and `sources` the origin of each of its columns.
  /// Throws `noRows`, `notFinite` or `columns`.
  package init(
    _ model: LogisticRegression.Fitted, training: Matrix, sources: [TableEncoder.Source]
  ) throws(FitProblem) {
    try Guard.finiteRows(training, model: "LinearContributions")
    try Guard.columns(training, expected: model.weights.count, model: "LinearContributions")
    guard sources.count == model.weights.count else {
      throw .columns(model: "LinearContributions", found: sources.count, expected: model.weights.count)
    }
    self.model = model
    var features: [Feature] = []
    groups = sources.map { source in
      if let known = features.firstIndex(of: source.feature) { return known }
      features.append(source.feature)
      return features.count - 1
    }
    self.features = features
    usual = (0..<training.columns).map { Moments.mean(training.column($0).sorted()) }
    var base = model.intercept
    for (weight, mean) in zip(model.weights, usual) { base += weight * mean }
    self.base = base
  }

  /// One explanation for each row. Throws `columns` or `notFinite`.
  package func explain(_ rows: Matrix) throws(FitProblem) -> [Explanation] {
    try Guard.columns(rows, expected: usual.count, model: "LinearContributions")
    try Guard.finite(rows, model: "LinearContributions")
    return (0..<rows.rows).map { row in
      var parts = [Double](repeating: 0, count: features.count)
      for column in usual.indices {
        parts[groups[column]] += model.weights[column] * (rows[row, column] - usual[column])
      }
      let score = parts.reduce(base, +)
      let order = parts.indices.sorted {
        abs(parts[$0]) != abs(parts[$1]) ? abs(parts[$0]) > abs(parts[$1]) : $0 < $1
      }
      let contributions = order.map { Contribution(feature: features[$0], logOdds: parts[$0]) }
      return Explanation(base: base, contributions: contributions, score: score)
    }
  }
}
