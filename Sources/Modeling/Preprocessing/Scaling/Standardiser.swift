import Computation

/// Shifts each column to mean 0 and scales it to standard deviation 1: z = (x − mean) / sd.
///
/// The standard deviation is the population's (divisor n). A constant column is shifted only. O(n · d).
package struct Standardiser: Step, Equatable {
  package init() {}

  /// Throws `noRows` without rows, `notFinite` at the first NaN or infinity, and `columnTooLarge`.
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
      if values.first != values.last, variance != 0 { deviations[column] = variance.squareRoot() }
    }
    try Guard.notOverflown(deviations, model: Fitted.name)
    return Fitted(means: means, deviations: deviations)
  }

  package struct Fitted: InvertibleStep {
    package static let name = "Standardiser"
    package static let version = 1

    package let means: [Double]
    /// Population standard deviations; 1 for a constant column.
    package let deviations: [Double]

    /// Throws `columns` when the width differs from training, `notFinite` at the first NaN or infinity, and `columnTooLarge`.
    package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try ColumnScaling.apply(rows, shifts: means, scales: deviations, model: Self.name)
    }

    package func inverse(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try ColumnScaling.undo(rows, shifts: means, scales: deviations, model: Self.name)
    }
  }
}
