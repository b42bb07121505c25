/// Scores 1 … `groups` for numbers by where they stand among all, as the fifths of recency, frequency and value
/// (Hughes 1994): 1 for the lowest, `groups` for the highest. Two ways that differ where values are equal.
///
/// Values must be finite. An empty list gives an empty one. O(n log n).
package struct QuantileScores: Sendable, Equatable {
  package let groups: Int

  /// Requires at least one group.
  package init(groups: Int = 5) {
    precondition(groups >= 1, "at least one group")
    self.groups = groups
  }

  /// ⌈groups · rank / n⌉ with ranks from 1, equal values in the order of the list: groups as equal in size as they can
  /// be, and equal values may stand in two of them.
  package func byRank(_ values: [Double]) -> [Int] {
    let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
    var scores = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated() {
      scores[index] = (groups * (place + 1) + values.count - 1) / values.count
    }
    return scores
  }

  /// 1 + the number of cuts strictly below the value: equal values stand together, and a group may be empty.
  package func byCut(_ values: [Double]) -> [Int] {
    let cuts = cuts(of: values)
    return values.map { value in 1 + cuts.count { $0 < value } }
  }

  /// The groups − 1 inner quantiles by `Quantile`, rising; none for an empty list.
  package func cuts(of values: [Double]) -> [Double] {
    guard !values.isEmpty else { return [] }
    let sorted = values.sorted()
    return (1..<groups).map { Quantile.of(sorted: sorted, Double($0) / Double(groups)) }
  }
}
