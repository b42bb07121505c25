import Computation

/// All products of up to `degree` columns, by degree and then in lexicographic order: x₁, x₂, x₁², x₁x₂, x₂² for two
/// columns and degree 2; with interactions alone none that holds a column twice. No constant: models have an intercept.
/// Standardise before, or powers of large numbers rule. Learns nothing but the width. O(n · columns made).
///
/// The first columns made are the given ones: `inverse` takes them.
package struct PolynomialFeatures: Step, Equatable {
  package let degree: Int
  package let interactionsOnly: Bool
  /// More columns than this are refused.
  package let maximumColumns: Int

  package init(degree: Int = 2, interactionsOnly: Bool = false, maximumColumns: Int = 10_000) {
    self.degree = degree
    self.interactionsOnly = interactionsOnly
    self.maximumColumns = maximumColumns
  }

  /// Throws `noRows`, `notFinite`, and `hyperparameter` for a degree below 1 or too many columns.
  package func fit(_ rows: Matrix) throws(FitProblem) -> Fitted {
    try Guard.positive(degree, "degree", model: Fitted.name)
    try Guard.finiteRows(rows, model: Fitted.name)
    var terms: [[Int]] = []
    var last: [[Int]] = [[]]
    for _ in 0..<(interactionsOnly ? min(degree, rows.columns) : degree) {
      var next: [[Int]] = []
      for term in last {
        let first = term.last.map { interactionsOnly ? $0 + 1 : $0 } ?? 0
        for column in first..<max(rows.columns, first) { next.append(term + [column]) }
        guard terms.count + next.count <= maximumColumns else {
          throw .hyperparameter(
            model: Fitted.name, name: "degree", found: "\(degree)",
            expected: "one that makes at most \(maximumColumns) columns of \(rows.columns)")
        }
      }
      terms += next
      last = next
    }
    return Fitted(columns: rows.columns, terms: terms)
  }

  package struct Fitted: InvertibleStep {
    package static let name = "PolynomialFeatures"
    package static let version = 1

    /// The width of training.
    package let columns: Int
    /// The columns whose product each new column is, in ascending order.
    package let terms: [[Int]]

    /// rows × terms. Throws `columns`, `notFinite`, and `columnTooLarge` where a product overflows.
    package func transform(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try Guard.columns(rows, expected: columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      var result = Matrix(rows: rows.rows, columns: terms.count)
      for row in 0..<rows.rows {
        for (place, term) in terms.enumerated() {
          result[row, place] = term.dropFirst().reduce(rows[row, term[0]]) { $0 * rows[row, $1] }
        }
      }
      try Guard.notOverflown(result, model: Self.name)
      return result
    }

    package func inverse(_ rows: Matrix) throws(FitProblem) -> Matrix {
      try Guard.columns(rows, expected: terms.count, model: Self.name)
      return rows.selecting(columns: 0..<columns)
    }
  }
}
