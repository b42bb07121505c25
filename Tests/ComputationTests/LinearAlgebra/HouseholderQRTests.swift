import Computation
import Testing

@Suite("HouseholderQR")
struct HouseholderQRTests {
  @Test("RᵀR is AᵀA, the right side appended, for one piece or several", arguments: [3, 40, 3_000])
  func factor(rows: Int) {
    var generator = SeededGenerator(seed: 1)
    let matrix = Matrix((0..<rows).map { _ in [generator.normal(), generator.normal()] })
    let y = (0..<rows).map { _ in generator.normal() }
    let centre = [0.5, 0, -1]
    let upper = HouseholderQR(matrix, appending: y, less: centre).upper
    let all = Matrix((0..<rows).map { [matrix[$0, 0] - 0.5, matrix[$0, 1], y[$0] + 1] })
    for i in 0..<3 {
      for j in 0..<3 {
        var (expected, found) = (0.0, 0.0)
        for row in 0..<rows { expected += all[row, i] * all[row, j] }
        for row in 0..<3 { found += upper[row, i] * upper[row, j] }
        #expect(abs(found - expected) < 1e-12 * Double(rows + 10))
      }
    }
    #expect(upper[1, 0] == 0 && upper[2, 0] == 0 && upper[2, 1] == 0)
  }

  @Test("least squares by hand, with the residual's length and the inverse")
  func leastSquares() throws {
    // Columns (1, 1, 1) and (0, 1, 2), right side (0, 2, 2): x = (1/3, 1), residual² 2/3; (AᵀA)⁻¹ = ((5, −3), (−3, 3)) / 6.
    let factor = HouseholderQR(Matrix([[1, 0], [1, 1], [1, 2]]), appending: [0, 2, 2], less: [0, 0, 0])
    let x = try factor.leastSquares()
    #expect(abs(x[0] - 1.0 / 3) < 1e-15 && abs(x[1] - 1) < 1e-15)
    #expect(abs(factor.residualNorm - (2.0 / 3).squareRoot()) < 1e-15)
    let inverse = try factor.inverseUpper()
    #expect(abs(inverse[0, 0] * inverse[0, 0] + inverse[0, 1] * inverse[0, 1] - 5.0 / 6) < 1e-15)
    #expect(abs(inverse[0, 1] * inverse[1, 1] + 0.5) < 1e-15)
  }

  @Test("names the first column that others determine")
  func dependent() {
    let matrix = Matrix([[1, 2, 3], [2, 4, 1], [3, 6, 2], [4, 8, 8]])
    let factor = HouseholderQR(matrix, appending: [1, 2, 3, 4], less: [0, 0, 0, 0])
    #expect(throws: ComputationProblem.dependentColumn(1)) { try factor.leastSquares() }
    #expect(throws: ComputationProblem.dependentColumn(1)) { try factor.inverseUpper() }
  }
}
