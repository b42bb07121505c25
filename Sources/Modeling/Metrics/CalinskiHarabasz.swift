import Computation

/// Calinski–Harabasz index (Calinski and Harabasz 1974): the variance of the clusters' means about the mean of all, over
/// that of the rows about their means, (B / (k − 1)) / (W / (n − k)).
///
/// Higher is better; without bound, and meant to compare numbers of clusters on the same rows. Throws `noRows`, `lengths`,
/// `notFinite`, `tooLarge`, `oneCluster` unless there are 2 to n − 1 clusters, and `emptyDenominator` when all rows equal their means.
/// O(n · d).
package struct CalinskiHarabasz: Metric {
  package let name = "Calinski-Harabasz index"
  package let unit = MetricUnit.index
  package let range = 0.0...Double.infinity
  package let better = BetterDirection.higher

  package init() {}

  package func value(of input: LabelledRows) throws(MetricProblem) -> Double {
    let spread = try ClusterSpread(input, metric: name)
    let middle = (0..<input.rows.columns).map { Moments.mean(input.rows.column($0)) }
    var between = 0.0
    for cluster in 0..<spread.count {
      between += spread.sizes[cluster] * ClusterSpread.square(spread.means.row(cluster), middle[...])
    }
    let within = spread.squares.reduce(0, +)
    guard within > 0 else { throw .emptyDenominator(metric: name) }
    let (n, k) = (Double(input.rows.rows), Double(spread.count))
    return between / (k - 1) / (within / (n - k))
  }
}
