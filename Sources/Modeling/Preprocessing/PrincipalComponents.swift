import Computation

/// Principal components (Pearson 1901; Hotelling 1933): the few directions, each at right angles to the others, along which
/// the rows vary most.
///
/// They are the eigenvectors of the covariance matrix (divisor n − 1) with the largest eigenvalues; the element of largest
/// size in each is positive. Input n × d in comparable units (standardise first unless units are the same). Rows are taken
/// in canonical order, so their order changes nothing. O(n · d² + d³).
package struct PrincipalComponents: Sendable, Equatable {
  package let components: Int

  package init(components: Int) {
    self.components = components
  }

  /// Throws `noRows`, `notFinite`, `valueTooLarge`, `tooFewRows` below two rows, `constantFeatures`, and `hyperparameter` unless
  /// there are 1 to d components.
  package func fit(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    try Guard.positive(components, "components", model: Fitted.name)
    try Guard.squareableRows(rows, model: Fitted.name)
    guard components <= rows.columns else {
      throw .hyperparameter(
        model: Fitted.name, name: "components", found: "\(components)", expected: "at most \(rows.columns), as columns")
    }
    guard rows.rows >= 2 else { throw .tooFewRows(model: Fitted.name, found: rows.rows, needed: 2) }
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    guard sorted.row(0) != sorted.row(sorted.rows - 1) else { throw .constantFeatures(model: Fitted.name) }
    let means = (0..<rows.columns).map { Moments.mean(sorted.column($0)) }
    let ones = Matrix(rows: rows.rows, columns: 1, repeating: 1)
    var covariance = MixtureScatter.full(
      sorted, ones, about: Matrix(rows: 1, columns: means.count, values: means), on: workers)[0]
    for index in covariance.values.indices { covariance.values[index] /= Double(rows.rows - 1) }
    let eigen: SymmetricEigen
    do { eigen = try SymmetricEigen(covariance) } catch { throw .singular(model: Fitted.name, cause: error) }
    // Rounding can leave a direction without variance a little below 0.
    let variances = eigen.values.map { max($0, 0) }
    let total = variances.reduce(0, +)
    return Fitted(
      means: means, directions: eigen.vectors.selecting(rows: Array(0..<components)),
      variances: Array(variances.prefix(components)), shares: variances.prefix(components).map { $0 / total })
  }

  package struct Fitted: FittedModel {
    package static let name = "PrincipalComponents"
    package static let version = 1

    package let means: [Double]
    /// One in each row, of length 1; components × d.
    package let directions: Matrix
    /// Variance of the rows along each direction (divisor n − 1), falling.
    package let variances: [Double]
    /// The same as shares of the variance of all columns together.
    package let shares: [Double]

    /// n × components: how far each row lies from the mean along each direction. Throws `columns` or `notFinite`.
    package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try Guard.columns(rows, expected: means.count, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      var result = Matrix(rows: rows.rows, columns: directions.rows)
      for row in 0..<rows.rows {
        for component in 0..<directions.rows {
          var sum = 0.0
          for column in means.indices { sum += (rows[row, column] - means[column]) * directions[component, column] }
          result[row, component] = sum
        }
      }
      return result
    }

    /// n × d: the rows that lie so far along the directions; with all components what `transform` was given, else the
    /// nearest to it. Throws `columns` or `notFinite`.
    package func inverse(_ scores: Matrix) throws(FitProblem) -> Matrix {
      try Guard.columns(scores, expected: directions.rows, model: Self.name)
      try Guard.finite(scores, model: Self.name)
      var result = Matrix(rows: scores.rows, columns: means.count)
      for row in 0..<scores.rows {
        for column in means.indices {
          var sum = means[column]
          for component in 0..<directions.rows { sum += scores[row, component] * directions[component, column] }
          result[row, column] = sum
        }
      }
      return result
    }
  }
}
