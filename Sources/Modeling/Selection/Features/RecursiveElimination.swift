import Computation

/// Fits a model, leaves out the columns that matter least to it, and fits again, until so many are left (Guyon, Weston,
/// Barnhill and Vapnik 2002, "Gene Selection for Cancer Classification using Support Vector Machines").
/// O(d / step) fits.
package struct RecursiveElimination: SupervisedStep {
  /// How much each column matters, none below 0: the size of its weight, or its gain, in a model fitted to these rows.
  package typealias Importance = @Sendable (Matrix, [Double]) throws(FitProblem) -> [Double]

  package let keeping: Int
  package let step: Int
  private let importance: Importance

  package init(keeping: Int, step: Int = 1, importance: @escaping Importance) {
    self.keeping = keeping
    self.step = step
    self.importance = importance
  }

  /// `scores` of the result are ranks: 1 for what stays, 2 for what left last, and so on. Of columns that matter equally
  /// the first leaves first. Throws `hyperparameter`, `noRows`, `notFinite`, `lengths`, `columns` where there is not one
  /// importance for each column, and what the model throws.
  package func fit(_ rows: Matrix, outcomes: [Double]) throws(FitProblem) -> ColumnSelection {
    let model = "RecursiveElimination"
    try Guard.finiteRows(rows, model: model)
    try Guard.lengths(outcomes, rows: rows.rows, model: model)
    try Guard.positive(step, "step", model: model)
    guard (1...rows.columns).contains(keeping) else {
      throw .hyperparameter(model: model, name: "keeping", found: "\(keeping)", expected: "1 to \(rows.columns)")
    }
    var ranks = [Double](repeating: 1, count: rows.columns)
    var left = Array(0..<rows.columns)
    while left.count > keeping {
      let chosen = try ColumnSelection(keeping: left, scores: ranks, model: model).transform(rows)
      let found = try importance(chosen, outcomes)
      guard found.count == left.count else { throw .columns(model: model, found: found.count, expected: left.count) }
      try Guard.notOverflown(found, model: model)
      let order = found.indices.sorted { found[$0] != found[$1] ? found[$0] < found[$1] : $0 < $1 }
      let leaving = Set(order.prefix(min(step, left.count - keeping)).map { left[$0] })
      left = left.filter { !leaving.contains($0) }
      for column in ranks.indices where !left.contains(column) { ranks[column] += 1 }
    }
    return try ColumnSelection(keeping: left, scores: ranks, model: model)
  }
}
