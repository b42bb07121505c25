import Computation

/// A linear support vector machine: the least Σ loss(s) + penalty · (|w|² + b²) / 2, where s is b + w·x signed by the
/// outcome and the loss max(0, 1 − s) or its square.
///
/// Found on the dual side, one example at a time, in random order, passing over those that lie at a bound and mean to stay
/// (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, algorithms 1 to 3). Scores order rows and are no probabilities:
/// calibrate the logistic of them on validation rows. Examples are fitted in canonical order: the order of rows changes
/// nothing. O(n · d) for each pass.
package struct LinearSupportVectorMachine: Sendable, Equatable {
  package enum Loss: String, Sendable, CaseIterable {
    case hinge, squaredHinge
  }

  package let loss: Loss
  /// λ > 0, for features in comparable units; 1 / C in the paper's terms.
  package let penalty: Double
  /// Largest spread of the projected gradient that is accepted.
  package let tolerance: Double
  package let maximumPasses: Int

  package init(
    loss: Loss = .squaredHinge, penalty: Double = 1, tolerance: Double = 1e-6, maximumPasses: Int = 10_000
  ) {
    self.loss = loss
    self.penalty = penalty
    self.tolerance = tolerance
    self.maximumPasses = maximumPasses
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures`, `hyperparameter`, `tooLarge` and `notConverged`.
  package func fit(_ examples: Examples, using generator: SeededGenerator) throws(FitProblem) -> Fitted {
    for (value, name) in [(penalty, "penalty"), (tolerance, "tolerance")] {
      guard value > 0, value.isFinite else {
        throw .hyperparameter(model: Fitted.name, name: name, found: "\(value)", expected: "a number above 0")
      }
    }
    try Guard.positive(maximumPasses, "maximumPasses", model: Fitted.name)
    try examples.check(for: Fitted.name)
    var ascent = SupportVectorAscent(examples.canonical, loss: loss, penalty: penalty)
    guard ascent.isFinite else { throw .tooLarge(model: Fitted.name) }
    var stream = generator.split("order of examples")
    guard let passes = ascent.settle(tolerance, maximumPasses, using: &stream) else {
      throw .notConverged(model: Fitted.name, iterations: maximumPasses)
    }
    guard ascent.isFinite else { throw .tooLarge(model: Fitted.name) }
    let primal = ascent.primal
    return Fitted(
      weights: Array(ascent.weights.dropLast()), intercept: ascent.weights[examples.features.columns],
      objective: primal, gap: max(0, primal - ascent.dual), supportVectors: ascent.supportVectors, passes: passes)
  }

  package struct Fitted: FittedLinearModel {
    package static let name = "LinearSupportVectorMachine"
    package static let version = 1

    /// One for each column, in units of the margin.
    package let weights: [Double]
    package let intercept: Double
    /// The penalised loss that was reached.
    package let objective: Double
    /// How far it can be above the minimum: the difference of primal and dual.
    package let gap: Double
    /// Examples that lie on the margin or within it.
    package let supportVectors: Int
    package let passes: Int
  }
}
