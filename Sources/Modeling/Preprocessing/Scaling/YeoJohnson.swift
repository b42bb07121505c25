import Computation

/// The power that brings a column nearest to a normal distribution (Yeo and Johnson 2000, "A new family of power
/// transformations to improve normality or symmetry", equation 2.1; for numbers of either sign):
///
///     x ≥ 0: ((1 + x)^λ − 1) / λ, ln(1 + x) at λ = 0
///     x < 0: −((1 − x)^(2 − λ) − 1) / (2 − λ), −ln(1 − x) at λ = 2
///
/// λ maximises the normal likelihood −n/2 · ln var(y) + (λ − 1) · Σ sign(x) ln(1 + |x|) (equation 3.1, population
/// variance), by Brent's search. A constant column keeps λ = 1, which changes nothing. Put a `Standardiser` after it,
/// and before it where a column is far from 0 for its spread. O(n · d · evaluations), about 40 of them.
package struct YeoJohnson: Step, Equatable {
  package init() {}

  /// Throws `noRows`, `notFinite`, `columnTooLarge`, and `flattened` where the likeliest power leaves too few digits to tell
  /// values apart.
  package func fit(_ rows: Matrix) throws(FitProblem) -> Fitted {
    try Guard.finiteRows(rows, model: Fitted.name)
    var powers: [Double] = []
    for column in 0..<rows.columns {
      let values = rows.column(column).sorted()
      let (least, greatest) = (values[0], values[values.count - 1])
      guard least < greatest else {
        powers.append(1)
        continue
      }
      let found = PowerLikelihood(values).maximum
      guard found.value.isFinite else { throw .columnTooLarge(model: Fitted.name, column: column) }
      for value in [least, greatest] {
        let back = YeoJohnsonPower.inverse(YeoJohnsonPower.of(value, found.power), found.power)
        guard abs(back - value) <= 1e-6 * (greatest - least) else {
          throw .flattened(model: Fitted.name, column: column)
        }
      }
      powers.append(found.power)
    }
    return Fitted(powers: powers)
  }

  package struct Fitted: InvertibleStep {
    package static let name = "YeoJohnson"
    package static let version = 1

    /// λ of each column.
    package let powers: [Double]

    /// Throws `columns` when the width differs from training, `notFinite` at the first NaN or infinity, and `columnTooLarge`.
    package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try ColumnScaling.map(rows, expected: powers.count, model: Self.name) { YeoJohnsonPower.of($0, powers[$1]) }
    }

    /// Throws `columnTooLarge` for a number that no value is transformed to.
    package func inverse(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try ColumnScaling.map(rows, expected: powers.count, model: Self.name) { YeoJohnsonPower.inverse($0, powers[$1]) }
    }
  }
}
