/// The upper triangular factor R of A = Q R by Householder reflections (Golub and Van Loan 2013, algorithm 5.2.1), columns
/// less their means.
///
/// Q is not kept. For least squares the right-hand side is appended as a last column: R's last column then holds Qᵀ y, and
/// its last diagonal element is ± the norm of the residual (section 5.3.3). Rows are taken some hundred at a time, centred,
/// and reflected onto the factor of those before, which needs room for one piece only and has the same bits however many
/// there are to work (Demmel, Grigori, Hoemmen and Langou 2012, "sequential TSQR"). That the rows before had other means is
/// one row more, √(m n / (m + n)) times the difference (Chan, Golub and LeVeque 1983, equation 1.5). O(n · d²).
package struct HouseholderQR: Sendable, Equatable {
  private static let piece = 256

  /// d × d; zero below the diagonal. The sign of each row is arbitrary.
  package private(set) var upper: Matrix
  /// Of the columns of A and of y; exactly the value of a column that has one only.
  package private(set) var means: [Double]

  /// The factor of (A | y) for the given rows of A = `matrix` and y, in that order.
  /// Requires a y for each row of the matrix.
  package init(_ matrix: Matrix, rows: [Int], appending y: [Double]) {
    let width = matrix.columns + 1
    upper = Matrix(rows: width, columns: width)
    means = [Double](repeating: 0, count: width)
    for start in stride(from: 0, to: rows.count, by: Self.piece) {
      var block = ColumnBlock(matrix, rows: Array(rows[start..<min(start + Self.piece, rows.count)]), appending: y)
      let (before, own) = (Double(start), Double(block.rows))
      let ways = zip(block.centre(), means).map { $0 - $1 }
      let scale = (before * own / (before + own)).squareRoot()
      block.reflect(onto: &upper, with: ways.map { scale * $0 })
      for column in 0..<width { means[column] += ways[column] * (own / (before + own)) }
    }
  }

  /// The x with least |A x − y|. Throws `dependentColumn` where a column is, up to rounding, determined by those before.
  package func leastSquares() throws(ComputationProblem) -> [Double] {
    let last = upper.columns - 1
    try checkRank(last)
    var x = (0..<last).map { upper[$0, last] }
    for row in stride(from: last - 1, through: 0, by: -1) {
      for column in (row + 1)..<max(last, row + 1) { x[row] -= upper[row, column] * x[column] }
      x[row] /= upper[row, row]
    }
    return x
  }

  /// R⁻¹ of A alone, upper triangular: (AᵀA)⁻¹ = R⁻¹ R⁻ᵀ. Throws as `leastSquares` does.
  package func inverseUpper() throws(ComputationProblem) -> Matrix {
    let order = upper.columns - 1
    try checkRank(order)
    var inverse = Matrix(rows: order, columns: order)
    for column in 0..<order {
      inverse[column, column] = 1 / upper[column, column]
      for row in stride(from: column - 1, through: 0, by: -1) {
        var sum = 0.0
        for k in (row + 1)...column { sum -= upper[row, k] * inverse[k, column] }
        inverse[row, column] = sum / upper[row, row]
      }
    }
    return inverse
  }

  /// |A x − y| at the least-squares x.
  package var residualNorm: Double {
    abs(upper[upper.rows - 1, upper.columns - 1])
  }

  private func checkRank(_ order: Int) throws(ComputationProblem) {
    for column in 0..<order {
      var square = 0.0
      for row in 0...column { square += upper[row, column] * upper[row, column] }
      // The rest of a dependent column is rounding error of its length.
      guard abs(upper[column, column]) > 1e-12 * square.squareRoot() else { throw .dependentColumn(column) }
    }
  }
}
