import Computation

/// Removal effects of channels in an absorbing Markov chain of order 1 to 4, and the conversions in proportion to them.
///
/// A channel's removal effect is the share of conversions lost when whatever flows into it goes to nothing
/// (Anderl, Becker, von Wangenheim and Schumann 2016): 1 − P(sale without it) / P(sale). Computed by algebra, without
/// simulation: see `RemovalEffects`.
/// Runs of one channel count as one touch unless `keepsRepeats`; at order 1 that changes nothing.
/// Value is divided as conversions are. O(touches) to count, then sweeps over the chain's moves.
package struct MarkovAttribution: Sendable, Equatable {
  static let name = "markov"
  static let mostChannels = 65_000

  /// 1…4.
  package let order: Int
  package let keepsRepeats: Bool

  package init(order: Int = 1, keepsRepeats: Bool = false) {
    self.order = order
    self.keepsRepeats = keepsRepeats
  }

  /// Throws `hyperparameter` (order outside 1…4, or more than 65,000 channels) and `notConverged`.
  package func fit(_ journeys: Journeys, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try check(journeys)
    let chain = ChannelChain(journeys, order: order, keepsRepeats: keepsRepeats)
    let counts = chain.counts(journeys, conversions: journeys.conversions, nulls: journeys.nulls)
    let solved = try RemovalEffects(chain, counts, channels: journeys.channels.count, on: workers)
    return Fitted(self, journeys, chain, solved)
  }

  func check(_ journeys: Journeys) throws(FitProblem) {
    guard (1...4).contains(order) else {
      throw .hyperparameter(model: Self.name, name: "order", found: "\(order)", expected: "1 to 4")
    }
    guard journeys.channels.count <= Self.mostChannels else {
      throw .hyperparameter(
        model: Self.name, name: "channels", found: "\(journeys.channels.count)",
        expected: "at most \(Self.mostChannels)")
    }
  }
}
