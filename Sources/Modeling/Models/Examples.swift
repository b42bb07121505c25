import Computation

/// Rows of features with the outcome of each: what a classifier learns from.
package struct Examples: Sendable, Equatable {
  package let features: Matrix
  /// True where the event happened; one for each row of `features`.
  package let outcomes: [Bool]

  /// Throws `lengths` when rows and outcomes differ in number.
  package init(features: Matrix, outcomes: [Bool]) throws(FitProblem) {
    guard features.rows == outcomes.count else {
      throw .lengths(model: "Examples", found: outcomes.count, expected: features.rows)
    }
    self.features = features
    self.outcomes = outcomes
  }

  private init(checked features: Matrix, _ outcomes: [Bool]) {
    self.features = features
    self.outcomes = outcomes
  }

  package var count: Int { outcomes.count }
  package var positives: Int { outcomes.count { $0 } }

  package func selecting(rows: [Int]) -> Examples {
    Examples(checked: features.selecting(rows: rows), rows.map { outcomes[$0] })
  }

  /// The same examples in an order that does not depend on how they came: by features, then outcome.
  var canonical: Examples {
    selecting(rows: canonicalOrder)
  }

  var canonicalOrder: [Int] {
    features.canonicalOrder { outcomes[$0] ? 1 : 0 }
  }

  /// Finite features, at least one row, both outcomes, and some feature that varies.
  func check(for model: String) throws(FitProblem) {
    try Guard.finiteRows(features, model: model)
    guard positives > 0, positives < count else { throw .oneClass(model: model) }
    let first = features.row(0)
    guard (1..<count).contains(where: { features.row($0) != first }) else { throw .constantFeatures(model: model) }
  }
}

/// A fitted model that gives each row the probability of the event.
package protocol FittedClassifier: FittedModel {
  /// One probability in [0, 1] for each row. Throws `columns` or `notFinite`.
  func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double]
}
