import Computation

/// k-means: k centres that minimise inertia, the sum of squared distances of rows to their nearest centre,
/// Σ min ‖x − c‖² over rows x and centres c.
///
/// Lloyd's algorithm (Lloyd 1982), its assignments by bounds (`BoundedAssignment`, the same labels), from greedy
/// k-means++ starts (Arthur and Vassilvitskii 2007, with 2 + ⌊ln k⌋ trial centres at each step), the best of several
/// starts. An empty cluster takes the row farthest from its centre. Input n × d in comparable units (standardise first).
/// Neither the order of rows nor the number of workers changes a bit of the result: sums are of integers, and starts are
/// drawn from the canonical order. O(n · k · d) for the first iteration, less for each later one; O(n · k / 8) memory.
package struct KMeans: Sendable, Equatable {
  /// Where the centres begin.
  package enum Start: Sendable, Equatable {
    case plusPlus(starts: Int)
    /// One centre in each row; k × d.
    case given(Matrix)
  }

  package let clusters: Int
  package let start: Start
  package let maximumIterations: Int
  /// The run also ends when the squared ways of the centres add up to at most this many times the mean variance of the
  /// columns; 0 goes on until no row changes its cluster.
  package let tolerance: Double

  package init(
    clusters: Int, start: Start = .plusPlus(starts: 10), maximumIterations: Int = 300, tolerance: Double = 0
  ) {
    self.clusters = clusters
    self.start = start
    self.maximumIterations = maximumIterations
    self.tolerance = tolerance
  }

  /// Throws `noRows`, `notFinite`, `valueTooLarge`, `hyperparameter` (k or starts below 1; given centres of another shape) and
  /// `tooFewDistinctRows` when there are fewer distinct rows than clusters (constant input, unless k = 1).
  package func fit(
    _ rows: Matrix, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try Guard.positive(clusters, "clusters", model: Fitted.name)
    try Guard.positive(maximumIterations, "maximumIterations", model: Fitted.name)
    try Guard.notNegative(tolerance, "tolerance", model: Fitted.name)
    let bounds = ColumnBounds(rows)
    if !bounds.areSquareable { try Guard.squareableRows(rows, model: Fitted.name) }
    try Guard.distinctRows(rows, needed: clusters, model: Fitted.name)
    switch start {
    case .given(let centres):
      guard centres.rows == clusters, centres.columns == rows.columns, centres.firstNotFinite == nil else {
        throw .hyperparameter(
          model: Fitted.name, name: "start", found: "\(centres.rows) × \(centres.columns)",
          expected: "\(clusters) × \(rows.columns) finite numbers")
      }
      try Guard.squareableRows(centres, model: Fitted.name)
      return lloyd(rows, bounds, from: centres, on: workers)
    case .plusPlus(let starts):
      try Guard.positive(starts, "starts", model: Fitted.name)
      let sorted = rows.selecting(rows: rows.canonicalOrder)
      var best = run(sorted, bounds, start: 0, generator, workers)
      for index in 1..<max(starts, 1) {
        let candidate = run(sorted, bounds, start: index, generator, workers)
        if candidate.inertia < best.inertia { best = candidate }
      }
      return best
    }
  }

  private func run(
    _ rows: Matrix, _ bounds: ColumnBounds, start: Int, _ generator: SeededGenerator, _ workers: Workers
  ) -> Fitted {
    var stream = generator.split("k-means start \(start)")
    let centres = PlusPlus.centres(clusters, of: rows, using: &stream, on: workers)
    return lloyd(rows, bounds, from: centres, on: workers)
  }

  /// Lloyd's iterations. Each centre's neighbours are packed beside it, so that bounds on a group are tight.
  private func lloyd(
    _ rows: Matrix, _ bounds: ColumnBounds, from start: Matrix, on workers: Workers
  ) -> Fitted {
    var centres = PackedCentres.neighbours(start)
    var assignment = BoundedAssignment(rows, within: bounds, from: centres)
    _ = assignment.assign(to: centres, on: workers)
    let least = tolerance > 0 ? tolerance * assignment.meanVariance(on: workers) : 0
    var iteration = 0
    while true {
      iteration += 1
      if assignment.counts.contains(0) { assignment.fillEmpty(near: centres) }
      let means = assignment.means(instead: centres)
      let way = assignment.move(centres, to: means)
      centres = means
      let changed = assignment.assign(to: centres, on: workers)
      let settled = !assignment.counts.contains(0) && (changed == 0 || way <= least)
      if settled || iteration == maximumIterations {
        return Fitted(
          ordering: centres, counts: assignment.counts,
          inertia: assignment.inertia(about: centres, on: workers), iterations: iteration)
      }
    }
  }
}
