import Computation

/// HDBSCAN (Campello, Moulavi and Sander 2013; McInnes, Healy and Astels 2017): groups of any density that hold together
/// longest as the density asked for rises; rows in none are set apart.
///
/// The core distance of a row is that to its `neighbours`-th nearest row, itself counted; two rows are as far apart as the
/// largest of their distance and their core distances. The minimum spanning tree of these is cut edge by edge, longest
/// first; a piece of at least `leastRows` rows is a group, and of nested groups those are kept whose rows stay longest
/// (excess of mass). The whole table is never a group. Input n × d in comparable units. Rows are taken in canonical order,
/// so their order changes nothing. O(n² · d) time, O(n · d) memory; at most `Ward.mostRows` rows.
package struct HierarchicalDensity: Sendable, Equatable {
  package let leastRows: Int
  package let neighbours: Int

  /// `neighbours` is as many as `leastRows` unless told.
  package init(leastRows: Int = 5, neighbours: Int? = nil) {
    self.leastRows = leastRows
    self.neighbours = neighbours ?? leastRows
  }

  /// Throws `noRows`, `notFinite`, `valueTooLarge`, `tooManyRows`, `constantFeatures`, `hyperparameter` (fewer than 2 rows to a
  /// group, neighbours below 1), and `tooFewRows` with fewer rows than either. No group at all is no error.
  package func fit(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try Guard.positive(neighbours, "neighbours", model: Fitted.name)
    guard leastRows >= 2 else {
      throw .hyperparameter(model: Fitted.name, name: "leastRows", found: "\(leastRows)", expected: "at least 2")
    }
    try Guard.squareableRows(rows, model: Fitted.name)
    let needed = max(leastRows, neighbours)
    guard rows.rows >= needed else { throw .tooFewRows(model: Fitted.name, found: rows.rows, needed: needed) }
    guard rows.rows <= Ward.mostRows else {
      throw .tooManyRows(model: Fitted.name, found: rows.rows, most: Ward.mostRows)
    }
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    guard sorted.row(0) != sorted.row(sorted.rows - 1) else { throw .constantFeatures(model: Fitted.name) }
    let cores = coreDistances(sorted, on: workers)
    let tree = Dendrogram(MutualReachability(rows: sorted, cores: cores).spanningTree())
    let labels = CondensedTree(tree, leastRows: leastRows).labels()
    return Fitted(
      leastRows: leastRows, neighbours: neighbours,
      training: LabelledTraining(rows: sorted, labels: GroupNumbers.bySize(labels), reaches: cores))
  }

  private func coreDistances(_ rows: Matrix, on workers: Workers) -> [Double] {
    let tree = KDTree(rows)
    return workers.map(rows.rows, chunksOf: 256) { range in
      rows.values.withUnsafeBufferPointer { values -> [Double] in
        guard let start = values.baseAddress else { return [] }
        return range.map { tree.nearest(neighbours, to: start + $0 * rows.columns).last?.distance ?? 0 }
      }
    }.flatMap { $0 }
  }

  package struct Fitted: FittedModel {
    package static let name = "HDBSCAN"
    package static let version = 1

    package let leastRows: Int
    package let neighbours: Int
    let training: LabelledTraining

    package var clusters: Int { (training.labels.max() ?? -1) + 1 }

    /// The group of each row, the largest numbered 0; −1 for a row in none. A new row goes with the nearest training row
    /// if it lies within that row's core distance. Throws `columns` or `notFinite`.
    package func predict(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> [Int] {
      try Guard.columns(rows, expected: training.rows.columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      return training.predict(rows, on: workers)
    }
  }
}
