import Computation

/// Davies–Bouldin index (Davies and Bouldin 1979, with p = 2 and q = 1): the mean over clusters of the largest
/// (s_i + s_j) / ‖mean i − mean j‖, with s the mean distance of a cluster's rows to its mean.
///
/// Lower is better, 0 is best. Throws `noRows`, `lengths`, `notFinite`, `tooLarge`, `oneCluster` unless there are 2 to n − 1 clusters,
/// and `emptyDenominator` when two clusters have the same mean. O(n · d + k² · d).
package struct DaviesBouldin: Metric {
  package let name = "Davies-Bouldin index"
  package let unit = MetricUnit.index
  package let range = 0.0...Double.infinity
  package let better = BetterDirection.lower

  package init() {}

  package func value(of input: LabelledRows) throws(MetricProblem) -> Double {
    let spread = try ClusterSpread(input, metric: name)
    var scatters = [Double](repeating: 0, count: spread.count)
    for (cluster, square) in zip(spread.clusters, spread.squares) { scatters[cluster] += square.squareRoot() }
    for cluster in 0..<spread.count { scatters[cluster] /= spread.sizes[cluster] }
    var total = 0.0
    for i in 0..<spread.count {
      var worst = 0.0
      for j in 0..<spread.count where j != i {
        let distance = ClusterSpread.square(spread.means.row(i), spread.means.row(j)).squareRoot()
        guard distance > 0 else { throw .emptyDenominator(metric: name) }
        worst = max(worst, (scatters[i] + scatters[j]) / distance)
      }
      total += worst
    }
    return total / Double(spread.count)
  }
}
