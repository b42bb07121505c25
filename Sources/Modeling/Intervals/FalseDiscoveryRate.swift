/// The step-up rule of Benjamini and Hochberg (1995): of the tests that it rejects at q, no more than a share q are
/// expected to be false, when tests are independent or rise together (Benjamini and Yekutieli 2001).
package enum FalseDiscoveryRate {
  /// For each p-value the least q at which its test is rejected: min over k ≥ rank of p₍k₎ · n / k, at most 1.
  /// Requires p-values within 0…1. O(n log n).
  package static func adjusted(_ pValues: [Double]) -> [Double] {
    precondition(pValues.allSatisfy { (0...1).contains($0) }, "p-values lie within 0…1")
    let order = pValues.indices.sorted { pValues[$0] != pValues[$1] ? pValues[$0] < pValues[$1] : $0 < $1 }
    var adjusted = pValues
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, pValues[index] * Double(pValues.count) / Double(rank + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
