import Computation

/// What several chains say of one quantity, and how far they can be believed (Vehtari, Gelman, Simpson, Carpenter and
/// Bürkner 2021).
///
/// All are computed on chains cut in halves, so that a drift within a chain counts too. O(draws · lags until the
/// autocorrelation is gone, + draws log draws).
package struct ChainDiagnostics: Sendable, Equatable {
  package let mean: Double
  /// Sample standard deviation.
  package let deviation: Double
  /// The larger of rank-normalised R̂ and that of the distance from the median; 1 when all chains say the same.
  package let rHat: Double
  /// Effective draws for the centre of the distribution.
  package let bulkSize: Double
  /// Effective draws for the worse of the 5 % and the 95 % quantile.
  package let tailSize: Double
  /// Effective draws for the mean itself, without ranks.
  package let meanSize: Double
  /// Monte Carlo standard errors of `mean` and `deviation`.
  package let meanError: Double
  package let deviationError: Double

  /// One list for each chain, of equal length. Nil with fewer than 4 draws in a chain, lists of several lengths, values
  /// that are not finite, or the same value throughout.
  package init?(chains: [[Double]]) {
    guard let length = chains.first?.count, length >= 4, chains.allSatisfy({ $0.count == length }) else { return nil }
    let all = chains.flatMap { $0 }
    guard all.allSatisfy({ $0.isFinite }), let first = all.first, all.contains(where: { $0 != first }) else {
      return nil
    }
    let count = Double(all.count)
    let mean = Moments.mean(all)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let sorted = all.sorted()
    let median = Quantile.of(sorted: sorted, 0.5)
    let halves = Self.halves(chains)
    let ranked = Self.normalScores(halves)
    let folded = Self.normalScores(halves.map { $0.map { abs($0 - median) } })
    self.mean = mean
    deviation = variance.squareRoot()
    rHat = max(Self.reduction(ranked), Self.reduction(folded))
    bulkSize = Self.effectiveSize(ranked)
    tailSize =
      [0.05, 0.95].map { share in
        let bound = Quantile.of(sorted: sorted, share)
        return Self.effectiveSize(halves.map { $0.map { $0 <= bound ? 1 : 0 } })
      }.min() ?? 0
    meanSize = Self.effectiveSize(halves)
    meanError = deviation / meanSize.squareRoot()
    // The delta method: sd(s) = sd(s²) / 2s.
    let squares = halves.map { $0.map { ($0 - mean) * ($0 - mean) } }
    let flat = squares.flatMap { $0 }
    let spread = Moments.variance(flat, about: Moments.mean(flat))
    deviationError = (spread / Self.effectiveSize(squares)).squareRoot() / (2 * deviation)
  }

  private static func halves(_ chains: [[Double]]) -> [[Double]] {
    chains.flatMap { chain in
      let half = chain.count / 2
      return [Array(chain.prefix(half)), Array(chain.suffix(half))]
    }
  }

  /// Φ⁻¹((rank − 3/8) / (n + 1/4)) over all chains, ties given the mean of their ranks (equation 14).
  private static func normalScores(_ chains: [[Double]]) -> [[Double]] {
    let all = chains.flatMap { $0 }
    let order = all.indices.sorted { all[$0] != all[$1] ? all[$0] < all[$1] : $0 < $1 }
    var scores = all
    var begin = 0
    while begin < order.count {
      var end = begin + 1
      while end < order.count, all[order[end]] == all[order[begin]] { end += 1 }
      let rank = Double(begin + end + 1) / 2
      let score = NormalDistribution.quantile((rank - 0.375) / (Double(all.count) + 0.25))
      for place in begin..<end { scores[order[place]] = score }
      begin = end
    }
    let length = chains[0].count
    return chains.indices.map { Array(scores[($0 * length)..<(($0 + 1) * length)]) }
  }

  /// R̂: the root of the ratio of the variance over all chains to that within (equations 1 to 4); 1 where a rank
  /// transform left nothing to compare, infinite where chains that stand still do so at several places.
  private static func reduction(_ chains: [[Double]]) -> Double {
    let parts = Variances(chains)
    return parts.overall > 0 ? (parts.overall / parts.within).squareRoot() : 1
  }

  /// S = draws / (1 + 2 Σ ρ_t), the sum cut by Geyer's initial positive and monotone pairs (equations 10 to 13).
  private static func effectiveSize(_ chains: [[Double]]) -> Double {
    let parts = Variances(chains)
    let length = chains[0].count
    let draws = Double(chains.count * length)
    guard parts.overall > 0 else { return draws }
    let centred = zip(chains, parts.means).map { chain, mean in chain.map { $0 - mean } }
    let correlation = { (lag: Int) -> Double in
      let covariance =
        centred.reduce(0.0) { total, chain in
          var sum = 0.0
          for index in 0..<(length - lag) { sum += chain[index] * chain[index + lag] }
          return total + sum / Double(length)
        } / Double(chains.count)
      return 1 - (parts.within - covariance) / parts.overall
    }
    var sum = 0.0
    var last = Double.infinity
    var lag = 0
    while true {
      let even = lag == 0 ? 1 : correlation(lag)
      let odd = correlation(lag + 1)
      // Beyond the positive pairs the estimates are noise; half of the first of it lowers the bias of antithetic chains.
      guard even + odd >= 0, lag + 4 < length else {
        if even > 0 { sum += even / 2 }
        break
      }
      last = min(last, even + odd)
      sum += last
      lag += 2
    }
    let time = max(-1 + 2 * sum, 1 / (Logarithm.of(draws) / Logarithm.of(10)))
    return draws / time
  }

  private struct Variances {
    let means: [Double]
    let within: Double
    /// (n − 1) / n · within + variance of the means of chains.
    let overall: Double

    init(_ chains: [[Double]]) {
      let length = Double(chains[0].count)
      let means = chains.map { Moments.mean($0) }
      let within = zip(chains, means).reduce(0) { $0 + Moments.variance($1.0, about: $1.1) } / Double(chains.count)
      self.means = means
      self.within = within * length / (length - 1)
      let grand = Moments.mean(means)
      let between = means.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(means.count - 1)
      overall = within + between
    }
  }
}
