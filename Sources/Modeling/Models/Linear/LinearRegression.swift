import Computation

/// Linear regression: y = b + w·x with the least Σ (y − b − w·x)², by the QR factor of the centred columns (Golub and
/// Van Loan 2013, section 5.3.3), which does not square the condition of the problem as normal equations do.
///
/// Standard errors are those of independent errors of equal variance: se(w)² = σ̂² diag (XᵀX)⁻¹ with
/// σ̂² = Σ residual² / (n − d − 1) (Seber and Lee 2003, section 3.3). Examples are fitted in canonical order: the order of
/// rows changes nothing. O(n · d²).
package struct LinearRegression: Sendable, Equatable {
  package init() {}

  /// Throws `noRows`, `notFinite`, `targetNotFinite`, `constantFeatures`, `constantTarget`; `tooFewRows` unless there are
  /// two rows more than columns; `singular` with the first column that a constant and those before it determine; and
  /// `tooLarge` for numbers whose squares overflow.
  package func fit(_ examples: RegressionExamples) throws(FitProblem) -> Fitted {
    try examples.check(for: Fitted.name)
    let width = examples.features.columns
    let freedom = examples.count - width - 1
    guard freedom > 0 else { throw .tooFewRows(model: Fitted.name, found: examples.count, needed: width + 2) }
    let factor = HouseholderQR(examples.features, rows: examples.canonicalOrder, appending: examples.targets)
    let (centre, mean) = (factor.means, factor.means[width])
    guard factor.upper.values.allSatisfy(\.isFinite) else { throw .tooLarge(model: Fitted.name) }
    let weights: [Double]
    let inverse: Matrix
    do {
      weights = try factor.leastSquares()
      inverse = try factor.inverseUpper()
    } catch {
      throw .singular(model: Fitted.name, cause: error)
    }
    let deviation = factor.residualNorm / Double(freedom).squareRoot()
    let total = (0...width).reduce(0.0) { $0 + factor.upper[$1, width] * factor.upper[$1, width] }
    // Var(b) = σ² (1 / n + x̄ᵀ (XᵀX)⁻¹ x̄) = σ² (1 / n + |R⁻ᵀ x̄|²).
    var leverage = 1 / Double(examples.count)
    for column in 0..<width {
      let projected = (0...column).reduce(0.0) { $0 + inverse[$1, column] * centre[$1] }
      leverage += projected * projected
    }
    return try Fitted(
      weights: weights, intercept: zip(weights, centre).reduce(mean) { $0 - $1.0 * $1.1 },
      standardErrors: (0..<width).map { row in
        deviation * (row..<width).reduce(0.0) { $0 + inverse[row, $1] * inverse[row, $1] }.squareRoot()
      },
      interceptStandardError: deviation * leverage.squareRoot(), residualDeviation: deviation,
      determination: 1 - factor.residualNorm * factor.residualNorm / total, rows: examples.count
    ).checked()
  }

  package struct Fitted: FittedRegressor, FittedLinearModel {
    package static let name = "LinearRegression"
    package static let version = 1

    /// In units of the target for each unit of the column.
    package let weights: [Double]
    /// In units of the target.
    package let intercept: Double
    /// One for each weight, in its unit.
    package let standardErrors: [Double]
    package let interceptStandardError: Double
    /// σ̂, in units of the target.
    package let residualDeviation: Double
    /// R² on the training rows: the share of the target's variance that the columns explain.
    package let determination: Double
    /// Number of training rows.
    package let rows: Int

    /// 1 − (1 − R²) (n − 1) / (n − d − 1): R² less what as many columns of noise would gain.
    package var adjustedDetermination: Double {
      1 - (1 - determination) * Double(rows - 1) / Double(rows - weights.count - 1)
    }

    package func predictions(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try scores(rows)
    }

    fileprivate func checked() throws(FitProblem) -> Fitted {
      let numbers = weights + standardErrors + [intercept, interceptStandardError, residualDeviation, determination]
      guard numbers.allSatisfy(\.isFinite) else { throw .tooLarge(model: Self.name) }
      return self
    }
  }
}
