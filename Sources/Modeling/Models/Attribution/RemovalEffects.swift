import Computation

/// What the chain would lose without each channel, by absorbing-chain algebra (Anderl, Becker, von Wangenheim and
/// Schumann 2016, section 3; Kemeny and Snell 1960, chapter 3).
///
/// With u(s) the probability of a sale from state s, a channel removed sends all that flows into its states to
/// nothing, so it costs h(start), where h = u on the channel's states and h(s) = Σ p(s, t) h(t) elsewhere: the
/// probability to meet the channel and then to buy. Removal effect = h(start) / u(start) = 1 − P(without) / P. No term
/// is negative, so small effects keep their digits.
///
/// Both systems are solved by Gauss–Seidel sweeps from below, eight channels at a time. A state's expected visits y are
/// known (its count over the number of journeys), so the error at the start is at most Σ y(s) |last change of s|; the
/// sweeps end when that is rounding. O(sweeps · moves · channels).
struct RemovalEffects: Sendable {
  private typealias Lanes = SIMD8<Double>

  /// Of each state.
  let conversionProbability: [Double]
  /// Of each channel, 0…1.
  let effects: [Double]
  let sweeps: Int

  static let mostSweeps = 20_000
  private static let leapEvery = 16

  /// `precision` is relative. Throws `notConverged` when journeys are so long that the sweeps do not settle.
  init(
    _ chain: ChannelChain, _ counts: ChannelChain.Counts, channels: Int, precision: Double = 1e-15, on workers: Workers
  ) throws(FitProblem) {
    // Rounding in each state reaches the start once for each visit.
    let tolerance = precision * max(10, counts.visits.reduce(0, +) / max(counts.journeys, 1))
    let base = Self.solve(chain, counts, tolerance) { state, sum in
      (sum + Lanes(repeating: counts.conversions[state])) / counts.leaving[state]
    }
    guard let base else { throw .notConverged(model: MarkovAttribution.name, iterations: Self.mostSweeps) }
    let probability = base.values.map { $0[0] }
    let parts = workers.map(channels, chunksOf: Lanes.scalarCount) { block in
      Self.solve(chain, counts, tolerance) { state, sum in
        var value = sum / counts.leaving[state]
        let newest = chain.newest(state)
        if block.contains(newest) { value[newest - block.lowerBound] = probability[state] }
        return value
      }.map { solution in block.indices.map { solution.values[ChannelChain.start][$0 - block.lowerBound] } }
    }
    var effects: [Double] = []
    for part in parts {
      guard let part else { throw .notConverged(model: MarkovAttribution.name, iterations: Self.mostSweeps) }
      effects += part.map { $0 / probability[ChannelChain.start] }
    }
    conversionProbability = probability
    self.effects = effects
    sweeps = base.sweeps
  }

  /// `value` gives a state's value from Σ count · value over its moves.
  private static func solve(
    _ chain: ChannelChain, _ counts: ChannelChain.Counts, _ tolerance: Double, _ value: (Int, Lanes) -> Lanes
  ) -> (values: [Lanes], sweeps: Int)? {
    var values = [Lanes](repeating: .zero, count: chain.states)
    var earlier = values
    var last = Lanes.zero
    for sweep in 1...mostSweeps {
      let leaps = sweep % leapEvery == 0
      if leaps { earlier = values }
      var change = Lanes.zero
      // Paths were numbered from their beginning, so what a state leads to mostly stands behind it.
      for state in stride(from: chain.states - 1, through: 0, by: -1) where counts.leaving[state] > 0 {
        var sum = Lanes.zero
        for move in chain.starts[state]..<chain.starts[state + 1] {
          sum += counts.moves[move] * values[Int(chain.to[move])]
        }
        let next = value(state, sum)
        let difference = next - values[state]
        change += counts.visits[state] * difference.replacing(with: -difference, where: difference .< 0)
        values[state] = next
      }
      let bound = tolerance * counts.journeys * values[ChannelChain.start]
      if all(change .<= bound) { return (values, sweep) }
      if leaps { leap(&values, from: earlier, by: change / last) }
      last = change
    }
    return nil
  }

  /// Long loops leave one slow mode that shrinks by the same ratio in each sweep: the rest of its geometric series is
  /// added at once (Lyusternik's acceleration; Varga 1962, section 5.3). Later sweeps mend what it got wrong.
  private static func leap(_ values: inout [Lanes], from earlier: [Lanes], by ratio: Lanes) {
    let isSlow = (ratio .> 0.5) .& (ratio .< 1)
    let factor = (ratio / (1 - ratio)).replacing(with: 0, where: .!isSlow)
    for state in values.indices { values[state] += factor * (values[state] - earlier[state]) }
  }
}
