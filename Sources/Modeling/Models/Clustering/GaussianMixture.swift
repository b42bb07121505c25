import Computation

/// A mixture of k Gaussians, p(x) = Σ_c π_c N(x; μ_c, Σ_c), fitted by expectation maximisation
/// (Dempster, Laird and Rubin 1977; McLachlan and Peel 2000, section 3.2).
///
/// Input n × d in comparable units. Rows are fitted in canonical order, so neither their order nor the number of
/// workers changes a bit of the result. O(n · k · d²) for each iteration; O(n · k · d) for diagonal and spherical.
package struct GaussianMixture: Sendable, Equatable {
  /// What the components' covariance matrices share.
  package enum Covariance: String, Sendable, Codable, CaseIterable {
    /// Each component its own matrix.
    case full
    /// One matrix for all.
    case tied
    /// Each component its own variances, no correlation.
    case diagonal
    /// Each component one variance for all columns.
    case spherical
  }

  package enum Start: Sendable, Equatable {
    /// The best of this many runs, each from its own k-means.
    case kMeans(starts: Int)
    /// Means k × d; equal weights and unit covariances, beginning with an expectation step.
    case means(Matrix)
  }

  package let components: Int
  package let covariance: Covariance
  package let start: Start
  /// The run ends when the mean log-likelihood of a row gains less than this, in nats.
  package let tolerance: Double
  package let maximumIterations: Int
  /// Added to every variance, in squared units of the input, so that no component can collapse on one row.
  package let regularisation: Double

  package init(
    components: Int, covariance: Covariance = .full, start: Start = .kMeans(starts: 3), tolerance: Double = 1e-6,
    maximumIterations: Int = 500, regularisation: Double = 1e-6
  ) {
    self.components = components
    self.covariance = covariance
    self.start = start
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.regularisation = regularisation
  }

  /// Throws `noRows`, `notFinite`, `hyperparameter`, `tooFewDistinctRows` when there are fewer distinct rows than
  /// components or fewer than two (constant input), and `singular` when a covariance matrix has no factor.
  package func fit(
    _ rows: Matrix, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try check(rows)
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    try Guard.distinctRows(sorted: sorted, needed: max(components, 2), model: Fitted.name)
    switch start {
    case .means(let means):
      return try climb(sorted, from: .unit(means: means), on: workers)
    case .kMeans(let starts):
      try Guard.positive(starts, "starts", model: Fitted.name)
      var best = try run(sorted, start: 0, generator, workers)
      for index in 1..<max(starts, 1) {
        let candidate = try run(sorted, start: index, generator, workers)
        if candidate.logLikelihood > best.logLikelihood { best = candidate }
      }
      return best
    }
  }

  /// Climbs on from what was fitted, to this model's tolerance: a search over many starts may be coarse and only its best
  /// be finished. Throws what `fit` throws, and `columns`.
  package func refine(_ fitted: Fitted, _ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try check(rows)
    try Guard.columns(rows, expected: fitted.means.columns, model: Fitted.name)
    let state = MixtureState(weights: fitted.weights, means: fitted.means, covariances: fitted.covariances)
    return try climb(rows.selecting(rows: rows.canonicalOrder), from: state, on: workers)
  }

  private func check(_ rows: Matrix) throws(FitProblem) {
    try Guard.positive(components, "components", model: Fitted.name)
    try Guard.positive(maximumIterations, "maximumIterations", model: Fitted.name)
    try Guard.notNegative(tolerance, "tolerance", model: Fitted.name)
    try Guard.notNegative(regularisation, "regularisation", model: Fitted.name)
    try Guard.finiteRows(rows, model: Fitted.name)
    if case .means(let means) = start {
      guard means.rows == components, means.columns == rows.columns, means.firstNotFinite == nil else {
        throw .hyperparameter(
          model: Fitted.name, name: "start", found: "\(means.rows) × \(means.columns)",
          expected: "\(components) × \(rows.columns) finite numbers")
      }
    }
  }

  private func run(
    _ rows: Matrix, start: Int, _ generator: SeededGenerator, _ workers: Workers
  ) throws(FitProblem) -> Fitted {
    let stream = generator.split("mixture start \(start)")
    let clusters = try KMeans(clusters: components, start: .plusPlus(starts: 1)).fit(rows, using: stream, on: workers)
    var shares = Matrix(rows: rows.rows, columns: components)
    for (row, label) in try clusters.predict(rows, on: workers).enumerated() { shares[row, label] = 1 }
    return try climb(rows, from: maximise(rows, shares, on: workers), on: workers)
  }

  private func climb(_ rows: Matrix, from start: MixtureState, on workers: Workers) throws(FitProblem) -> Fitted {
    var state = start
    var expectation = try expect(rows, state, on: workers)
    var iterations = 0
    var converged = false
    while iterations < maximumIterations, !converged {
      iterations += 1
      state = maximise(rows, expectation.shares, on: workers)
      let next = try expect(rows, state, on: workers)
      converged = abs(next.logLikelihood - expectation.logLikelihood) / Double(rows.rows) < tolerance
      expectation = next
    }
    return Fitted(
      ordering: state, covariance: covariance, rowCount: rows.rows, logLikelihood: expectation.logLikelihood,
      entropy: expectation.entropy, iterations: iterations, converged: converged)
  }

  private func expect(
    _ rows: Matrix, _ state: MixtureState, on workers: Workers
  ) throws(FitProblem) -> MixtureExpectation {
    try MixtureExpectation(rows, state: state, covariance: covariance, on: workers)
  }

  private func maximise(_ rows: Matrix, _ shares: Matrix, on workers: Workers) -> MixtureState {
    MixtureState(rows, shares: shares, covariance: covariance, regularisation: regularisation, on: workers)
  }
}
