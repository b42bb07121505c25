import Computation

/// DBSCAN (Ester, Kriegel, Sander and Xu 1996): groups are where rows lie close together; the others are in no group.
///
/// A row is a core row when at least `neighbours` rows, itself among them, lie within `radius` of it. Core rows within
/// `radius` of each other are of one group; any other row goes with its nearest core row if that lies within `radius`, and
/// is in no group otherwise. (The original leaves it to the order of rows which group a border row joins.) Input n × d in
/// comparable units. Rows are taken in canonical order, so their order changes nothing. O(n log n) in few columns, O(n²)
/// in many; O(n · d) memory.
package struct DensityClusters: Sendable, Equatable {
  /// In units of the input; > 0.
  package let radius: Double
  package let neighbours: Int

  package init(radius: Double, neighbours: Int = 5) {
    self.radius = radius
    self.neighbours = neighbours
  }

  /// Throws `noRows`, `notFinite`, `valueTooLarge`, `constantFeatures`, and `hyperparameter` for a radius that is not a
  /// positive number or neighbours below 1. No group at all is no error.
  package func fit(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try Guard.positive(neighbours, "neighbours", model: Fitted.name)
    guard radius > 0, radius.isFinite else {
      throw .hyperparameter(model: Fitted.name, name: "radius", found: "\(radius)", expected: "a number above 0")
    }
    try Guard.squareableRows(rows, model: Fitted.name)
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    guard sorted.row(0) != sorted.row(sorted.rows - 1) else { throw .constantFeatures(model: Fitted.name) }
    let cores = coreRows(sorted, on: workers)
    let core = sorted.selecting(rows: cores)
    let reaches = [Double](repeating: radius, count: core.rows)
    // Groups are numbered by all their rows, so border rows have to be given to them first.
    let named = LabelledTraining(rows: core, labels: groups(of: core), reaches: reaches)
    let numbers = GroupNumbers.bySize(named.predict(sorted, on: workers))
    return Fitted(
      radius: radius, neighbours: neighbours,
      training: LabelledTraining(rows: core, labels: cores.map { numbers[$0] }, reaches: reaches))
  }

  private func coreRows(_ rows: Matrix, on workers: Workers) -> [Int] {
    let tree = KDTree(rows)
    // In the tree's order: rows that lie close together ask the same nodes.
    return workers.map(rows.rows, chunksOf: 256) { range in
      tree.points.values.withUnsafeBufferPointer { values -> [Int] in
        guard let start = values.baseAddress else { return [] }
        return range.filter { tree.has(neighbours, within: radius, of: start + $0 * rows.columns) }
          .map { tree.order[$0] }
      }
    }.flatMap { $0 }.sorted()
  }

  /// The name of each core row's group.
  private func groups(of core: Matrix) -> [Int] {
    var sets = KDTree(core).linked(within: radius)
    return (0..<core.rows).map { sets.root(of: $0) }
  }

  package struct Fitted: FittedModel {
    package static let name = "DBSCAN"
    package static let version = 1

    package let radius: Double
    package let neighbours: Int
    /// The core rows.
    let training: LabelledTraining

    package var coreCount: Int { training.rows.rows }
    package var clusters: Int { (training.labels.max() ?? -1) + 1 }

    /// The group of each row, the largest numbered 0; −1 for a row in none. Throws `columns` or `notFinite`.
    package func predict(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> [Int] {
      try Guard.columns(rows, expected: training.rows.columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      return training.predict(rows, on: workers)
    }
  }
}
