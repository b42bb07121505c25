import Computation

/// Logistic regression: P(event | x) = 1 / (1 + e^−(b + w·x)), fitted by penalised maximum likelihood.
///
/// Minimises Σ ln(1 + e^−s) over examples + penalty · |w|² / 2, where s is the score signed by the outcome; the
/// intercept b is not penalised. Newton's method with step halving (Hastie, Tibshirani and Friedman 2009, section
/// 4.4.1). Examples are fitted in canonical order, so neither their order nor the workers change a bit.
/// O(n · d² + d³) for each iteration, of which there are about ten.
package struct LogisticRegression: Sendable, Equatable {
  /// λ ≥ 0, for features in comparable units (standardise first). 0 is plain maximum likelihood.
  package let penalty: Double
  package let maximumIterations: Int

  package init(penalty: Double = 1, maximumIterations: Int = 100) {
    self.penalty = penalty
    self.maximumIterations = maximumIterations
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures`, `hyperparameter`; without penalty also `separated`
  /// when a plane parts the outcomes and `singular` when columns determine each other; and `notConverged`.
  package func fit(_ examples: Examples, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try Guard.notNegative(penalty, "penalty", model: Fitted.name)
    try Guard.positive(maximumIterations, "maximumIterations", model: Fitted.name)
    try examples.check(for: Fitted.name)
    let sorted = examples.canonical
    let width = sorted.features.columns
    // The intercept is the last of the parameters.
    var parameters = [Double](repeating: 0, count: width + 1)
    parameters[width] = Logarithm.odds(Double(sorted.positives) / Double(sorted.count))
    var loss = LogisticLoss(sorted, at: parameters, penalty: penalty, on: workers)
    for iteration in 1...maximumIterations {
      let step = try solve(loss)
      let moved = try descend(from: parameters, along: step, loss, sorted, workers)
      let largest = zip(moved.parameters, parameters).map { abs($0 - $1) / (1 + abs($0)) }.max() ?? 0
      parameters = moved.parameters
      loss = moved.loss
      if penalty == 0, loss.value < 1e-6 * Double(sorted.count) { throw .separated(model: Fitted.name) }
      if largest < 1e-9 {
        return Fitted(
          weights: Array(parameters.prefix(width)), intercept: parameters[width], penalty: penalty,
          objective: loss.value, iterations: iteration)
      }
    }
    throw .notConverged(model: Fitted.name, iterations: maximumIterations)
  }

  private func solve(_ loss: LogisticLoss) throws(FitProblem) -> [Double] {
    do {
      return try Cholesky(loss.curvature).solve(loss.gradient)
    } catch {
      throw .singular(model: Fitted.name, cause: error)
    }
  }

  /// The whole Newton step, or a half, a quarter, … of it until the loss does not rise.
  private func descend(
    from start: [Double], along step: [Double], _ loss: LogisticLoss, _ examples: Examples, _ workers: Workers
  ) throws(FitProblem) -> (parameters: [Double], loss: LogisticLoss) {
    var share = 1.0
    for _ in 0..<40 {
      let parameters = zip(start, step).map { $0 - share * $1 }
      let next = LogisticLoss(examples, at: parameters, penalty: penalty, on: workers)
      // Rounding of the sum may show a rise where there is none.
      if next.value <= loss.value + 1e-12 * abs(loss.value) { return (parameters, next) }
      share /= 2
    }
    return (start, loss)
  }

  package struct Fitted: FittedClassifier, FittedLinearModel {
    package static let name = "LogisticRegression"
    package static let version = 1

    /// One for each column, in log-odds for each unit of it.
    package let weights: [Double]
    package let intercept: Double
    package let penalty: Double
    /// The minimum of the penalised loss, in nats.
    package let objective: Double
    package let iterations: Int

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try scores(rows).map { Exponential.logistic($0) }
    }
  }
}
