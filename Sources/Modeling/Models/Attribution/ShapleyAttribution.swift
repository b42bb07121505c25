import Computation

/// Shapley values of channels: what each adds, averaged over all orders in which the channels could have come.
///
/// | game | value v(S) of a set of channels | how |
/// |---|---|---|
/// | conversions | conversions on paths that touch channels of S only (Zhao, Mahboobi and Bagheri 2018) | closed form: each sale is shared evenly by the distinct channels of its path; exact for any number of channels, O(touches) |
/// | rate | share of the journeys within S that converted, 0 where there are none | all 2^K sets up to 12 channels, else permutations (Castro, Gómez and Tejada 2009) with their standard error |
///
/// Values of the rate game can be negative: a channel that makes journeys fail. They are scaled to the conversions.
package struct ShapleyAttribution: Sendable, Equatable {
  package enum Game: String, Sendable, CaseIterable { case conversions, rate }

  static let name = "shapley"
  static let mostEnumerated = 12

  package let game: Game
  /// Orders drawn where sets are too many to count.
  package let permutations: Int

  package init(game: Game = .conversions, permutations: Int = 2_000) {
    self.game = game
    self.permutations = permutations
  }

  /// Throws `hyperparameter` with fewer than 2 permutations.
  package func credits(
    of journeys: Journeys, using generator: SeededGenerator = SeededGenerator(seed: 1), on workers: Workers = .one
  ) throws(FitProblem) -> ChannelCredits {
    guard permutations >= 2 else {
      throw .hyperparameter(model: Self.name, name: "permutations", found: "\(permutations)", expected: "at least 2")
    }
    switch game {
    case .conversions:
      let shares = Self.evenShares(of: journeys)
      return ChannelCredits(
        method: Self.name, of: journeys, conversions: shares.divide(journeys.conversions),
        values: shares.divide(journeys.values))
    case .rate:
      let coalitions = CoalitionGame(journeys) { conversions, total in total > 0 ? conversions / total : 0 }
      if journeys.channels.count <= Self.mostEnumerated {
        return ChannelCredits(method: Self.name, of: journeys, inProportionTo: coalitions.enumerated())
      }
      let sampled = coalitions.sampled(permutations: permutations, using: generator, on: workers)
      return ChannelCredits(
        method: Self.name, of: journeys, inProportionTo: sampled.values, partErrors: sampled.errors)
    }
  }

  static func evenShares(of journeys: Journeys) -> PathShares {
    PathShares(journeys) { path, _ in
      var seen: Set<Int32> = []
      let isFirst = path.map { seen.insert($0).inserted }
      return isFirst.map { $0 ? 1 / Double(seen.count) : 0 }
    }
  }
}
