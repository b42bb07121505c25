import Computation

/// Some of a matrix's columns, chosen on the training rows.
/// No inverse: what stood in the columns left out is not kept.
package struct ColumnSelection: FittedStep {
  package static let name = "ColumnSelection"
  package static let version = 1

  /// The width of training.
  package let columns: Int
  /// The columns that stay, in ascending order.
  package let kept: [Int]
  /// What each column of training was judged by; the step that chose says what it is.
  package let scores: [Double]

  /// Throws `nothingLeft` where no column stays and `columnTooLarge` for a score past the largest number.
  init(keeping kept: [Int], scores: [Double], model: String) throws(FitProblem) {
    try Guard.notOverflown(scores, model: model)
    guard !kept.isEmpty else { throw .nothingLeft(model: model) }
    self.kept = kept.sorted()
    self.scores = scores
    columns = scores.count
  }

  /// Throws `columns` when the width differs from training, and `notFinite`.
  package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
    try Guard.columns(rows, expected: columns, model: Self.name)
    try Guard.finite(rows, model: Self.name)
    return rows.selecting(columns: kept)
  }
}
