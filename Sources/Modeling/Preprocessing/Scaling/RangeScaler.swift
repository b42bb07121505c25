import Computation

/// Puts each column's training values between 0 and 1: z = (x − min) / (max − min). Other rows may lie beyond; one huge
/// value presses all others together. A constant column is shifted only. O(n · d).
package struct RangeScaler: Step, Equatable {
  package init() {}

  /// Throws `noRows` without rows, `notFinite` at the first NaN or infinity, and `columnTooLarge`.
  package func fit(_ rows: Matrix) throws(FitProblem) -> Fitted {
    try Guard.finiteRows(rows, model: Fitted.name)
    var least = Array(rows.row(0))
    var greatest = least
    for row in 1..<max(rows.rows, 1) {
      for column in 0..<rows.columns {
        least[column] = min(least[column], rows[row, column])
        greatest[column] = max(greatest[column], rows[row, column])
      }
    }
    let ranges = zip(least, greatest).map { $0 == $1 ? 1 : $1 - $0 }
    try Guard.notOverflown(ranges, model: Fitted.name)
    return Fitted(least: least, ranges: ranges)
  }

  package struct Fitted: InvertibleStep {
    package static let name = "RangeScaler"
    package static let version = 1

    package let least: [Double]
    /// Greatest minus least; 1 for a constant column.
    package let ranges: [Double]

    /// Throws `columns` when the width differs from training, `notFinite` at the first NaN or infinity, and `columnTooLarge`.
    package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try ColumnScaling.apply(rows, shifts: least, scales: ranges, model: Self.name)
    }

    package func inverse(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try ColumnScaling.undo(rows, shifts: least, scales: ranges, model: Self.name)
    }
  }
}
