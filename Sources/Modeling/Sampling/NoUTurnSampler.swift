import Computation

/// The No-U-Turn Sampler (Hoffman and Gelman 2014) in its multinomial form (Betancourt 2017): several chains of
/// Hamiltonian paths, whose step size and mass matrix adapt during warm-up.
///
/// Chain c draws from the stream "chain c", so the number of workers changes nothing. Whether the draws can be used is
/// for `ChainDiagnostics` to say, and for the count of divergences: a divergence is a place where the density bends more
/// sharply than the steps can follow, and the draws around it are missing. O(leapfrogs · cost of the density).
package struct NoUTurnSampler: Sendable, Equatable {
  static let name = "NoUTurnSampler"

  package let chains: Int
  package let warmup: Int
  package let draws: Int
  /// Mean acceptance aimed at, 0…1; nearer 1 means smaller steps.
  package let targetAcceptance: Double
  /// A path has at most 2^maximumDepth − 1 steps.
  package let maximumDepth: Int
  package let massMatrix: MassMatrix.Kind

  package init(
    chains: Int = 4, warmup: Int = 1_000, draws: Int = 1_000, targetAcceptance: Double = 0.8, maximumDepth: Int = 10,
    massMatrix: MassMatrix.Kind = .diagonal
  ) {
    self.chains = chains
    self.warmup = warmup
    self.draws = draws
    self.targetAcceptance = targetAcceptance
    self.maximumDepth = maximumDepth
    self.massMatrix = massMatrix
  }

  /// Each chain begins at its row of `starts` (chains × dimension), or uniformly within ±2 of zero.
  /// Throws `hyperparameter`, `columns` (starts of another width) and `noStart` where the density has no finite value.
  package func sample(
    _ density: LogDensity, from starts: Matrix? = nil, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Posterior {
    try check(density, starts)
    let runs = workers.map(chains, chunksOf: 1) { range -> Posterior.Chain? in
      var stream = generator.split("chain \(range.lowerBound)")
      let start = starts.map { Array($0.row(range.lowerBound)) }
      return chain(density, from: start, using: &stream)
    }
    let found = runs.compactMap { $0 }
    guard found.count == chains else { throw .noStart(model: Self.name) }
    return Posterior(chains: found)
  }

  private func check(_ density: LogDensity, _ starts: Matrix?) throws(FitProblem) {
    try Guard.positive(density.dimension, "dimension", model: Self.name)
    try Guard.positive(chains, "chains", model: Self.name)
    try Guard.positive(warmup, "warmup", model: Self.name)
    try Guard.positive(draws, "draws", model: Self.name)
    guard (1...20).contains(maximumDepth) else {
      throw .hyperparameter(
        model: Self.name, name: "maximumDepth", found: "\(maximumDepth)", expected: "1 to 20")
    }
    guard targetAcceptance > 0, targetAcceptance < 1 else {
      throw .hyperparameter(
        model: Self.name, name: "targetAcceptance", found: "\(targetAcceptance)", expected: "between 0 and 1")
    }
    guard let starts else { return }
    try Guard.columns(starts, expected: density.dimension, model: Self.name)
    try Guard.finite(starts, model: Self.name)
    guard starts.rows == chains else { throw .lengths(model: Self.name, found: starts.rows, expected: chains) }
  }

  private func chain(
    _ density: LogDensity, from start: [Double]?, using generator: inout SeededGenerator
  ) -> Posterior.Chain? {
    guard var state = Self.start(density, at: start, using: &generator) else { return nil }
    var massMatrix = MassMatrix.unit(self.massMatrix, density.dimension)
    var step = Self.firstStep(from: state, density, massMatrix, target: targetAcceptance, guess: 1, using: &generator)
    var adaptation = DualAveraging(step: step, target: targetAcceptance)
    var estimate = MassMatrixEstimate(self.massMatrix, density.dimension)
    let schedule = WarmupSchedule(warmup)
    var ends = schedule.windowEnds[...]
    for iteration in 0..<warmup {
      let outcome = transition(from: state, density, massMatrix, adaptation.step, &generator)
      state = outcome.state
      adaptation.update(acceptance: outcome.acceptance)
      if schedule.massRange.contains(iteration) { estimate.add(state.point) }
      if iteration == ends.first {
        ends.removeFirst()
        massMatrix = estimate.massMatrix ?? massMatrix
        estimate = MassMatrixEstimate(self.massMatrix, density.dimension)
        step = Self.firstStep(
          from: state, density, massMatrix, target: targetAcceptance, guess: adaptation.settled, using: &generator)
        adaptation.restart(from: step)
      }
    }
    step = adaptation.settled
    var chain = Posterior.Chain(dimension: density.dimension, stepSize: step, massMatrix: massMatrix)
    for _ in 0..<draws {
      let outcome = transition(from: state, density, massMatrix, step, &generator)
      state = outcome.state
      chain.add(outcome)
    }
    return chain
  }

  private func transition(
    from state: Trajectory.State, _ density: LogDensity, _ massMatrix: MassMatrix, _ step: Double,
    _ generator: inout SeededGenerator
  ) -> Trajectory.Outcome {
    Trajectory.transition(
      from: state, density, massMatrix: massMatrix, step: step, maximumDepth: maximumDepth, using: &generator)
  }

  /// A point with a finite density and gradient, or nil after a hundred tries.
  private static func start(
    _ density: LogDensity, at given: [Double]?, using generator: inout SeededGenerator
  ) -> Trajectory.State? {
    for _ in 0..<(given == nil ? 100 : 1) {
      let point = given ?? (0..<density.dimension).map { _ in generator.uniform(in: -2...2) }
      let (value, gradient) = density.evaluate(point)
      guard value.isFinite, gradient.allSatisfy({ $0.isFinite }) else { continue }
      return Trajectory.State(
        point: point, momentum: [Double](repeating: 0, count: density.dimension), gradient: gradient,
        logDensity: value)
    }
    return nil
  }

  /// Doubled or halved from `guess` until a single step is accepted about as often as aimed at (Hoffman and Gelman
  /// 2014, algorithm 4).
  private static func firstStep(
    from state: Trajectory.State, _ density: LogDensity, _ massMatrix: MassMatrix, target: Double, guess: Double,
    using generator: inout SeededGenerator
  ) -> Double {
    var step = guess
    var grows: Bool?
    for _ in 0..<60 {
      let outcome = Trajectory.transition(
        from: state, density, massMatrix: massMatrix, step: step, maximumDepth: 1, using: &generator)
      let isAccepted = outcome.acceptance > target
      if let grows, grows != isAccepted { break }
      grows = isAccepted
      step *= isAccepted ? 2 : 0.5
    }
    return step
  }
}
