import Computation

/// Means of the clusters, and how far their rows lie about them.
struct ClusterSpread {
  let count: Int
  let sizes: [Double]
  /// k × d.
  let means: Matrix
  /// For each row its cluster and the squared distance to that cluster's mean.
  let clusters: [Int]
  let squares: [Double]

  init(_ input: LabelledRows, metric: String) throws(MetricProblem) {
    (count, clusters) = try input.clusters(metric: metric)
    let rows = input.rows
    var sizes = [Double](repeating: 0, count: count)
    var means = Matrix(rows: count, columns: rows.columns)
    for (row, cluster) in clusters.enumerated() {
      sizes[cluster] += 1
      for column in 0..<rows.columns { means[cluster, column] += rows[row, column] }
    }
    for cluster in 0..<count {
      for column in 0..<rows.columns { means[cluster, column] /= sizes[cluster] }
    }
    let middles = means
    squares = clusters.enumerated().map { row, cluster in Self.square(rows.row(row), middles.row(cluster)) }
    self.sizes = sizes
    self.means = means
  }

  static func square(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}
