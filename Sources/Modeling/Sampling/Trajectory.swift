import Computation

/// One transition of the No-U-Turn Sampler: a path of leapfrog steps that doubles, forwards or backwards at random,
/// until its ends begin to approach each other; the next draw is chosen among its points by their density.
///
/// Doubling: Hoffman and Gelman 2014. Multinomial weights, biased towards the later half at the top, and the
/// generalised criterion v · Σp > 0 at both ends: Betancourt 2017, appendix A; also across the seam of the two halves.
struct Trajectory {
  struct State {
    var point: [Double]
    var momentum: [Double]
    var gradient: [Double]
    var logDensity: Double
  }

  /// What is to be told of the transition.
  struct Outcome {
    var state: State
    var depth: Int
    var leapfrogs: Int
    var isDivergent: Bool
    /// Mean Metropolis acceptance over the path, for the step size.
    var acceptance: Double
    var energy: Double
  }

  /// Momentum and velocity at one end of a stretch.
  private struct End {
    let momentum: [Double]
    let velocity: [Double]
  }

  /// A stretch of the path, `near` to where it was built from.
  private struct Stretch {
    var near: End
    var far: End
    var momentumSum: [Double]
    var proposal: State
    var logWeight: Double
  }

  private static let mostEnergyLost = 1_000.0

  private let density: LogDensity
  private let massMatrix: MassMatrix
  private let step: Double
  private let maximumDepth: Int
  private var startEnergy = 0.0
  private var acceptanceSum = 0.0
  private var leapfrogs = 0
  private var isDivergent = false

  init(_ density: LogDensity, massMatrix: MassMatrix, step: Double, maximumDepth: Int) {
    self.density = density
    self.massMatrix = massMatrix
    self.step = step
    self.maximumDepth = maximumDepth
  }

  /// From `start`, whose momentum is drawn anew.
  static func transition(
    from start: State, _ density: LogDensity, massMatrix: MassMatrix, step: Double, maximumDepth: Int,
    using generator: inout SeededGenerator
  ) -> Outcome {
    var trajectory = Trajectory(density, massMatrix: massMatrix, step: step, maximumDepth: maximumDepth)
    return trajectory.run(from: start, using: &generator)
  }

  private mutating func run(from start: State, using generator: inout SeededGenerator) -> Outcome {
    var start = start
    start.momentum = massMatrix.momentum(using: &generator)
    let end = End(momentum: start.momentum, velocity: massMatrix.velocity(start.momentum))
    startEnergy = Self.energy(end, start.logDensity)
    var whole = Stretch(near: end, far: end, momentumSum: start.momentum, proposal: start, logWeight: 0)
    var (first, last) = (start, start)
    var depth = 0
    while depth < maximumDepth {
      // The whole is turned so that its far end is the one that grows; `first` and `last` stay in order of time.
      let goesForward = generator.chance(0.5)
      var tip = goesForward ? last : first
      guard let grown = build(depth, from: &tip, forward: goesForward, using: &generator) else { break }
      if goesForward { last = tip } else { first = tip }
      depth += 1
      if generator.uniform() < Exponential.of(grown.logWeight - whole.logWeight) { whole.proposal = grown.proposal }
      let old = goesForward ? whole : Self.turned(whole)
      let goesOn = Self.goesOn(old, grown)
      whole.momentumSum = Self.sum(whole.momentumSum, grown.momentumSum)
      whole.logWeight = Logarithm.ofSumOfExponentials([whole.logWeight, grown.logWeight])
      if goesForward { whole.far = grown.far } else { whole.near = grown.far }
      if !goesOn { break }
    }
    return Outcome(
      state: whole.proposal, depth: depth, leapfrogs: leapfrogs, isDivergent: isDivergent,
      acceptance: leapfrogs > 0 ? acceptanceSum / Double(leapfrogs) : 0, energy: startEnergy)
  }

  /// 2^depth steps on from `tip`, which moves along; nil when they diverge or turn back within themselves.
  private mutating func build(
    _ depth: Int, from tip: inout State, forward: Bool, using generator: inout SeededGenerator
  ) -> Stretch? {
    if depth == 0 { return leapfrog(&tip, forward: forward) }
    guard let near = build(depth - 1, from: &tip, forward: forward, using: &generator) else { return nil }
    guard let far = build(depth - 1, from: &tip, forward: forward, using: &generator) else { return nil }
    let logWeight = Logarithm.ofSumOfExponentials([near.logWeight, far.logWeight])
    let takesFar = generator.uniform() < Exponential.of(far.logWeight - logWeight)
    guard Self.goesOn(near, far) else { return nil }
    return Stretch(
      near: near.near, far: far.far, momentumSum: Self.sum(near.momentumSum, far.momentumSum),
      proposal: takesFar ? far.proposal : near.proposal, logWeight: logWeight)
  }

  private mutating func leapfrog(_ state: inout State, forward: Bool) -> Stretch? {
    let step = forward ? step : -step
    for index in state.momentum.indices { state.momentum[index] += 0.5 * step * state.gradient[index] }
    let velocity = massMatrix.velocity(state.momentum)
    for index in state.point.indices { state.point[index] += step * velocity[index] }
    (state.logDensity, state.gradient) = density.evaluate(state.point)
    for index in state.momentum.indices { state.momentum[index] += 0.5 * step * state.gradient[index] }
    leapfrogs += 1
    let end = End(momentum: state.momentum, velocity: massMatrix.velocity(state.momentum))
    let lost = Self.energy(end, state.logDensity) - startEnergy
    // A density or a gradient that is no number is a divergence like any other.
    guard lost <= Self.mostEnergyLost, lost > -.infinity else {
      isDivergent = true
      return nil
    }
    acceptanceSum += lost > 0 ? Exponential.of(-lost) : 1
    return Stretch(near: end, far: end, momentumSum: state.momentum, proposal: state, logWeight: -lost)
  }

  /// −log density + ½ pᵀ M⁻¹ p.
  private static func energy(_ end: End, _ logDensity: Double) -> Double {
    0.5 * product(end.momentum, end.velocity) - logDensity
  }

  /// Neither the two stretches together, nor one with the first step of the other, turn back.
  private static func goesOn(_ a: Stretch, _ b: Stretch) -> Bool {
    isStraight(a.near, b.far, sum(a.momentumSum, b.momentumSum))
      && isStraight(a.near, b.near, sum(a.momentumSum, b.near.momentum))
      && isStraight(a.far, b.far, sum(b.momentumSum, a.far.momentum))
  }

  private static func isStraight(_ a: End, _ b: End, _ momentumSum: [Double]) -> Bool {
    product(a.velocity, momentumSum) > 0 && product(b.velocity, momentumSum) > 0
  }

  private static func turned(_ stretch: Stretch) -> Stretch {
    var turned = stretch
    (turned.near, turned.far) = (stretch.far, stretch.near)
    return turned
  }

  private static func sum(_ a: [Double], _ b: [Double]) -> [Double] {
    var sum = a
    for index in sum.indices { sum[index] += b[index] }
    return sum
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}
