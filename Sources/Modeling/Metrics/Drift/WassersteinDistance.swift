/// How far values must move on average to make current ones of the reference: ∫ |F − G|, in the values' unit (the first
/// Wasserstein distance; Vallender 1974).
package enum WassersteinDistance {
  /// Throws `noRows` and `notFinite`. O(n log n).
  package static func between(_ reference: [Double], _ current: [Double]) throws(MetricProblem) -> Double {
    between(try SortedPair(reference, current, metric: "Wasserstein distance"))
  }

  static func between(_ sorted: SortedPair) -> Double {
    var sum = 0.0
    sorted.forEachStretch { length, r, c in sum += length * abs(r - c) }
    return sum
  }
}
