import Computation

/// Wilson's score interval for a proportion (Wilson 1927; Brown, Cai and DasGupta 2001, equation 4).
///
/// Never leaves 0…1 and works at 0 or all hits. At 95 % it covers about 95 % on average over proportions, and as little
/// as 90 % near 0 and 1 with small counts.
package enum WilsonInterval {
  /// Requires 0 ≤ hits ≤ trials, trials ≥ 1 and 0 < level < 1.
  package static func of(hits: Int, trials: Int, level: Double) -> Interval {
    precondition(trials >= 1 && (0...trials).contains(hits), "hits are some of at least one trial")
    let z = NormalDistribution.quantile((1 + level) / 2)
    let n = Double(trials)
    let share = Double(hits) / n
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return Interval(
      lower: hits == 0 ? 0 : max(0, centre - half), upper: hits == trials ? 1 : min(1, centre + half), level: level)
  }
}
