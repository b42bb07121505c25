/// Normalised mutual information (Strehl and Ghosh 2002; with the arithmetic mean, Kvalseth 1987): I / ((H₁ + H₂) / 2),
/// what one grouping tells of the other as a share of what both say.
///
/// 1 is the same grouping, 0 two that tell nothing of each other. Groupings by chance come out above 0, the more so the
/// more groups they have: `AdjustedMutualInformation` takes that away. Two groupings of one group each agree: 1.
/// Throws `noRows` or `lengths`. O(n log n).
package struct NormalisedMutualInformation: Metric {
  package let name = "normalised mutual information"
  package let unit = MetricUnit.share
  package let range = 0.0...1.0
  package let better = BetterDirection.higher

  package init() {}

  package func value(of input: LabelPair) throws(MetricProblem) -> Double {
    guard input.first.count == input.second.count else {
      throw .lengths(metric: name, first: input.first.count, second: input.second.count)
    }
    guard !input.first.isEmpty else { throw .noRows(metric: name) }
    let found = LabelEntropies(input)
    if found.first.count == 1, found.second.count == 1 { return 1 }
    return min(1, 2 * found.information / (found.entropies.first + found.entropies.second))
  }
}
