import Computation

/// Ridge regression (Hoerl and Kennard 1970): y = b + w·x with the least Σ (y − b − w·x)² + penalty · |w|², from
/// (XᵀX + penalty · I) w = Xᵀy by Cholesky's factor, columns and target centred so that b goes free of the penalty.
///
/// Examples are summed in canonical order: neither the order of rows nor the workers change a bit. O(n · d² + d³).
package struct RidgeRegression: Sendable, Equatable {
  /// λ ≥ 0, in squared units of the columns: put them in comparable units first.
  package let penalty: Double

  package init(penalty: Double = 1) {
    self.penalty = penalty
  }

  /// Throws `noRows`, `notFinite`, `targetNotFinite`, `constantFeatures`, `constantTarget`, `hyperparameter`, `tooLarge`;
  /// without penalty `singular` when columns determine each other.
  package func fit(_ examples: RegressionExamples, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try Guard.notNegative(penalty, "penalty", model: Fitted.name)
    try examples.check(for: Fitted.name)
    let products = try CentredProducts(examples, on: workers, model: Fitted.name)
    var system = products.gram
    for column in 0..<system.columns { system[column, column] += penalty }
    let weights: [Double]
    do {
      weights = try Cholesky(system).solve(products.products)
    } catch {
      throw .singular(model: Fitted.name, cause: error)
    }
    let intercept = products.intercept(weights)
    guard intercept.isFinite, weights.allSatisfy(\.isFinite) else { throw .tooLarge(model: Fitted.name) }
    return Fitted(weights: weights, intercept: intercept, penalty: penalty)
  }

  package struct Fitted: FittedRegressor, FittedLinearModel {
    package static let name = "RidgeRegression"
    package static let version = 1

    /// In units of the target for each unit of the column.
    package let weights: [Double]
    /// In units of the target.
    package let intercept: Double
    package let penalty: Double

    package func predictions(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try scores(rows)
    }
  }
}
