import Computation

/// Interval for a ratio of sums over customers, such as return = Σ revenue / Σ spend.
///
/// Customers are resampled whole, each with a Poisson(1) weight, so that orders of one customer stay together
/// (Poisson bootstrap: Chamandy, Muralidharan, Najmi and Naidu 2012; cluster bootstrap: Davison and Hinkley 1997,
/// section 3.8). O(replicates · n).
///
/// | variant | what it does | share of 1000 worlds held at 90 %: 200 customers, lognormal revenue with σ = 1 / σ = 1.5 |
/// |---|---|---|
/// | percentile | tail quantiles of the replicates | 0.885 / 0.827 |
/// | studentised | quantiles of (ln R* − ln R) / se*, se linearised; never below 0 | 0.900 / 0.859 |
/// | biasCorrected | percentile, moved for bias and skewness (BCa, Efron 1987) | 0.890 / 0.828 |
///
/// With a fixed denominator and a Poisson number of customers: 0.886 / 0.834, 0.891 / 0.860 and 0.881 / 0.846.
/// Revenue with a few very large customers is what makes a percentile interval too short at the top; the studentised
/// one is the default for that reason.
package struct RatioBootstrap: Sendable, Equatable {
  package enum Variant: String, Sendable, CaseIterable {
    case percentile, studentised, biasCorrected
  }

  /// What revenue is divided by.
  package enum Denominator: Sendable, Equatable {
    /// One amount for each customer, resampled with the customer.
    case perCustomer([Double])
    /// One amount that was spent whoever came; the number of customers then varies too, as a Poisson count does.
    case fixed(Double)
  }

  package struct Estimate: Sendable, Equatable {
    package let ratio: Double
    /// Linearised standard error of the ratio.
    package let standardError: Double
    package let interval: Interval
    package let customers: Int
  }

  package let replicates: Int
  package let level: Double
  package let variant: Variant

  /// Requires at least 20 replicates and 0 < level < 1.
  package init(replicates: Int = 1_000, level: Double = 0.9, variant: Variant = .studentised) {
    precondition(replicates >= 20 && level > 0 && level < 1, "at least 20 replicates and a level between 0 and 1")
    self.replicates = replicates
    self.level = level
    self.variant = variant
  }

  /// Throws `noRows` with fewer than two customers, `lengths`, `notFinite`, `emptyDenominator` unless the amounts sum
  /// to more than 0 and no single one is negative, and `oneClass` when every customer has the same ratio, or the ratio
  /// is not positive under `studentised`, so that there is no spread to measure.
  package func estimate(
    _ numerators: [Double], over denominator: Denominator, using generator: SeededGenerator,
    on workers: Workers = .one
  ) throws(MetricProblem) -> Estimate {
    let sums = try RatioSums(numerators, denominator)
    let whole = sums.linearised(weights: nil)
    guard whole.error > 0, variant != .studentised || whole.ratio > 0 else { throw .oneClass(metric: RatioSums.name) }
    let draws = workers.map(replicates, chunksOf: 1) { range in
      var stream = generator.split("replicate \(range.lowerBound)")
      return sums.linearised(weights: (0..<numerators.count).map { _ in Double(stream.poisson(mean: 1)) })
    }.filter { $0.ratio.isFinite }
    let tail = (1 - level) / 2
    let bounds: (Double, Double)
    switch variant {
    case .percentile: bounds = Self.quantiles(draws, tail, 1 - tail)
    case .studentised: bounds = Self.studentised(draws, whole, tail)
    case .biasCorrected:
      let shares = Self.corrected(draws, whole.ratio, sums.skewness, level: level)
      bounds = Self.quantiles(draws, shares.0, shares.1)
    }
    return Estimate(
      ratio: whole.ratio, standardError: whole.error,
      interval: Interval(lower: bounds.0, upper: bounds.1, level: level), customers: numerators.count)
  }

  private static func quantiles(_ draws: [RatioSums.Linearised], _ low: Double, _ high: Double) -> (Double, Double) {
    let ratios = draws.map(\.ratio).sorted()
    return (Quantile.of(sorted: ratios, low), Quantile.of(sorted: ratios, high))
  }

  private static func studentised(
    _ draws: [RatioSums.Linearised], _ whole: RatioSums.Linearised, _ tail: Double
  ) -> (Double, Double) {
    let logRatio = Logarithm.of(whole.ratio)
    let scores = draws.filter { $0.ratio > 0 && $0.error > 0 }
      .map { (Logarithm.of($0.ratio) - logRatio) / ($0.error / $0.ratio) }.sorted()
    guard !scores.isEmpty else { return (0, .infinity) }
    let relative = whole.error / whole.ratio
    return (
      Exponential.of(logRatio - Quantile.of(sorted: scores, 1 - tail) * relative),
      Exponential.of(logRatio - Quantile.of(sorted: scores, tail) * relative)
    )
  }

  /// The tail shares moved for bias z₀ and acceleration a: Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z))).
  private static func corrected(
    _ draws: [RatioSums.Linearised], _ ratio: Double, _ skewness: Double, level: Double
  ) -> (Double, Double) {
    let count = Double(draws.count)
    let below = Double(draws.count { $0.ratio < ratio }) + 0.5 * Double(draws.count { $0.ratio == ratio })
    let bias = NormalDistribution.quantile(min(max(below / count, 1 / (count + 1)), count / (count + 1)))
    let acceleration = skewness / 6
    let moved = { (z: Double) in
      NormalDistribution.cumulative(bias + (bias + z) / max(1 - acceleration * (bias + z), 0.05))
    }
    let z = NormalDistribution.quantile((1 + level) / 2)
    return (moved(-z), moved(z))
  }
}
