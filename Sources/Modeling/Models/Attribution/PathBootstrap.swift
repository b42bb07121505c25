import Computation

/// Intervals for what channels are credited with, by drawing the journeys again.
///
/// Each path's journeys are drawn as Poisson counts (Hanley and MacGibbon 2006), which is the bootstrap over journeys
/// with their number left free; credits are then shares of the conversions there were, so only the division varies.
/// Value follows the conversions of its path; how single sales differ in value is not drawn.
/// Replicates without a conversion divide nothing and are left out; where they are more than half, there is no interval.
/// Replicate b draws from the stream "replicate b", so the number of workers changes nothing.
package struct PathBootstrap: Sendable, Equatable {
  package let replicates: Int
  package let level: Double

  /// Requires at least 20 replicates and 0 < level < 1.
  package init(replicates: Int = 200, level: Double = 0.95) {
    precondition(replicates >= 20 && level > 0 && level < 1, "at least 20 replicates and a level between 0 and 1")
    self.replicates = replicates
    self.level = level
  }

  /// Intervals of one method: of each channel's conversions, and of its removal effect where the method has them.
  package struct Intervals: Sendable, Equatable {
    package let conversions: [Interval]
    package let removalEffects: [Interval]?
  }

  /// By touch rule, in the order given; nil where most replicates hold no conversion. Throws what the rules throw.
  package func intervals(
    _ rules: [TouchRule], of journeys: Journeys, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> [Intervals]? {
    var shares: [PathShares] = []
    for rule in rules { shares.append(try rule.shares(of: journeys)) }
    return intervals(shares, of: journeys, using: generator, on: workers)
  }

  /// Of the Shapley values of the conversions game; nil where most replicates hold no conversion.
  package func intervals(
    shapleyOf journeys: Journeys, using generator: SeededGenerator, on workers: Workers = .one
  ) -> Intervals? {
    intervals([ShapleyAttribution.evenShares(of: journeys)], of: journeys, using: generator, on: workers)?[0]
  }

  /// Of a Markov chain's credits and removal effects; nil where most replicates hold no conversion or cannot be solved.
  /// The chain is solved to 1e-6 in each replicate.
  package func intervals(
    _ model: MarkovAttribution, of journeys: Journeys, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Intervals? {
    try model.check(journeys)
    let chain = ChannelChain(journeys, order: model.order, keepsRepeats: model.keepsRepeats)
    let effects = draws(journeys, using: generator, on: workers) { conversions, nulls -> [[Double]?] in
      let counts = chain.counts(journeys, conversions: conversions, nulls: nulls)
      let solved = try? RemovalEffects(
        chain, counts, channels: journeys.channels.count, precision: 1e-7, on: .one)
      return [solved?.effects]
    }.compactMap { $0[0] }
    guard 2 * effects.count >= replicates else { return nil }
    let credits = effects.map { Self.scaled($0, to: journeys.totalConversions) }
    return Intervals(conversions: cut(credits), removalEffects: cut(effects))
  }

  private func intervals(
    _ shares: [PathShares], of journeys: Journeys, using generator: SeededGenerator, on workers: Workers
  ) -> [Intervals]? {
    let draws = draws(journeys, using: generator, on: workers) { conversions, _ in
      shares.map { Self.scaled($0.divide(conversions), to: journeys.totalConversions) }
    }
    guard 2 * draws.count >= replicates else { return nil }
    return shares.indices.map { index in
      Intervals(conversions: cut(draws.map { $0[index] }), removalEffects: nil)
    }
  }

  /// What `body` makes of each replicate that holds a conversion.
  private func draws<Part: Sendable>(
    _ journeys: Journeys, using generator: SeededGenerator, on workers: Workers,
    _ body: @Sendable (_ conversions: [Double], _ nulls: [Double]) -> Part
  ) -> [Part] {
    workers.map(replicates, chunksOf: 1) { range -> Part? in
      var stream = generator.split("replicate \(range.lowerBound)")
      let drawn = { (count: Double) in count > 0 ? Double(stream.poisson(mean: count)) : 0 }
      let conversions = journeys.conversions.map { drawn($0) }
      let nulls = journeys.nulls.map { drawn($0) }
      return conversions.contains { $0 > 0 } ? body(conversions, nulls) : nil
    }.compactMap { $0 }
  }

  private static func scaled(_ parts: [Double], to total: Double) -> [Double] {
    let sum = parts.reduce(0, +)
    return parts.map { $0 / sum * total }
  }

  private func cut(_ draws: [[Double]]) -> [Interval] {
    guard let first = draws.first else { return [] }
    let tail = (1 - level) / 2
    return first.indices.map { channel in
      let values = draws.map { $0[channel] }.sorted()
      return Interval(
        lower: Quantile.of(sorted: values, tail), upper: Quantile.of(sorted: values, 1 - tail), level: level)
    }
  }
}
