import Computation

/// The two-sample test of Kolmogorov and Smirnov (Smirnov 1939): the largest distance of the two distribution functions,
/// D = sup |F − G|.
package struct KolmogorovSmirnov: Sendable, Equatable {
  /// sup |F − G|, 0 to 1.
  package let statistic: Double
  /// Of a distance this large or larger if both came from one continuous distribution, by the one-sample distribution
  /// at n = n₁ n₂ / (n₁ + n₂), rounded. With many equal values it is too large, so the test is on the safe side.
  package let pValue: Double

  /// Throws `noRows` and `notFinite`. O(n log n).
  package init(_ reference: [Double], _ current: [Double]) throws(MetricProblem) {
    self.init(try SortedPair(reference, current, metric: "Kolmogorov–Smirnov test"))
  }

  init(_ sorted: SortedPair) {
    var largest = 0.0
    sorted.forEachStretch { _, r, c in largest = max(largest, abs(r - c)) }
    statistic = largest
    let (first, second) = (Double(sorted.reference.count), Double(sorted.current.count))
    let count = (first * second / (first + second)).rounded(.toNearestOrEven)
    pValue = KolmogorovDistribution(count: max(Int(count), 1)).tail(largest)
  }
}
