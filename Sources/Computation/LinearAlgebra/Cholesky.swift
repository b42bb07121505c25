/// The factor L of a symmetric positive definite matrix A = L Lᵀ.
package struct Cholesky: Sendable, Equatable {
  /// Lower triangle; zero above the diagonal.
  package let lower: Matrix

  /// Reads the lower triangle of `matrix` only. O(d³).
  /// Throws `notPositiveDefinite` when a pivot is not above rounding error of its diagonal element.
  package init(_ matrix: Matrix) throws(ComputationProblem) {
    precondition(matrix.rows == matrix.columns, "a Cholesky factor needs a square matrix")
    let order = matrix.rows
    var lower = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0...i {
        var sum = matrix[i, j]
        for k in 0..<j { sum -= lower[i, k] * lower[j, k] }
        if i == j {
          let floor = abs(matrix[i, i]) * Double(order) * 0x1p-52
          guard sum > floor, sum.isFinite else { throw .notPositiveDefinite(order: order, pivot: i) }
          lower[i, i] = sum.squareRoot()
        } else {
          lower[i, j] = sum / lower[j, j]
        }
      }
    }
    self.lower = lower
  }

  /// ln det A.
  package var logDeterminant: Double {
    var sum = 0.0
    for i in 0..<lower.rows { sum += Logarithm.of(lower[i, i]) }
    return 2 * sum
  }

  /// The x with A x = b. O(d²).
  package func solve(_ b: [Double]) -> [Double] {
    let order = lower.rows
    precondition(b.count == order, "right-hand side and matrix differ in size")
    var x = b
    for i in 0..<order {
      for k in 0..<i { x[i] -= lower[i, k] * x[k] }
      x[i] /= lower[i, i]
    }
    for i in stride(from: order - 1, through: 0, by: -1) {
      for k in (i + 1)..<max(order, i + 1) { x[i] -= lower[k, i] * x[k] }
      x[i] /= lower[i, i]
    }
    return x
  }

  /// L⁻¹, lower triangular: (x − μ)ᵀ A⁻¹ (x − μ) is the squared length of L⁻¹ (x − μ).
  package var inverseLower: Matrix {
    let order = lower.rows
    var inverse = Matrix(rows: order, columns: order)
    for column in 0..<order {
      inverse[column, column] = 1 / lower[column, column]
      for i in (column + 1)..<max(order, column + 1) {
        var sum = 0.0
        for k in column..<i { sum -= lower[i, k] * inverse[k, column] }
        inverse[i, column] = sum / lower[i, i]
      }
    }
    return inverse
  }
}
