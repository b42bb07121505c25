import Computation

/// Leaves out the columns whose variance (population) is not above a threshold: with 0, those that do not vary.
/// Scores are the variances. Columns have to be in comparable units for any other threshold. O(n · d · log n).
package struct VarianceThreshold: Step, Equatable {
  package typealias Fitted = ColumnSelection

  package let threshold: Double

  package init(_ threshold: Double = 0) {
    self.threshold = threshold
  }

  /// Throws `hyperparameter`, `noRows`, `notFinite`, `columnTooLarge`, and `nothingLeft` where no column varies enough.
  package func fit(_ rows: Matrix) throws(FitProblem) -> ColumnSelection {
    try Guard.notNegative(threshold, "threshold", model: "VarianceThreshold")
    try Guard.finiteRows(rows, model: "VarianceThreshold")
    let variances = (0..<rows.columns).map { column in
      let values = rows.column(column).sorted()
      return values.first == values.last ? 0 : Moments.variance(values, about: Moments.mean(values))
    }
    return try ColumnSelection(
      keeping: variances.indices.filter { variances[$0] > threshold }, scores: variances, model: "VarianceThreshold")
  }
}
