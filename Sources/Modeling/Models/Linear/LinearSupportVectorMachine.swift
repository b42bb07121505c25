import Computation

/// A linear support vector machine: the least Σ loss(s) + penalty · (|w|² + b²) / 2, where s is b + w·x signed by the
/// outcome and the loss max(0, 1 − s) or its square.
///
/// The squared hinge by Newton's method on the primal side (Keerthi and DeCoste 2005): some ten passes to the last digits,
/// begun from the fit to some of many rows. The hinge, which has no curvature, on the dual side, one example at a time, in
/// random order, passing over those that lie at a bound and mean to stay (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008,
/// algorithms 1 to 3). Scores order rows and are no probabilities: calibrate the logistic of them on validation rows.
/// Examples are fitted in canonical order: neither their order nor the workers change a bit. O(n · d²) for each pass of
/// Newton's, O(n · d) for each on the dual side.
package struct LinearSupportVectorMachine: Sendable, Equatable {
  package enum Loss: String, Sendable, CaseIterable {
    case hinge, squaredHinge
  }

  package let loss: Loss
  /// λ > 0, for features in comparable units; 1 / C in the paper's terms.
  package let penalty: Double
  /// Largest spread of the projected gradient that is accepted on the dual side; Newton's method is exact.
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
  package func fit(
    _ examples: Examples, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    for (value, name) in [(penalty, "penalty"), (tolerance, "tolerance")] {
      guard value > 0, value.isFinite else {
        throw .hyperparameter(model: Fitted.name, name: name, found: "\(value)", expected: "a number above 0")
      }
    }
    try Guard.positive(maximumPasses, "maximumPasses", model: Fitted.name)
    try examples.check(for: Fitted.name)
    if loss == .squaredHinge, let fitted = try descend(examples, on: workers) { return fitted }
    return try ascend(examples.canonical, using: generator)
  }

  /// Nil where the penalty is nothing against columns that determine each other.
  private func descend(_ examples: Examples, on workers: Workers) throws(FitProblem) -> Fitted? {
    let order = examples.canonicalOrder
    var start: [Double]?
    if examples.count >= Self.many {
      let some = ExampleBlocks(
        examples, order: stride(from: 0, to: order.count, by: 16).map { order[$0] }, on: workers)
      var rough = SquaredHingeDescent(some, penalty: penalty / 16, on: workers)
      if rough.loss.isFinite, (try? rough.settle(1e-4, maximumPasses)) != nil { start = rough.parameters }
    }
    var descent = SquaredHingeDescent(
      ExampleBlocks(examples, order: order, on: workers), penalty: penalty, from: start, on: workers)
    guard descent.loss.isFinite else { throw .tooLarge(model: Fitted.name) }
    let passes: Int?
    do { passes = try descent.settle(1e-12, maximumPasses) } catch { return nil }
    guard let passes else { throw .notConverged(model: Fitted.name, iterations: maximumPasses) }
    return Fitted(
      weights: Array(descent.parameters.dropLast()), intercept: descent.parameters[examples.features.columns],
      objective: descent.loss.value, gap: max(0, descent.loss.value - descent.dual),
      supportVectors: descent.loss.active, passes: passes)
  }

  /// So many rows that some of them are worth a fit to begin from.
  private static let many = 65_536

  private func ascend(_ examples: Examples, using generator: SeededGenerator) throws(FitProblem) -> Fitted {
    var ascent = SupportVectorAscent(examples, loss: loss, penalty: penalty)
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
