/// Two ways to cut the same rows into groups; the numbers of the groups mean nothing.
package struct LabelPair: Sendable, Equatable {
  package let first: [Int]
  package let second: [Int]

  package init(_ first: [Int], _ second: [Int]) {
    self.first = first
    self.second = second
  }
}

/// Adjusted Rand index (Hubert and Arabie 1985, equation 5): how far two groupings agree on pairs of rows, beyond chance.
///
/// 1 is the same grouping, about 0 what chance gives, below 0 less than chance. Two groupings that both have one group,
/// or both one for each row, agree: 1. Throws `noRows` or `lengths`. O(n log n).
package struct AdjustedRandIndex: Metric {
  package let name = "adjusted Rand index"
  package let unit = MetricUnit.index
  package let range = -1.0...1.0
  package let better = BetterDirection.higher

  package init() {}

  package func value(of input: LabelPair) throws(MetricProblem) -> Double {
    guard input.first.count == input.second.count else {
      throw .lengths(metric: name, first: input.first.count, second: input.second.count)
    }
    guard !input.first.isEmpty else { throw .noRows(metric: name) }
    let pairs = zip(input.first, input.second).sorted { $0 < $1 }
    let both = Self.pairsWithin(pairs) { $0 == $1 }
    let first = Self.pairsWithin(pairs) { $0.0 == $1.0 }
    let second = Self.pairsWithin(input.second.sorted()) { $0 == $1 }
    let all = Double(input.first.count) * Double(input.first.count - 1) / 2
    guard all > 0 else { return 1 }
    let expected = first * second / all
    let largest = (first + second) / 2
    return largest == expected ? 1 : (both - expected) / (largest - expected)
  }

  /// Σ over runs of equal elements of (size choose 2).
  private static func pairsWithin<Element>(_ sorted: [Element], _ equal: (Element, Element) -> Bool) -> Double {
    var sum = 0.0
    var run = 0.0
    for (index, element) in sorted.enumerated() {
      run = index > 0 && equal(sorted[index - 1], element) ? run + 1 : 0
      sum += run
    }
    return sum
  }
}
