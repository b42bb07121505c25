import Computation

extension KMeans {
  /// Centres numbered by size, the largest first; equal sizes by their coordinates.
  package struct Fitted: FittedModel {
    package static let name = "KMeans"
    package static let version = 1

    /// k × d.
    package let centres: Matrix
    /// Rows in each cluster.
    package let sizes: [Int]
    /// Σ squared distance to the nearest centre, in squared units of the input; ≥ 0.
    package let inertia: Double
    package let iterations: Int

    init(ordering centres: Matrix, counts: [Int], inertia: Double, iterations: Int) {
      let order = (0..<centres.rows).sorted { a, b in
        if counts[a] != counts[b] { return counts[a] > counts[b] }
        return centres.row(a).lexicographicallyPrecedes(centres.row(b))
      }
      self.centres = centres.selecting(rows: order)
      sizes = order.map { counts[$0] }
      self.inertia = inertia
      self.iterations = iterations
    }

    package var clusters: Int { centres.rows }

    /// The nearest centre of each row, the lower number on a tie. Throws `columns` or `notFinite`.
    package func predict(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> [Int] {
      try Guard.columns(rows, expected: centres.columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      return PackedCentres(centres).nearest(rows, on: workers)
    }
  }
}
