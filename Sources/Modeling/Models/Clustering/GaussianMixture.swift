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
    /// The same, and from there by `SplitAndMerge` to higher hills until no move leads to one: about three dozen short
    /// climbs for each hill. Then half as many starts from rows drawn by chance, since k-means leads to few different
    /// groups; one that is higher still is moved in turn.
    case splitAndMerge(starts: Int)
    /// Means k × d; equal weights and unit covariances, beginning with an expectation step.
    case means(Matrix)
  }

  /// Moves to a higher hill after which the search ends; a dozen is usual.
  private static let mostHills = 100
  /// Of the mean log-likelihood of a row, in nats.
  private static let leastGain = 1e-6

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
      return fitted(try climb(sorted, from: .unit(means: means), on: workers), sorted)
    case .kMeans(let starts):
      return fitted(try highest(of: starts, sorted, generator, workers), sorted)
    case .splitAndMerge(let starts):
      let hill = try moved(from: highest(of: starts, sorted, generator, workers), sorted, on: workers)
      let other = highestDrawn(of: starts / 2, sorted, generator, workers)
      guard let other, isHigher(other, than: hill, sorted) else { return fitted(hill, sorted) }
      return fitted(try moved(from: other, sorted, on: workers), sorted)
    }
  }

  /// Climbs on from what was fitted, to this model's tolerance: a search over many starts may be coarse and only its best
  /// be finished. Throws what `fit` throws, and `columns`.
  package func refine(_ fitted: Fitted, _ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try check(rows)
    try Guard.columns(rows, expected: fitted.means.columns, model: Fitted.name)
    let state = MixtureState(weights: fitted.weights, means: fitted.means, covariances: fitted.covariances)
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    return self.fitted(try climb(sorted, from: state, on: workers), sorted)
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

  private func highest(
    of starts: Int, _ rows: Matrix, _ generator: SeededGenerator, _ workers: Workers
  ) throws(FitProblem) -> MixtureHill {
    try Guard.positive(starts, "starts", model: Fitted.name)
    var best = try run(rows, start: 0, generator, workers)
    for index in 1..<max(starts, 1) {
      let candidate = try run(rows, start: index, generator, workers)
      if candidate.logLikelihood > best.logLikelihood { best = candidate }
    }
    return best
  }

  private func run(
    _ rows: Matrix, start: Int, _ generator: SeededGenerator, _ workers: Workers
  ) throws(FitProblem) -> MixtureHill {
    let stream = generator.split("mixture start \(start)")
    let groups = try KMeans(clusters: components, start: .plusPlus(starts: 1)).fit(rows, using: stream, on: workers)
    return try climb(rows, from: begun(rows, groups, on: workers), on: workers)
  }

  /// Each from the rows about some of their own, which no k-means makes alike. A start that leads nowhere is left.
  private func highestDrawn(
    of starts: Int, _ rows: Matrix, _ generator: SeededGenerator, _ workers: Workers
  ) -> MixtureHill? {
    let hills = (0..<starts).compactMap { start -> MixtureHill? in
      var stream = generator.split("mixture drawn start \(start)")
      let drawn = rows.selecting(rows: Array(stream.permutation(rows.rows).prefix(components)))
      let nearest = KMeans(clusters: components, start: .given(drawn), maximumIterations: 1)
      guard let groups = try? nearest.fit(rows, using: stream, on: workers),
        let state = try? begun(rows, groups, on: workers)
      else { return nil }
      return try? climb(rows, from: state, on: workers)
    }
    return hills.max { $0.logLikelihood < $1.logLikelihood }
  }

  private func begun(
    _ rows: Matrix, _ groups: KMeans.Fitted, on workers: Workers
  ) throws(FitProblem) -> MixtureState {
    var shares = Matrix(rows: rows.rows, columns: components)
    for (row, label) in try groups.predict(rows, on: workers).enumerated() { shares[row, label] = 1 }
    return maximise(rows, shares, on: workers)
  }

  /// A way that does not look higher after a short climb is left. Only the last hill is climbed to the tolerance; where
  /// that turns out to be a spike, the one before it.
  private func moved(from start: MixtureHill, _ rows: Matrix, on workers: Workers) throws(FitProblem) -> MixtureHill {
    let look = coarser(1e-3, maximumIterations: 60)
    let ascent = coarser(1e-4, maximumIterations: maximumIterations)
    var hills = [start]
    search: for _ in 0..<Self.mostHills {
      guard let hill = hills.last else { break }
      let ways = SplitAndMerge(rows, hill.state, shares: hill.expectation.shares, on: workers)
      for move in (try? ways.moves()) ?? [] {
        guard let shares = try? ways.shares(after: move) else { continue }
        let begun = maximise(rows, shares, on: workers)
        guard let seen = try? look.climb(rows, from: begun, on: workers), isHigher(seen, than: hill, rows),
          let next = try? ascent.climb(rows, from: seen.state, on: workers), isHigher(next, than: hill, rows)
        else { continue }
        hills.append(next)
        continue search
      }
      break
    }
    while let hill = hills.popLast(), !hills.isEmpty {
      let top = try climb(rows, from: hill.state, on: workers)
      if isHigher(top, than: start, rows) { return top }
    }
    return start
  }

  private func coarser(_ tolerance: Double, maximumIterations: Int) -> GaussianMixture {
    GaussianMixture(
      components: components, covariance: covariance, tolerance: max(tolerance, self.tolerance),
      maximumIterations: min(maximumIterations, self.maximumIterations), regularisation: regularisation)
  }

  /// Spikes have no bound but the regularisation: what was gained by one is no better description of the rows.
  private func isHigher(_ hill: MixtureHill, than other: MixtureHill, _ rows: Matrix) -> Bool {
    guard hill.logLikelihood > other.logLikelihood + max(tolerance, Self.leastGain) * Double(rows.rows) else {
      return false
    }
    let spikes = { (hill: MixtureHill) in hill.state.spikes(regularisation: regularisation, rows: rows.rows) }
    return spikes(hill) <= spikes(other)
  }

  private func climb(_ rows: Matrix, from start: MixtureState, on workers: Workers) throws(FitProblem) -> MixtureHill {
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
    return MixtureHill(state: state, expectation: expectation, iterations: iterations, converged: converged)
  }

  private func fitted(_ hill: MixtureHill, _ rows: Matrix) -> Fitted {
    Fitted(
      ordering: hill.state, covariance: covariance, rowCount: rows.rows, logLikelihood: hill.logLikelihood,
      entropy: hill.expectation.entropy, iterations: hill.iterations, converged: hill.converged)
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
