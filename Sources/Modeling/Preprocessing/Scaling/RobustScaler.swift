import Computation

/// Shifts each column by its median and divides it by its interquartile range: z = (x − median) / (Q3 − Q1), quantiles by
/// linear interpolation. A few huge values move it little. A column whose quartiles are equal is shifted only.
/// O(n · d · log n).
package struct RobustScaler: Step, Equatable {
  package init() {}

  /// Throws `noRows` without rows, `notFinite` at the first NaN or infinity, and `columnTooLarge`.
  package func fit(_ rows: Matrix) throws(FitProblem) -> Fitted {
    try Guard.finiteRows(rows, model: Fitted.name)
    var medians: [Double] = []
    var spreads: [Double] = []
    for column in 0..<rows.columns {
      let sorted = rows.column(column).sorted()
      let spread = Quantile.of(sorted: sorted, 0.75) - Quantile.of(sorted: sorted, 0.25)
      medians.append(Moments.median(sorted: sorted))
      spreads.append(spread == 0 ? 1 : spread)
    }
    try Guard.notOverflown(spreads, model: Fitted.name)
    return Fitted(medians: medians, spreads: spreads)
  }

  package struct Fitted: InvertibleStep {
    package static let name = "RobustScaler"
    package static let version = 1

    package let medians: [Double]
    /// Interquartile ranges; 1 where the quartiles are equal.
    package let spreads: [Double]

    /// Throws `columns` when the width differs from training, `notFinite` at the first NaN or infinity, and `columnTooLarge`.
    package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try ColumnScaling.apply(rows, shifts: medians, scales: spreads, model: Self.name)
    }

    package func inverse(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try ColumnScaling.undo(rows, shifts: medians, scales: spreads, model: Self.name)
    }
  }
}
