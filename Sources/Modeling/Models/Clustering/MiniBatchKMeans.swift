import Computation

/// k-means on batches of rows drawn by seed (Sculley 2010, algorithm 1): each row of a batch draws its nearest centre
/// towards itself, by one part in as many as the centre has drawn so far: c ← c + (x − c) / m.
///
/// For more rows than k-means has time for; with few rows `KMeans` is better and as quick. Starts are those of k-means++ on
/// a sample of three batches, the one with the least inertia on another. A run ends after `epochs` times the rows, or when
/// the smoothed inertia of the batches has not fallen for `patience` of them. A centre that drew no row in its first ten
/// batches is put on a row of the batch. Rows are drawn from the canonical order, so the order in which they came changes
/// nothing. O(epochs · n · k · d).
package struct MiniBatchKMeans: Sendable, Equatable {
  package let clusters: Int
  package let batch: Int
  package let epochs: Int
  package let starts: Int
  package let patience: Int

  package init(clusters: Int, batch: Int = 1_024, epochs: Int = 10, starts: Int = 3, patience: Int = 20) {
    self.clusters = clusters
    self.batch = batch
    self.epochs = epochs
    self.starts = starts
    self.patience = patience
  }

  private static let name = "MiniBatchKMeans"

  /// Centres as `KMeans` gives them, with sizes and inertia over all rows; iterations are batches. Throws what
  /// `KMeans.fit` throws.
  package func fit(
    _ rows: Matrix, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> KMeans.Fitted {
    for (value, name) in [
      (clusters, "clusters"), (batch, "batch"), (epochs, "epochs"), (starts, "starts"), (patience, "patience"),
    ] {
      try Guard.positive(value, name, model: Self.name)
    }
    try Guard.squareableRows(rows, model: Self.name)
    try Guard.distinctRows(rows, needed: clusters, model: Self.name)
    let order = rows.canonicalOrder
    var stream = generator.split("mini-batches")
    let draw = { (count: Int) in
      rows.selecting(rows: (0..<count).map { _ in order[stream.integer(below: order.count)] })
    }
    let sample = max(3 * batch, 3 * clusters)
    let judge = draw(sample)
    var centres = Matrix(rows: 0, columns: rows.columns)
    var least = Double.infinity
    for start in 0..<starts {
      var seeds = generator.split("mini-batch start \(start)")
      let candidate = PlusPlus.centres(clusters, of: draw(sample), using: &seeds, on: workers)
      let inertia = Self.inertia(judge, about: candidate, on: workers)
      if inertia < least { (centres, least) = (candidate, inertia) }
    }
    let batches = refine(&centres, batches: max(1, epochs * rows.rows / batch)) { draw(batch) }
    var all = BoundedAssignment(rows, within: ColumnBounds(rows), from: centres)
    _ = all.assign(to: centres, on: workers)
    return KMeans.Fitted(
      ordering: centres, counts: all.counts, inertia: all.inertia(about: centres, on: workers), iterations: batches)
  }

  private static func inertia(_ rows: Matrix, about centres: Matrix, on workers: Workers) -> Double {
    var assignment = BoundedAssignment(rows, within: ColumnBounds(rows), from: centres)
    _ = assignment.assign(to: centres, on: workers)
    return assignment.inertia(about: centres, on: workers)
  }

  /// The number of batches taken.
  private func refine(_ centres: inout Matrix, batches: Int, draw: () -> Matrix) -> Int {
    var counts = [Double](repeating: 0, count: clusters)
    var smoothed: Double?
    var least = Double.infinity
    var waited = 0
    for index in 0..<batches {
      let rows = draw()
      let labels = PackedCentres(centres).nearest(rows, on: .one)
      var inertia = 0.0
      for (row, label) in labels.enumerated() {
        counts[label] += 1
        for column in 0..<rows.columns {
          let difference = rows[row, column] - centres[label, column]
          inertia += difference * difference
          centres[label, column] += difference / counts[label]
        }
      }
      if index == 9 {
        for (row, cluster) in counts.indices.filter({ counts[$0] == 0 }).enumerated() where row < rows.rows {
          for column in 0..<rows.columns { centres[cluster, column] = rows[row, column] }
        }
      }
      let mean = smoothed.map { $0 + 0.1 * (inertia - $0) } ?? inertia
      smoothed = mean
      waited = mean < least ? 0 : waited + 1
      least = min(least, mean)
      if waited >= patience { return index + 1 }
    }
    return batches
  }
}
