import Computation

/// Percentile bootstrap (Efron and Tibshirani 1993, section 13.3): the statistic on samples of rows drawn with
/// replacement, cut at its tail quantiles.
///
/// Good for smooth statistics of some hundred rows; it covers too little for skewed sums (see `RatioBootstrap`) and for
/// statistics at the border of their range. Replicate b draws from the stream "replicate b", so the number of workers
/// changes nothing. O(replicates · cost of the statistic).
package struct PercentileBootstrap: Sendable, Equatable {
  package let replicates: Int
  package let level: Double

  /// Requires at least 20 replicates and 0 < level < 1.
  package init(replicates: Int = 1_000, level: Double = 0.95) {
    precondition(replicates >= 20 && level > 0 && level < 1, "at least 20 replicates and a level between 0 and 1")
    self.replicates = replicates
    self.level = level
  }

  /// The statistic's interval over `count` rows, or nil when it has no value on more than one replicate in ten.
  /// `statistic` gets row indices and returns nil where it has no value.
  package func interval(
    rows count: Int, using generator: SeededGenerator, on workers: Workers = .one,
    statistic: @Sendable ([Int]) -> Double?
  ) -> Interval? {
    interval(of: draws(rows: count, using: generator, on: workers, statistic))
  }

  /// The interval of a statistic that resampling itself raises, a distance that is never below 0: moved by what the
  /// replicates' mean lies above the statistic, and cut at 0. What the statistic's own rows have raised it by stays: of
  /// scores that are right it tells how small the distance is, and not that it is 0. Nil as above.
  package func centredInterval(
    rows count: Int, using generator: SeededGenerator, on workers: Workers = .one,
    statistic: @Sendable ([Int]) -> Double?
  ) -> Interval? {
    let drawn = draws(rows: count, using: generator, on: workers, statistic)
    guard let whole = statistic(Array(0..<count)), let interval = interval(of: drawn) else { return nil }
    let excess = Moments.mean(drawn.compactMap { $0 }) - whole
    return Interval(
      lower: max(0, interval.lower - excess), upper: max(0, interval.upper - excess), level: level)
  }

  /// The statistics of each replicate, one list for each, in order of replicates.
  func draws<Part: Sendable>(
    rows count: Int, using generator: SeededGenerator, on workers: Workers, _ body: @Sendable ([Int]) -> Part
  ) -> [Part] {
    workers.map(replicates, chunksOf: 1) { range in
      var stream = generator.split("replicate \(range.lowerBound)")
      return body(stream.resample(count))
    }
  }

  /// The tail quantiles of what the replicates gave, or nil when more than one in ten gave nothing.
  func interval(of draws: [Double?]) -> Interval? {
    let values = draws.compactMap { $0 }.sorted()
    guard !values.isEmpty, values.count * 10 >= draws.count * 9 else { return nil }
    let tail = (1 - level) / 2
    return Interval(
      lower: Quantile.of(sorted: values, tail), upper: Quantile.of(sorted: values, 1 - tail), level: level)
  }
}
