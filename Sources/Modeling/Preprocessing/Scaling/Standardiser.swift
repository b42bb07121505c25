import Computation

/// Shifts each column to mean 0 and scales it to standard deviation 1: z = (x − mean) / sd.
///
/// The standard deviation is the population's (divisor n). A constant column is shifted only. O(n · d).
package struct Standardiser: Sendable, Equatable {
  package init() {}

  /// Throws `noRows` without rows and `notFinite` at the first NaN or infinity.
  package func fit(_ rows: Matrix) throws(FitProblem) -> Fitted {
    try Guard.finiteRows(rows, model: Fitted.name)
    var means = [Double](repeating: 0, count: rows.columns)
    var deviations = [Double](repeating: 1, count: rows.columns)
    for column in 0..<rows.columns {
      // Sorted first, so that the sums do not depend on the order of rows.
      let values = rows.column(column).sorted()
      let mean = Moments.mean(values)
      let variance = Moments.variance(values, about: mean)
      means[column] = mean
      if values.first != values.last, variance > 0 { deviations[column] = variance.squareRoot() }
    }
    return Fitted(means: means, deviations: deviations)
  }

  package struct Fitted: FittedModel {
    package static let name = "Standardiser"
    package static let version = 1

    package let means: [Double]
    /// Population standard deviations; 1 for a constant column.
    package let deviations: [Double]

    /// Throws `columns` when the width differs from training and `notFinite` at the first NaN or infinity.
    package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try Guard.columns(rows, expected: means.count, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      var result = rows
      for row in 0..<rows.rows {
        for column in 0..<rows.columns {
          result[row, column] = (rows[row, column] - means[column]) / deviations[column]
        }
      }
      return result
    }
  }
}
