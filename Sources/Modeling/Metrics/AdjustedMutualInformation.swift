import Computation

/// Adjusted mutual information (Vinh, Epps and Bailey 2010): (I − E[I]) / ((H₁ + H₂) / 2 − E[I]), what one grouping tells of
/// the other beyond chance, with the expectation over all groupings of the same sizes (equation 24a).
///
/// 1 is the same grouping, about 0 what chance gives. Two groupings of one group each, or of one for each row, agree: 1.
/// Throws `noRows` or `lengths`. O(n log n + n · k).
package struct AdjustedMutualInformation: Metric {
  package let name = "adjusted mutual information"
  package let unit = MetricUnit.index
  package let range = -1.0...1.0
  package let better = BetterDirection.higher

  package init() {}

  package func value(of input: LabelPair) throws(MetricProblem) -> Double {
    guard input.first.count == input.second.count else {
      throw .lengths(metric: name, first: input.first.count, second: input.second.count)
    }
    let count = input.first.count
    guard count > 0 else { throw .noRows(metric: name) }
    let first = Self.sizes(input.first.sorted()) { $0 == $1 }
    let second = Self.sizes(input.second.sorted()) { $0 == $1 }
    let both = Self.sizes(zip(input.first, input.second).sorted { $0 < $1 }) { $0 == $1 }
    if first.count == second.count, first.count == 1 || first.count == count { return 1 }
    let entropies = (Self.entropy(first, count), Self.entropy(second, count))
    // I = H₁ + H₂ − H(both).
    let information = max(0, entropies.0 + entropies.1 - Self.entropy(both, count))
    let expected = Self.expectedInformation(first, second, count)
    let denominator = (entropies.0 + entropies.1) / 2 - expected
    // Nothing to win: rounding alone would decide.
    guard abs(denominator) > 0x1p-50 else { return information - expected > 0x1p-50 ? 1 : 0 }
    return (information - expected) / denominator
  }

  /// Lengths of the runs of equal elements.
  private static func sizes<Element>(_ sorted: [Element], _ equal: (Element, Element) -> Bool) -> [Int] {
    var sizes: [Int] = []
    for (index, element) in sorted.enumerated() {
      if index > 0, equal(sorted[index - 1], element) { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
    }
    return sizes
  }

  private static func entropy(_ sizes: [Int], _ count: Int) -> Double {
    sizes.reduce(0) { $0 - Double($1) / Double(count) * Logarithm.of(Double($1) / Double(count)) }
  }

  private static func expectedInformation(_ first: [Int], _ second: [Int], _ count: Int) -> Double {
    var logs = [0.0]
    for i in 1...(count + 1) { logs.append(logs[i - 1] + Logarithm.of(Double(i))) }
    let n = Double(count)
    var expected = 0.0
    for a in first {
      for b in second {
        // ln of a! b! (n − a)! (n − b)! / n!; the rest of the hypergeometric probability depends on the overlap.
        let fixed = logs[a] + logs[b] + logs[count - a] + logs[count - b] - logs[count]
        for overlap in max(1, a + b - count)...max(min(a, b), 1) {
          let rest = logs[overlap] + logs[a - overlap] + logs[b - overlap] + logs[count - a - b + overlap]
          let share = Double(overlap) / n
          let gain = Logarithm.of(n * Double(overlap) / (Double(a) * Double(b)))
          expected += share * gain * Exponential.of(fixed - rest)
        }
      }
    }
    return expected
  }
}
