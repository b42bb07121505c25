import Computation

/// Tests that need no distribution: how often labels dealt again at random give a difference at least as large (Fisher
/// 1935, section 21; Good 2005, chapter 3).
///
/// p = (1 + as large) / (1 + permutations), which is never 0 and errs to the safe side (Phipson and Smyth 2010); where all
/// the ways to deal are no more than `permutations`, each is taken once and p is exact. Values are sorted first: the order
/// of rows changes nothing. Permutation b draws from the stream "permutation b", so neither do the workers.
/// O(permutations · n).
package struct PermutationTest: Sendable, Equatable {
  package let permutations: Int

  /// Requires at least 19 permutations, the fewest that can reject at 5 %.
  package init(permutations: Int = 9_999) {
    precondition(permutations >= 19, "at least 19 permutations")
    self.permutations = permutations
  }

  /// Two-sided p for a mean of 0 of paired differences, whose signs are dealt again; 1 when all are 0.
  /// Throws `noRows` and `notFinite`.
  package func paired(
    _ differences: [Double], using generator: SeededGenerator, on workers: Workers = .one
  ) throws(MetricProblem) -> Double {
    try Self.check(differences)
    let sizes = differences.sorted { abs($0) != abs($1) ? abs($0) < abs($1) : $0 < $1 }
    let observed = abs(sizes.reduce(0, +))
    let ways = sizes.count < 62 ? 1 << sizes.count : Int.max
    return share(observed, sizes, ways: ways, generator, workers) { way, stream in
      var sum = 0.0
      for (place, value) in sizes.enumerated() {
        let turned = way.map { $0 >> place & 1 == 1 } ?? stream.chance(0.5)
        sum += turned ? -value : value
      }
      return abs(sum)
    }
  }

  /// Two-sided p for equal means of two samples, whose rows are dealt again. Throws `noRows` and `notFinite`.
  package func means(
    _ first: [Double], _ second: [Double], using generator: SeededGenerator, on workers: Workers = .one
  ) throws(MetricProblem) -> Double {
    try Self.check(first)
    try Self.check(second)
    let all = (first + second).sorted()
    let (m, n) = (Double(first.count), Double(second.count))
    let total = all.reduce(0, +)
    // The difference of means as a function of the first sum, so that equal deals give equal bits.
    let distance = { @Sendable (sum: Double) in abs(sum / m - (total - sum) / n) }
    let observed = distance(first.sorted().reduce(0, +))
    return share(observed, all, ways: .max, generator, workers) { _, stream in
      var places = Array(all.indices)
      for place in 0..<first.count { places.swapAt(place, place + stream.integer(below: places.count - place)) }
      return distance(places[..<first.count].sorted().reduce(0.0) { $0 + all[$1] })
    }
  }

  /// `deal` gives the distance of one deal: of the way it is given, or else of one that it draws.
  private func share(
    _ observed: Double, _ values: [Double], ways: Int, _ generator: SeededGenerator, _ workers: Workers,
    _ deal: @Sendable (_ way: Int?, inout SeededGenerator) -> Double
  ) -> Double {
    // Sums of the same numbers in another order may differ in their last bits.
    let slack = 1e-12 * values.reduce(0) { $0 + abs($1) }
    let isExact = ways <= permutations
    let tries = isExact ? ways : permutations
    let large = workers.map(tries, chunksOf: 64) { range in
      range.count { number in
        var stream = generator.split("permutation \(number)")
        return deal(isExact ? number : nil, &stream) >= observed - slack
      }
    }.reduce(0, +)
    return isExact ? Double(large) / Double(ways) : Double(1 + large) / Double(1 + permutations)
  }

  private static func check(_ values: [Double]) throws(MetricProblem) {
    guard !values.isEmpty else { throw .noRows(metric: "permutation test") }
    if let row = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: "permutation test", row: row) }
  }
}
