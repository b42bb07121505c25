import Computation

/// Shifts each column by its median and divides it by its interquartile range: z = (x − median) / (Q3 − Q1), quantiles by
/// linear interpolation. A few huge values move it little. A column whose quartiles are equal is shifted only.
/// O(n · d · log n).
package struct RobustScaler: Sendable, Equatable {
  package init() {}

  /// Throws `noRows` without rows and `notFinite` at the first NaN or infinity.
  package func fit(_ rows: Matrix) throws(FitProblem) -> Fitted {
    try Guard.finiteRows(rows, model: Fitted.name)
    var medians: [Double] = []
    var spreads: [Double] = []
    for column in 0..<rows.columns {
      let sorted = rows.column(column).sorted()
      let spread = Quantile.of(sorted: sorted, 0.75) - Quantile.of(sorted: sorted, 0.25)
      medians.append(Quantile.of(sorted: sorted, 0.5))
      spreads.append(spread > 0 ? spread : 1)
    }
    return Fitted(medians: medians, spreads: spreads)
  }

  package struct Fitted: FittedModel {
    package static let name = "RobustScaler"
    package static let version = 1

    package let medians: [Double]
    /// Interquartile ranges; 1 where the quartiles are equal.
    package let spreads: [Double]

    /// Throws `columns` when the width differs from training and `notFinite` at the first NaN or infinity.
    package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try Guard.columns(rows, expected: medians.count, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      var result = rows
      for row in 0..<rows.rows {
        for column in 0..<rows.columns {
          result[row, column] = (rows[row, column] - medians[column]) / spreads[column]
        }
      }
      return result
    }
  }
}
