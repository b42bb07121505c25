import Computation

/// A fitted model whose score of a row is b + w·x.
package protocol FittedLinearModel: FittedModel {
  /// One for each column, in units of the score for each unit of it.
  var weights: [Double] { get }
  var intercept: Double { get }
}

extension FittedLinearModel {
  /// b + w·x for each row. Throws `columns`, `notFinite`, and `tooLarge` when a score overflows. O(n · d).
  package func scores(_ rows: Matrix) throws(FitProblem) -> [Double] {
    try Guard.columns(rows, expected: weights.count, model: Self.name)
    try Guard.finite(rows, model: Self.name)
    let width = rows.columns
    let scores = rows.values.withUnsafeBufferPointer { values in
      (0..<rows.rows).map { row in
        var score = intercept
        for column in 0..<width { score += weights[column] * values[row * width + column] }
        return score
      }
    }
    guard scores.allSatisfy(\.isFinite) else { throw .tooLarge(model: Self.name) }
    return scores
  }
}
