import Computation

/// Rows of features with the number that came of each: what a regressor learns from.
package struct RegressionExamples: Sendable, Equatable {
  package let features: Matrix
  /// One for each row of `features`, in the unit of what is predicted.
  package let targets: [Double]

  /// Throws `lengths` when rows and targets differ in number.
  package init(features: Matrix, targets: [Double]) throws(FitProblem) {
    guard features.rows == targets.count else {
      throw .lengths(model: "RegressionExamples", found: targets.count, expected: features.rows)
    }
    self.features = features
    self.targets = targets
  }

  private init(checked features: Matrix, _ targets: [Double]) {
    self.features = features
    self.targets = targets
  }

  package var count: Int { targets.count }

  package func selecting(rows: [Int]) -> RegressionExamples {
    RegressionExamples(checked: features.selecting(rows: rows), rows.map { targets[$0] })
  }

  /// The same examples in an order that does not depend on how they came: by features, then target.
  var canonical: RegressionExamples {
    selecting(rows: canonicalOrder)
  }

  var canonicalOrder: [Int] {
    features.canonicalOrder { targets[$0] }
  }

  /// Finite features and targets, at least one row, some feature that varies, and targets that vary.
  func check(for model: String) throws(FitProblem) {
    try Guard.finiteRows(features, model: model)
    let first = features.row(0)
    guard (1..<count).contains(where: { features.row($0) != first }) else { throw .constantFeatures(model: model) }
    try checkTargets(for: model)
  }

  /// Targets whose squares can be summed.
  func checkSize(for model: String) throws(FitProblem) {
    if targets.contains(where: { abs($0) > 1e150 }) { throw .tooLarge(model: model) }
  }

  /// Finite targets that vary.
  func checkTargets(for model: String) throws(FitProblem) {
    if let row = targets.firstIndex(where: { !$0.isFinite }) { throw .targetNotFinite(model: model, row: row) }
    guard targets.contains(where: { $0 != targets[0] }) else { throw .constantTarget(model: model) }
  }
}

/// A fitted model that gives each row a number.
package protocol FittedRegressor: FittedModel {
  /// One number for each row, in the unit of the targets. Throws `columns` or `notFinite`.
  func predictions(_ rows: Matrix) throws(FitProblem) -> [Double]
}
