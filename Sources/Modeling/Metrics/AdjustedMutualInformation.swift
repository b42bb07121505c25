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
    let found = LabelEntropies(input)
    let (first, second) = (found.first, found.second)
    if first.count == second.count, first.count == 1 || first.count == count { return 1 }
    let (entropies, information) = (found.entropies, found.information)
    let expected = Self.expectedInformation(first, second, count)
    let denominator = (entropies.first + entropies.second) / 2 - expected
    // Nothing to win: rounding alone would decide.
    guard abs(denominator) > 0x1p-50 else { return information - expected > 0x1p-50 ? 1 : 0 }
    return (information - expected) / denominator
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
