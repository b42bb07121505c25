import Computation

/// k-means: k centres that minimise inertia, the sum of squared distances of rows to their nearest centre.
///
/// Lloyd's algorithm (Lloyd 1982) from greedy k-means++ starts (Arthur and Vassilvitskii 2007, with 2 + ⌊ln k⌋ trial
/// centres at each step), the best of several starts. An empty cluster takes the row farthest from its centre.
/// Input n × d in comparable units (standardise first). Rows are fitted in canonical order, so neither their order
/// nor the number of workers changes a bit of the result. O(n · k · d) for each iteration.
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

  package init(clusters: Int, start: Start = .plusPlus(starts: 10), maximumIterations: Int = 300) {
    self.clusters = clusters
    self.start = start
    self.maximumIterations = maximumIterations
  }

  /// Throws `noRows`, `notFinite`, `hyperparameter` (k or starts below 1; given centres of another shape) and
  /// `tooFewDistinctRows` when there are fewer distinct rows than clusters (constant input, unless k = 1).
  package func fit(
    _ rows: Matrix, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try Guard.positive(clusters, "clusters", model: Fitted.name)
    try Guard.positive(maximumIterations, "maximumIterations", model: Fitted.name)
    try Guard.finiteRows(rows, model: Fitted.name)
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    try Guard.distinctRows(sorted: sorted, needed: clusters, model: Fitted.name)
    switch start {
    case .given(let centres):
      guard centres.rows == clusters, centres.columns == rows.columns, centres.firstNotFinite == nil else {
        throw .hyperparameter(
          model: Fitted.name, name: "start", found: "\(centres.rows) × \(centres.columns)",
          expected: "\(clusters) × \(rows.columns) finite numbers")
      }
      return lloyd(sorted, from: centres, on: workers)
    case .plusPlus(let starts):
      try Guard.positive(starts, "starts", model: Fitted.name)
      var best = run(sorted, start: 0, generator, workers)
      for index in 1..<max(starts, 1) {
        let candidate = run(sorted, start: index, generator, workers)
        if candidate.inertia < best.inertia { best = candidate }
      }
      return best
    }
  }

  private func run(_ rows: Matrix, start: Int, _ generator: SeededGenerator, _ workers: Workers) -> Fitted {
    var stream = generator.split("k-means start \(start)")
    let centres = PlusPlus.centres(clusters, of: rows, using: &stream)
    return lloyd(rows, from: centres, on: workers)
  }

  /// Lloyd's iterations until no row changes its cluster.
  private func lloyd(_ rows: Matrix, from start: Matrix, on workers: Workers) -> Fitted {
    var centres = start
    var assignment = NearestCentre.assign(rows, to: centres, on: workers)
    var iterations = 0
    while iterations < maximumIterations {
      iterations += 1
      centres = means(of: rows, under: &assignment, instead: centres)
      let next = NearestCentre.assign(rows, to: centres, on: workers)
      let settled = next.labels == assignment.labels
      assignment = next
      if settled { break }
    }
    return Fitted(ordering: centres, counts: assignment.counts, inertia: assignment.inertia, iterations: iterations)
  }

  /// The mean of each cluster; an empty one takes the row farthest from its centre, whose cluster loses it.
  private func means(of rows: Matrix, under assignment: inout NearestCentre.Assignment, instead old: Matrix) -> Matrix {
    if assignment.counts.contains(0) { fillEmpty(of: rows, &assignment) }
    var centres = old
    for cluster in 0..<clusters where assignment.counts[cluster] > 0 {
      let count = Double(assignment.counts[cluster])
      for column in 0..<rows.columns { centres[cluster, column] = assignment.sums[cluster, column] / count }
    }
    return centres
  }

  private func fillEmpty(of rows: Matrix, _ assignment: inout NearestCentre.Assignment) {
    let farthest = (0..<rows.rows).sorted {
      let (a, b) = (assignment.distances[$0], assignment.distances[$1])
      return a != b ? a > b : $0 < $1
    }
    var next = 0
    for empty in 0..<clusters where assignment.counts[empty] == 0 {
      // A row alone in its cluster stays there, or the gap would only move.
      while next < farthest.count, assignment.counts[Int(assignment.labels[farthest[next]])] < 2 { next += 1 }
      guard next < farthest.count else { return }
      let row = farthest[next]
      next += 1
      let donor = Int(assignment.labels[row])
      for column in 0..<rows.columns {
        assignment.sums[donor, column] -= rows[row, column]
        assignment.sums[empty, column] = rows[row, column]
      }
      assignment.counts[donor] -= 1
      assignment.counts[empty] = 1
      assignment.labels[row] = Int32(empty)
    }
  }
}
