import Computation

/// Linear regression with the elastic net penalty (Zou and Hastie 2005): y = b + w·x with the least
///
///     Σ (y − b − w·x)² / 2n + penalty · (share · |w|₁ + (1 − share) · |w|² / 2)
///
/// A share of 1 is the lasso (Tibshirani 1996), which sets weights to exactly 0; of 0 a ridge. Coordinate descent with
/// covariance updates and an active set (Friedman, Hastie and Tibshirani 2010, sections 2.1 to 2.6). Once the weights that
/// are not 0 have settled with their signs, they are solved for exactly and taken if the conditions of the optimum hold;
/// where columns determine each other, so that there is no such system, the duality gap says when to stop. Examples are
/// summed in canonical order: neither the order of rows nor the workers change a bit. O(n · d² + sweeps · d²).
package struct ElasticNet: Sendable, Equatable {
  /// ≥ 0; columns in comparable units are punished alike, so standardise first.
  package let penalty: Double
  /// Of the absolute values in the penalty, 0…1.
  package let share: Double
  /// Largest duality gap that is accepted, as a share of the target's variance.
  package let tolerance: Double
  package let maximumSweeps: Int

  package init(penalty: Double, share: Double, tolerance: Double = 1e-10, maximumSweeps: Int = 10_000) {
    self.penalty = penalty
    self.share = share
    self.tolerance = tolerance
    self.maximumSweeps = maximumSweeps
  }

  package static func lasso(penalty: Double) -> ElasticNet {
    ElasticNet(penalty: penalty, share: 1)
  }

  /// Throws `noRows`, `notFinite`, `targetNotFinite`, `constantFeatures`, `constantTarget`, `hyperparameter`, `tooLarge`
  /// and `notConverged`.
  package func fit(_ examples: RegressionExamples, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try Guard.notNegative(penalty, "penalty", model: Fitted.name)
    try Guard.share(share, "share", model: Fitted.name)
    try Guard.notNegative(tolerance, "tolerance", model: Fitted.name)
    try Guard.positive(maximumSweeps, "maximumSweeps", model: Fitted.name)
    try examples.check(for: Fitted.name)
    let products = try CentredProducts(examples, on: workers, model: Fitted.name)
    let rows = Double(products.rows)
    let problem = PenalisedQuadratic(
      curvature: Matrix(
        rows: products.gram.rows, columns: products.gram.columns, values: products.gram.values.map { $0 / rows }),
      linear: products.products.map { $0 / rows }, constant: products.total / rows,
      absolute: penalty * share, square: penalty * (1 - share))
    var descent = CoordinateDescent(problem)
    for _ in 0..<maximumSweeps {
      descent.settle()
      if descent.solveActive() || descent.gap <= tolerance * problem.constant {
        let intercept = products.intercept(descent.weights)
        guard intercept.isFinite else { throw .tooLarge(model: Fitted.name) }
        return Fitted(
          weights: descent.weights, intercept: intercept, penalty: penalty, share: share,
          objective: problem.objective(descent.weights))
      }
      if descent.sweeps > maximumSweeps { break }
    }
    throw .notConverged(model: Fitted.name, iterations: maximumSweeps)
  }

  package struct Fitted: FittedRegressor, FittedLinearModel {
    package static let name = "ElasticNet"
    package static let version = 1

    /// In units of the target for each unit of the column; exactly 0 where the penalty took the column out.
    package let weights: [Double]
    /// In units of the target.
    package let intercept: Double
    package let penalty: Double
    package let share: Double
    /// The minimum that was found, in squared units of the target.
    package let objective: Double

    package func predictions(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try scores(rows)
    }
  }
}
