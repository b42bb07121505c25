import Computation

/// Where a reliability curve would lie if the scores were calibrated, and whether this one stays there.
///
/// Outcomes are drawn again from the scores themselves and the curve fitted to each draw (consistency bands:
/// Dimitriadis, Gneiting and Jordan 2021, section 2.3, with the scores held fixed). The pointwise band holds the curve at
/// one score in `pointwiseLevel` of calibrated worlds; over all scores at once it is left far more often. The
/// simultaneous test says whether the curve as a whole is compatible with calibration: its statistic is the largest
/// |curve − diagonal| / its root mean square, its p-value the rank among the draws. The root mean square is over the draws
/// and the curve itself, which makes the curve one like the others if the scores are calibrated: they are told off in
/// 1 − `simultaneousLevel` of worlds, whatever n. O(replicates · n).
package struct ConsistencyBand: Sendable, Equatable {
  package let replicates: Int
  package let pointwiseLevel: Double
  package let simultaneousLevel: Double

  /// Requires levels between 0 and 1 and enough replicates for the test to reject: replicates + 1 ≥ 1 / (1 − level).
  package init(replicates: Int = 999, pointwiseLevel: Double = 0.9, simultaneousLevel: Double = 0.95) {
    precondition(pointwiseLevel > 0 && pointwiseLevel < 1 && simultaneousLevel > 0 && simultaneousLevel < 1)
    precondition(Double(replicates + 1) * (1 - simultaneousLevel) >= 0.999, "too few replicates ever to reject")
    self.replicates = replicates
    self.pointwiseLevel = pointwiseLevel
    self.simultaneousLevel = simultaneousLevel
  }

  package struct Point: Sendable, Equatable {
    package let score: Double
    /// The reliability curve here.
    package let fitted: Double
    package let pointwise: Interval
    package let simultaneous: Interval
  }

  package struct Result: Sendable, Equatable {
    /// At all distinct scores, or 128 of them spread evenly over the rows, in rising order.
    package let points: [Point]
    /// The chance of a curve this far from the diagonal if the scores were calibrated.
    package let pValue: Double
    /// True when the curve stays within the simultaneous band at every score examined.
    package let holds: Bool
    /// Share of the points whose curve lies within the pointwise band.
    package let pointwiseShare: Double
  }

  /// Throws `outOfRange` for a score outside 0…1.
  package func measure(
    _ input: ScoredOutcomes, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(MetricProblem) -> Result {
    try input.checkProbabilities(for: "consistency band")
    let ties = Ties(input.scores)
    let places = Self.spread(ties.weights, most: 128)
    var events = [Double](repeating: 0, count: ties.values.count)
    for (row, happened) in input.outcomes.enumerated() where happened { events[ties.place[row]] += 1 }
    let observed = Self.curve(events, ties.weights, at: places)
    let draws = workers.map(replicates, chunksOf: 1) { range in
      var stream = generator.split("replicate \(range.lowerBound)")
      let drawn = zip(ties.values, ties.weights).map { score, weight in
        Double((0..<Int(weight)).count { _ in stream.chance(score) })
      }
      return Self.curve(drawn, ties.weights, at: places)
    }
    return judge(observed, draws, scores: places.map { ties.values[$0] })
  }

  private func judge(_ observed: [Double], _ draws: [[Double]], scores: [Double]) -> Result {
    let curves = draws + [observed]
    let spreads = scores.indices.map { place in
      var square = 0.0
      for curve in curves { square += (curve[place] - scores[place]) * (curve[place] - scores[place]) }
      return (square / Double(draws.count + 1)).squareRoot()
    }
    let statistics = draws.map { Self.statistic($0, scores, spreads) }.sorted()
    let statistic = Self.statistic(observed, scores, spreads)
    let farther = statistics.count { $0 >= statistic }
    let pValue = Double(1 + farther) / Double(replicates + 1)
    // The largest distance that is not rejected: rejecting takes a rank within the last (1 − level) of all.
    let rejected = Int((Double(replicates + 1) * (1 - simultaneousLevel) + 1e-9).rounded(.down))
    let critical = statistics[max(0, replicates - rejected)]
    let tail = (1 - pointwiseLevel) / 2
    let points = scores.indices.map { place in
      let values = draws.map { $0[place] }.sorted()
      let half = critical * spreads[place]
      return Point(
        score: scores[place], fitted: observed[place],
        pointwise: Interval(
          lower: Quantile.of(sorted: values, tail), upper: Quantile.of(sorted: values, 1 - tail),
          level: pointwiseLevel),
        simultaneous: Interval(
          lower: max(0, scores[place] - half), upper: min(1, scores[place] + half), level: simultaneousLevel))
    }
    let inside = points.count { $0.pointwise.contains($0.fitted) }
    return Result(
      points: points, pValue: pValue, holds: statistic <= critical,
      pointwiseShare: Double(inside) / Double(points.count))
  }

  private static func statistic(_ curve: [Double], _ scores: [Double], _ spreads: [Double]) -> Double {
    var largest = 0.0
    for place in scores.indices {
      // Without spread every curve lies on the diagonal here.
      if spreads[place] > 0 { largest = max(largest, abs(curve[place] - scores[place]) / spreads[place]) }
    }
    return largest
  }

  private static func curve(_ events: [Double], _ weights: [Double], at places: [Int]) -> [Double] {
    var heights: [Double] = []
    heights.reserveCapacity(places.count)
    MonotoneFit.pool(sums: events, weights: weights) { range, mean, _ in
      while heights.count < places.count, places[heights.count] < range.upperBound { heights.append(mean) }
    }
    return heights
  }

  /// All places, or `most` of them at even steps of cumulated weight.
  private static func spread(_ weights: [Double], most: Int) -> [Int] {
    guard weights.count > most else { return Array(weights.indices) }
    let total = weights.reduce(0, +)
    var chosen: [Int] = []
    var before = 0.0
    for (place, weight) in weights.enumerated() {
      before += weight
      if before >= total * (Double(chosen.count) + 0.5) / Double(most), chosen.count < most { chosen.append(place) }
    }
    return chosen
  }
}
