import Computation
import Testing

@Suite("Cholesky")
struct CholeskyTests {
  /// The textbook matrix with the factor rows (2), (6 1), (−8 5 3) and determinant 36.
  let matrix = Matrix([[4, 12, -16], [12, 37, -43], [-16, -43, 98]])

  @Test("factor, determinant, solution, inverse")
  func textbook() throws {
    let cholesky = try Cholesky(matrix)
    #expect(cholesky.lower == Matrix([[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
    #expect(abs(cholesky.logDeterminant - Logarithm.of(36)) < 1e-14)
    // A · (1, 2, 3).
    let x = cholesky.solve([-20, -43, 192])
    #expect(zip(x, [1, 2, 3]).allSatisfy { abs($0 - $1) < 1e-12 })
    let inverse = cholesky.inverseLower
    #expect(abs(inverse[1, 0] + 3) < 1e-15 && abs(inverse[2, 2] - 1.0 / 3) < 1e-15)
  }

  @Test("refuses a matrix that is not positive definite")
  func refusal() {
    #expect(throws: ComputationProblem.notPositiveDefinite(order: 2, pivot: 1)) {
      try Cholesky(Matrix([[1, 2], [2, 4]]))
    }
    #expect(throws: ComputationProblem.notPositiveDefinite(order: 1, pivot: 0)) { try Cholesky(Matrix([[.nan]])) }
  }
}
