import Computation

/// A radius for DBSCAN: where the distances of rows to their k-th nearest row, itself counted, turn from rising slowly to
/// rising fast (Ester et al. 1996, section 4.2; the turn as in Satopää et al. 2011: farthest below the line from the
/// shortest distance to the longest).
///
/// With more than `mostAsked` rows, as many of them at even steps of the canonical order are asked about all.
/// O(asked · log n) in few columns, O(asked · n · d) in many.
package struct NeighbourRadius: Sendable, Equatable {
  static let mostAsked = 5_000

  package let neighbours: Int

  package init(neighbours: Int = 5) {
    self.neighbours = neighbours
  }

  /// A number above 0, in units of the input. Throws `noRows`, `notFinite`, `tooLarge`, `hyperparameter` (neighbours below
  /// 2), `tooFewRows` with fewer rows than neighbours, and `constantFeatures`.
  package func choose(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Double {
    let model = DensityClusters.Fitted.name
    guard neighbours >= 2 else {
      throw .hyperparameter(model: model, name: "neighbours", found: "\(neighbours)", expected: "at least 2")
    }
    try Guard.squareableRows(rows, model: model)
    guard rows.rows >= neighbours else { throw .tooFewRows(model: model, found: rows.rows, needed: neighbours) }
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    guard sorted.row(0) != sorted.row(sorted.rows - 1) else { throw .constantFeatures(model: model) }
    let asked = min(rows.rows, Self.mostAsked)
    let tree = KDTree(sorted)
    let distances = workers.map(asked, chunksOf: 64) { range in
      sorted.values.withUnsafeBufferPointer { values -> [Double] in
        guard let start = values.baseAddress else { return [] }
        return range.map { index in
          let row = index * sorted.rows / asked
          return tree.nearest(neighbours, to: start + row * sorted.columns).last?.distance ?? 0
        }
      }
    }.flatMap { $0 }.sorted()
    return Self.turn(of: distances) ?? Self.shortest(between: sorted)
  }

  /// Nil where it would be 0.
  static func turn(of rising: [Double]) -> Double? {
    guard let first = rising.first, let last = rising.last, last > 0 else { return nil }
    var best = (below: 0.0, distance: last)
    for (index, distance) in rising.enumerated() where distance > 0 && last > first {
      let below = Double(index) / Double(rising.count - 1) - (distance - first) / (last - first)
      if below > best.below { best = (below, distance) }
    }
    return best.distance
  }

  /// Where nearly all rows have equals: the shortest distance from one row to the next in canonical order that is not 0.
  private static func shortest(between sorted: Matrix) -> Double {
    var shortest = Double.infinity
    for row in 1..<sorted.rows where sorted.row(row) != sorted.row(row - 1) {
      let square = zip(sorted.row(row), sorted.row(row - 1)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      shortest = min(shortest, square.squareRoot())
    }
    return max(shortest, .leastNormalMagnitude)
  }
}
