import Computation

/// Cox's proportional hazards: the hazard of subject x is h₀(t) · e^(β · x), whatever h₀ is (Cox 1972).
///
/// β maximises the partial likelihood, with tied events after Efron (1977) or Breslow (1974), by Newton's method with
/// step halving on standardised columns. Subjects are taken in canonical order, so their own order does not change a
/// bit. O(n log n), and O(n · d² + d³) for each of some ten iterations.
package struct CoxRegression: Sendable, Equatable {
  package enum Ties: String, Sendable, Codable, CaseIterable {
    case efron, breslow
  }

  package let ties: Ties
  package let maximumIterations: Int

  package init(ties: Ties = .efron, maximumIterations: Int = 100) {
    self.ties = ties
    self.maximumIterations = maximumIterations
  }

  /// `covariates` has one row for each subject. Throws `lengths`, `noRows`, `notFinite`, `noEvents`,
  /// `constantFeatures`, `singular` when columns determine each other, `monotoneLikelihood` when a column tells events
  /// from survivals without error, and `notConverged`.
  package func fit(_ covariates: Matrix, _ times: SurvivalTimes) throws(FitProblem) -> Fitted {
    try Guard.positive(maximumIterations, "maximumIterations", model: Fitted.name)
    guard covariates.rows == times.count else {
      throw .lengths(model: Fitted.name, found: times.count, expected: covariates.rows)
    }
    try Guard.finiteRows(covariates, model: Fitted.name)
    guard times.eventCount > 0 else { throw .noEvents(model: Fitted.name) }
    let first = covariates.row(0)
    guard (1..<covariates.rows).contains(where: { covariates.row($0) != first }) else {
      throw .constantFeatures(model: Fitted.name)
    }
    let outcomes = Matrix(
      rows: times.count, columns: 2,
      values: times.durations.indices.flatMap { [times.durations[$0], times.events[$0] ? 1 : 0] })
    let order = outcomes.joined(with: covariates).canonicalOrder
    let sorted = try times.selecting(rows: order)
    let scaling = try Standardiser().fit(covariates.selecting(rows: order))
    let rows = try scaling.transform(covariates.selecting(rows: order))
    let end = try climb(rows, sorted)
    return try Fitted(end, rows, sorted, scaling: scaling, ties: ties)
  }

  struct End {
    let coefficients: [Double]
    let likelihood: CoxLikelihood
    let nullLikelihood: Double
    let factor: Cholesky
    let iterations: Int
  }

  private func climb(_ rows: Matrix, _ times: SurvivalTimes) throws(FitProblem) -> End {
    var coefficients = [Double](repeating: 0, count: rows.columns)
    var likelihood = CoxLikelihood(rows, times, at: coefficients, ties: ties)
    let null = likelihood.value
    for iteration in 1...maximumIterations {
      let factor = try factor(likelihood, coefficients)
      let step = factor.solve(likelihood.gradient)
      var share = 1.0
      var moved = coefficients
      var next = likelihood
      for _ in 0..<40 {
        moved = zip(coefficients, step).map { $0 + share * $1 }
        next = CoxLikelihood(rows, times, at: moved, ties: ties)
        // Rounding of the sum may show a fall where there is none.
        if next.value >= likelihood.value - 1e-12 * abs(likelihood.value) { break }
        share /= 2
      }
      let gain = next.value - likelihood.value
      let steps = step.map { abs(share * $0) }
      let largest = steps.max() ?? 0
      coefficients = moved
      likelihood = next
      // A likelihood that has stopped rising while a coefficient still runs has no maximum (Heinze and Schemper 2001).
      if gain <= 1e-8 * max(1, abs(likelihood.value)), largest > 0.1 {
        throw .monotoneLikelihood(model: Fitted.name, column: steps.firstIndex(of: largest) ?? 0)
      }
      if largest < 1e-9 {
        return End(
          coefficients: coefficients, likelihood: likelihood, nullLikelihood: null,
          factor: try self.factor(likelihood, coefficients), iterations: iteration)
      }
    }
    throw .notConverged(model: Fitted.name, iterations: maximumIterations)
  }

  private func factor(_ likelihood: CoxLikelihood, _ coefficients: [Double]) throws(FitProblem) -> Cholesky {
    do {
      return try Cholesky(likelihood.information)
    } catch {
      let sizes = coefficients.map { abs($0) }
      let largest = sizes.max() ?? 0
      // Ten standard deviations of a column multiply the hazard by e^10: it has run away.
      if largest > 10 { throw .monotoneLikelihood(model: Fitted.name, column: sizes.firstIndex(of: largest) ?? 0) }
      throw .singular(model: Fitted.name, cause: error)
    }
  }

  static func scores(_ rows: Matrix, _ coefficients: [Double]) -> [Double] {
    (0..<rows.rows).map { row in
      var score = 0.0
      for column in 0..<rows.columns { score += coefficients[column] * rows.values[row * rows.columns + column] }
      return score
    }
  }
}
