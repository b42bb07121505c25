import Computation

/// z = (x − shift) / scale, column by column, and back.
enum ColumnScaling {
  /// Throws `columns`, `notFinite` and `columnTooLarge`.
  static func apply(
    _ rows: Matrix, shifts: [Double], scales: [Double], model: String
  ) throws(FitProblem) -> Matrix {
    try map(rows, expected: shifts.count, model: model) { ($0 - shifts[$1]) / scales[$1] }
  }

  static func undo(
    _ rows: Matrix, shifts: [Double], scales: [Double], model: String
  ) throws(FitProblem) -> Matrix {
    try map(rows, expected: shifts.count, model: model) { $0 * scales[$1] + shifts[$1] }
  }

  /// Each value as a function of itself and its column. Throws `columns`, `notFinite`, and `columnTooLarge` where the result
  /// is not finite.
  static func map(
    _ rows: Matrix, expected: Int, model: String, _ body: (Double, Int) -> Double
  ) throws(FitProblem) -> Matrix {
    try Guard.columns(rows, expected: expected, model: model)
    try Guard.finite(rows, model: model)
    var result = rows
    for row in 0..<rows.rows {
      for column in 0..<rows.columns { result[row, column] = body(rows[row, column], column) }
    }
    try Guard.notOverflown(result, model: model)
    return result
  }
}
