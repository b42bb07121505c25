/// The upper triangular factor R of A = Q R by Householder reflections (Golub and Van Loan 2013, algorithm 5.2.1).
///
/// Q is not kept. For least squares append the right-hand side as a last column: R's last column then holds Qᵀ y, and its
/// last diagonal element is ± the norm of the residual (section 5.3.3). Rows are taken some thousand at a time, the factor
/// of those before stacked on top, which needs room for one piece only and has the same bits however many there are to
/// work (Demmel, Grigori, Hoemmen and Langou 2012, "sequential TSQR"). O(n · d²).
package struct HouseholderQR: Sendable, Equatable {
  /// d × d; zero below the diagonal. The sign of each row is arbitrary.
  package let upper: Matrix

  /// The factor of (A | y) for A = `matrix`, less `centre`.
  /// Requires one centre for each column of A and of y, and n rows in both.
  package init(_ matrix: Matrix, appending y: [Double], less centre: [Double]) {
    let width = matrix.columns + 1
    precondition(y.count == matrix.rows && centre.count == width, "rows and centres belong to matrix and right side")
    let piece = 1_024
    var upper: [[Double]] = []
    for start in stride(from: 0, to: matrix.rows, by: piece) {
      let range = start..<min(start + piece, matrix.rows)
      var columns = (0..<width).map { column in
        (column < upper.count ? upper[column] : [])
          + range.map { (column < matrix.columns ? matrix[$0, column] : y[$0]) - centre[column] }
      }
      Self.reduce(&columns)
      upper = columns.map { Array($0.prefix(width)) }
    }
    var square = Matrix(rows: width, columns: width)
    for column in upper.indices {
      for row in 0...column where row < upper[column].count { square[row, column] = upper[column][row] }
    }
    self.upper = square
  }

  /// Reflects column after column onto the diagonal; what lies below it is left as it falls.
  private static func reduce(_ columns: inout [[Double]]) {
    let rows = columns.first?.count ?? 0
    for pivot in 0..<min(columns.count, rows) {
      var vector = Array(columns[pivot][pivot...])
      var square = 0.0
      for value in vector { square += value * value }
      guard square > 0 else { continue }
      let norm = vector[0] > 0 ? -square.squareRoot() : square.squareRoot()
      // vᵀv / 2 with v = x − norm · e₁, where nothing cancels because norm has the other sign.
      let half = square - norm * vector[0]
      vector[0] -= norm
      columns[pivot][pivot] = norm
      for row in (pivot + 1)..<max(rows, pivot + 1) { columns[pivot][row] = 0 }
      for column in (pivot + 1)..<max(columns.count, pivot + 1) {
        columns[column].withUnsafeMutableBufferPointer { values in
          var product = 0.0
          for row in vector.indices { product += vector[row] * values[pivot + row] }
          let scale = product / half
          for row in vector.indices { values[pivot + row] -= scale * vector[row] }
        }
      }
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
