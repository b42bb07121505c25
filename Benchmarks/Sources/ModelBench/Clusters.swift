import Computation
import Modeling

extension ModelBench {
  /// From equally spaced rows, until no row changes or the iterations are over. Check: inertia.
  static func kMeans(_ name: String, clusters: Int, iterations: Int) -> Work {
    Work(name: name) { table, workers, watch in
      let rows = try table.features()
      let start = firstRows(rows, clusters)
      return try watch.time {
        try KMeans(clusters: clusters, start: .given(start), maximumIterations: iterations)
          .fit(rows, using: SeededGenerator(seed: 1), on: workers)
      }.inertia
    }
  }

  /// Twenty iterations with full covariances. Check: mean log-likelihood of a row.
  static let mixture = Work(name: "mixture") { table, workers, watch in
    let rows = try table.features()
    let start = firstRows(rows, 8)
    let fitted = try watch.time {
      try GaussianMixture(components: 8, start: .means(start), tolerance: 0, maximumIterations: 20)
        .fit(rows, using: SeededGenerator(seed: 1), on: workers)
    }
    return try fitted.logLikelihood(of: rows, on: workers) / Double(rows.rows)
  }

  private static func firstRows(_ rows: Matrix, _ count: Int) -> Matrix {
    rows.selecting(rows: (0..<count).map { $0 * rows.rows / count })
  }
}
