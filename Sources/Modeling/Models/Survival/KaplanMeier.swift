import Computation

/// The Kaplan–Meier estimate of the share that survives each duration: S(t) = Π (1 − dᵢ/nᵢ) over event times tᵢ ≤ t,
/// with dᵢ events among nᵢ still watched (Kaplan and Meier 1958, equation 2b).
///
/// Intervals are Greenwood's on the log-log scale, which keep within 0 and 1 (Kalbfleisch and Prentice 2002, section
/// 1.4): S^exp(± z √(Σ dᵢ/(nᵢ(nᵢ−dᵢ))) / ln S). Where S is 1 the interval is [1, 1]; where it is 0 there is none.
/// A subject whose watching ends when an event comes counts as watched at it. O(n log n).
package struct KaplanMeier: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    package let time: Double
    package let atRisk: Int
    package let events: Int
    package let censored: Int
    package let survival: Double
    package let interval: Interval?
    /// Σ dᵢ/(nᵢ(nᵢ−dᵢ)); infinite once S is 0.
    let greenwood: Double
  }

  /// One for each distinct duration, rising.
  package let points: [Point]
  package let count: Int
  package let eventCount: Int

  /// Requires 0 < level < 1.
  package init(_ times: SurvivalTimes, level: Double = 0.95) {
    precondition(level > 0 && level < 1, "a level between 0 and 1")
    let z = NormalDistribution.quantile(0.5 + level / 2)
    var survival = 1.0
    var greenwood = 0.0
    var points: [Point] = []
    for line in times.lifeTable {
      let (n, d) = (Double(line.atRisk), Double(line.events))
      survival *= 1 - d / n
      if d > 0 { greenwood += d / (n * (n - d)) }
      points.append(
        Point(
          time: line.time, atRisk: line.atRisk, events: line.events, censored: line.censored, survival: survival,
          interval: Self.interval(survival, greenwood, z, level), greenwood: greenwood))
    }
    self.points = points
    count = times.count
    eventCount = times.eventCount
  }

  private static func interval(_ survival: Double, _ greenwood: Double, _ z: Double, _ level: Double) -> Interval? {
    if survival == 1 { return Interval(lower: 1, upper: 1, level: level) }
    guard survival > 0 else { return nil }
    let logarithm = Logarithm.of(survival)
    let factor = Exponential.of(z * greenwood.squareRoot() / -logarithm)
    return Interval(lower: Exponential.of(logarithm * factor), upper: Exponential.of(logarithm / factor), level: level)
  }

  /// S(t): the share that survives beyond t ≥ 0; 1 before the first duration.
  package func survival(at time: Double) -> Double {
    points.last { $0.time <= time }?.survival ?? 1
  }

  /// The first duration by which at least the share `share` has had the event; nil where fewer have.
  package func time(until share: Double) -> Double? {
    points.first { $0.survival <= 1 - share }?.time
  }

  package var median: Double? { time(until: 0.5) }

  /// The mean duration up to `limit`: the area under S, with Greenwood's standard error
  /// √(Σ Aᵢ² dᵢ/(nᵢ(nᵢ−dᵢ))), Aᵢ the area right of tᵢ (Klein and Moeschberger 2003, section 4.5). Beyond the last
  /// duration the curve is carried on as it is. Requires limit ≥ 0.
  package func restrictedMean(to limit: Double) -> (mean: Double, standardError: Double) {
    precondition(limit >= 0, "a limit of 0 or more")
    var area = 0.0
    var squares = 0.0
    var right = limit
    for index in points.indices.reversed() where points[index].time < limit {
      let point = points[index]
      area += point.survival * (right - point.time)
      right = point.time
      let (n, d) = (Double(point.atRisk), Double(point.events))
      // Where all that were left had the event, nothing is right of it.
      if d > 0, n > d { squares += area * area * d / (n * (n - d)) }
    }
    return (area + right, squares.squareRoot())
  }
}
