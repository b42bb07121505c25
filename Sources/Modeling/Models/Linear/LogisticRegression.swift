import Computation

/// Logistic regression: P(event | x) = 1 / (1 + e^−(b + w·x)), fitted by penalised maximum likelihood.
///
/// Minimises Σ ln(1 + e^−s) over examples + penalty · (share · |w|₁ + (1 − share) · |w|² / 2), where s is the score signed
/// by the outcome; the intercept b is not penalised. Newton's method with step halving (Hastie, Tibshirani and Friedman
/// 2009, section 4.4.1), begun from the fit to some of many rows; with absolute values in the penalty each step minimises
/// the quadratic approximation with the penalty by coordinate descent (Friedman, Hastie and Tibshirani 2010, section 3).
/// Examples are fitted in canonical order, so neither their order nor the workers change a bit.
/// O(n · d² + d³) for each iteration, of which there are about ten.
package struct LogisticRegression: Sendable, Equatable {
  /// λ ≥ 0, for features in comparable units (standardise first). 0 is plain maximum likelihood.
  package let penalty: Double
  /// Of the absolute values in the penalty, 0…1: 0 shrinks, 1 also takes columns out (the lasso).
  package let share: Double
  package let maximumIterations: Int

  package init(penalty: Double = 1, share: Double = 0, maximumIterations: Int = 100) {
    self.penalty = penalty
    self.share = share
    self.maximumIterations = maximumIterations
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures`, `hyperparameter`, `tooLarge`; without penalty also
  /// `separated` when a plane parts the outcomes and `singular` when columns determine each other; and `notConverged`.
  package func fit(_ examples: Examples, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try Guard.notNegative(penalty, "penalty", model: Fitted.name)
    try Guard.share(share, "share", model: Fitted.name)
    try Guard.positive(maximumIterations, "maximumIterations", model: Fitted.name)
    try examples.check(for: Fitted.name)
    let order = examples.canonicalOrder
    let (square, absolute) = (penalty * (1 - share), penalty * share)
    var descent = LogisticDescent(
      ExampleBlocks(examples, order: order, on: workers), square: square, absolute: absolute, on: workers)
    if examples.count >= Self.many {
      let some = ExampleBlocks(
        examples, order: stride(from: 0, to: order.count, by: 16).map { order[$0] }, on: workers)
      // The mean loss is alike on every sixteenth row, so the penalty shrinks with their number.
      var rough = LogisticDescent(some, square: square / 16, absolute: absolute / 16, on: workers)
      if some.positives > 0, some.positives < some.count, (try? rough.settle(1e-4, maximumIterations)) != nil {
        descent.parameters = rough.parameters
      }
    }
    let iterations = try descent.settle(1e-9, maximumIterations)
    return Fitted(
      weights: Array(descent.parameters.dropLast()), intercept: descent.parameters[examples.features.columns],
      penalty: square, objective: descent.value, iterations: iterations)
  }

  /// So many rows that some of them are worth a fit to begin from.
  private static let many = 65_536

  package struct Fitted: FittedClassifier, FittedLinearModel {
    package static let name = "LogisticRegression"
    package static let version = 1

    /// One for each column, in log-odds for each unit of it.
    package let weights: [Double]
    package let intercept: Double
    /// Of |w|² / 2: the penalty without the share of the absolute values.
    package let penalty: Double
    /// The minimum of the penalised loss, in nats.
    package let objective: Double
    /// Newton steps over all rows.
    package let iterations: Int

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try scores(rows).map { Exponential.logistic($0) }
    }
  }
}
