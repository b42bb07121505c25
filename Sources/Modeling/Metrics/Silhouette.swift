import Computation

/// Rows with the cluster of each.
package struct LabelledRows: Sendable, Equatable {
  package let rows: Matrix
  package let labels: [Int]

  package init(rows: Matrix, labels: [Int]) {
    self.rows = rows
    self.labels = labels
  }

  /// The cluster of each row, numbered from 0 in the order of the labels.
  func clusters(metric: String) throws(MetricProblem) -> (count: Int, ofRows: [Int]) {
    guard rows.rows == labels.count else { throw .lengths(metric: metric, first: rows.rows, second: labels.count) }
    guard rows.rows > 0 else { throw .noRows(metric: metric) }
    if let place = rows.firstNotFinite { throw .notFinite(metric: metric, row: place.row) }
    // Squares of what is beyond could not be summed.
    guard rows.values.allSatisfy({ abs($0) <= 1e150 }) else { throw .tooLarge(metric: metric) }
    let names = Set(labels).sorted()
    guard names.count >= 2, names.count < rows.rows else { throw .oneCluster(metric: metric) }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return (names.count, labels.map { places[$0] ?? 0 })
  }
}

/// Mean silhouette (Rousseeuw 1987): the mean over rows of (b − a) / max(a, b), with a the mean distance to the row's
/// own cluster and b the least mean distance to another.
///
/// 1 is far apart and tight, 0 on the border, below 0 nearer to another cluster. A row alone in its cluster counts 0.
/// Throws `noRows`, `lengths`, `notFinite`, `tooLarge` beyond 1e150, and `oneCluster` unless there are 2 to n − 1 clusters.
/// O(n² · d).
package struct Silhouette: Metric {
  package let name = "silhouette"
  package let unit = MetricUnit.index
  package let range = -1.0...1.0
  package let better = BetterDirection.higher
  package let workers: Workers

  package init(on workers: Workers = .one) {
    self.workers = workers
  }

  package func value(of input: LabelledRows) throws(MetricProblem) -> Double {
    let (groups, clusters) = try input.clusters(metric: name)
    var sizes = [Double](repeating: 0, count: groups)
    for cluster in clusters { sizes[cluster] += 1 }
    let counted = sizes
    let parts = workers.map(clusters.count, chunksOf: 64) { range in
      range.map { Self.width(of: $0, input.rows, clusters, sizes: counted) }
    }
    return Moments.mean(parts.flatMap { $0 })
  }

  private static func width(of row: Int, _ rows: Matrix, _ clusters: [Int], sizes: [Double]) -> Double {
    let own = clusters[row]
    guard sizes[own] > 1 else { return 0 }
    let width = rows.columns
    var sums = [Double](repeating: 0, count: sizes.count)
    rows.values.withUnsafeBufferPointer { values in
      for other in 0..<rows.rows {
        var square = 0.0
        for column in 0..<width {
          let difference = values[row * width + column] - values[other * width + column]
          square += difference * difference
        }
        sums[clusters[other]] += square.squareRoot()
      }
    }
    let a = sums[own] / (sizes[own] - 1)
    var b = Double.infinity
    for cluster in sizes.indices where cluster != own { b = min(b, sums[cluster] / sizes[cluster]) }
    let larger = max(a, b)
    return larger > 0 ? (b - a) / larger : 0
  }
}
