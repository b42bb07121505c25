import Computation

/// Hierarchical clustering by Ward's criterion (Ward 1963): at each step the two groups are joined whose union adds least
/// to the sum of squared distances to the groups' means.
///
/// The height of a merge is √(2 |A| |B| / (|A| + |B|)) · ‖mean A − mean B‖, to which the Lance–Williams formula also leads
/// (Murtagh and Legendre 2014, Ward2), so means stand in for the matrix of distances. Pairs are found by chains of
/// nearest neighbours (Murtagh 1983; Müllner 2011, section 3.2). Input n × d in comparable units. Rows are taken in
/// canonical order, so their order changes nothing. O(n² · d) time, O(n · d) memory; at most `mostRows` rows.
package struct Ward: Sendable, Equatable {
  /// Fifty thousand rows of sixteen columns take some minutes.
  package static let mostRows = 50_000

  package let clusters: Int

  package init(clusters: Int) {
    self.clusters = clusters
  }

  /// Throws `noRows`, `notFinite`, `valueTooLarge`, `hyperparameter` (clusters below 1), `tooManyRows`, and
  /// `tooFewDistinctRows` with fewer distinct rows than clusters, or fewer than two.
  package func fit(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try Guard.positive(clusters, "clusters", model: Fitted.name)
    try Guard.squareableRows(rows, model: Fitted.name)
    guard rows.rows <= Self.mostRows else {
      throw .tooManyRows(model: Fitted.name, found: rows.rows, most: Self.mostRows)
    }
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    try Guard.distinctRows(sorted: sorted, needed: max(clusters, 2), model: Fitted.name)
    var chain = WardChain(sorted)
    let dendrogram = Dendrogram(chain.merges())
    let labels = dendrogram.labels(clusters: clusters)
    return Fitted(
      clusters: clusters, dendrogram: dendrogram,
      training: LabelledTraining(rows: sorted, labels: labels, reaches: nil))
  }

  package struct Fitted: FittedModel {
    package static let name = "Ward"
    package static let version = 1

    package let clusters: Int
    /// Its rows are the training rows in canonical order.
    package let dendrogram: Dendrogram
    let training: LabelledTraining

    /// The group of each row, the largest numbered 0; a new row goes with the nearest training row. Throws `columns` or
    /// `notFinite`.
    package func predict(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> [Int] {
      try Guard.columns(rows, expected: training.rows.columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      return training.predict(rows, on: workers)
    }
  }
}
