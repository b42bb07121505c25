import Computation

/// BCa bootstrap (Efron 1987; Efron and Tibshirani 1993, section 14.3): the percentile interval moved for the bias of the
/// replicates' median and for how the standard error changes with the statistic.
///
/// The tail share α becomes Φ(z₀ + (z₀ + z_α) / (1 − a (z₀ + z_α))), where z₀ is the normal quantile of the share of
/// replicates below the statistic, ties counted half, and a = Σ d³ / 6 (Σ d²)^1.5 from d, the mean of the jackknife values
/// less each. Rows are left out one by one, or in `groups` like parts where there are more. Better than the percentile
/// interval for skewed statistics; at its best a few points short of the level on some dozen rows. Replicate b draws from
/// the stream "replicate b", so the number of workers changes nothing. O((replicates + groups) · cost of the statistic).
package struct BiasCorrectedBootstrap: Sendable, Equatable {
  package let replicates: Int
  package let level: Double
  package let groups: Int

  /// Requires at least 20 replicates, 0 < level < 1 and at least 2 groups.
  package init(replicates: Int = 2_000, level: Double = 0.95, groups: Int = 200) {
    precondition(replicates >= 20 && level > 0 && level < 1, "at least 20 replicates and a level between 0 and 1")
    precondition(groups >= 2, "a spread needs two groups")
    self.replicates = replicates
    self.level = level
    self.groups = groups
  }

  /// The statistic's interval over `count` rows, or nil when it has no value on them, without a group, or on more than one
  /// replicate in ten; and when it is the same on every replicate there is nothing to move. `statistic` gets row indices.
  package func interval(
    rows count: Int, using generator: SeededGenerator, on workers: Workers = .one,
    statistic: @Sendable ([Int]) -> Double?
  ) -> Interval? {
    guard count >= 2, let whole = statistic(Array(0..<count)) else { return nil }
    let drawn = PercentileBootstrap(replicates: replicates, level: level).draws(
      rows: count, using: generator, on: workers, statistic)
    let values = drawn.compactMap { $0 }.sorted()
    guard !values.isEmpty, values.count * 10 >= replicates * 9 else { return nil }
    let parts = min(groups, count)
    let jackknife = workers.map(parts, chunksOf: 1) { range in
      let (start, end) = (range.lowerBound * count / parts, range.upperBound * count / parts)
      return statistic(Array(0..<start) + Array(end..<count))
    }.compactMap { $0 }
    guard jackknife.count == parts else { return nil }
    let acceleration = Self.acceleration(jackknife)
    let below = Double(values.count { $0 < whole }) + 0.5 * Double(values.count { $0 == whole })
    let edge = 1 / Double(values.count + 1)
    let bias = NormalDistribution.quantile(min(max(below / Double(values.count), edge), 1 - edge))
    let bound = { (z: Double) in
      // A strong acceleration would turn the order of the tails round.
      let moved = bias + (bias + z) / max(1 - acceleration * (bias + z), 0.05)
      return Quantile.of(sorted: values, NormalDistribution.cumulative(moved))
    }
    let z = NormalDistribution.quantile((1 + level) / 2)
    return Interval(lower: bound(-z), upper: bound(z), level: level)
  }

  static func acceleration(_ jackknife: [Double]) -> Double {
    let mean = Moments.mean(jackknife)
    var (square, cube) = (0.0, 0.0)
    for value in jackknife {
      let d = mean - value
      square += d * d
      cube += d * d * d
    }
    return square > 0 ? cube / (6 * square * square.squareRoot()) : 0
  }
}
