import Computation
import Testing

@Suite("HouseholderQR")
struct HouseholderQRTests {
  @Test("RᵀR is AᵀA less the means, the right side appended, for one piece or several", arguments: [4, 40, 255, 3_001])
  func factor(rows: Int) {
    var generator = SeededGenerator(seed: 1)
    let matrix = Matrix((0...rows).map { _ in [generator.normal(), 7 + generator.normal()] })
    let y = (0...rows).map { 0.01 * Double($0) + generator.normal() }
    // All rows but the first, backwards.
    let factor = HouseholderQR(matrix, rows: (1...rows).reversed(), appending: y)
    let upper = factor.upper
    let columns = [Array(matrix.column(0)[1...]), Array(matrix.column(1)[1...]), Array(y[1...])]
    let means = columns.map { $0.reduce(0, +) / Double(rows) }
    for column in 0..<3 { #expect(abs(factor.means[column] - means[column]) < 1e-13 * Double(rows)) }
    let all = Matrix((0..<rows).map { row in (0..<3).map { columns[$0][row] - means[$0] } })
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
    // Columns (2, 0, −1, −1) and (1, 1, 0, −2), right side (3, 1, 2, −6) with means 0: AᵀA = ((6, 4), (4, 6)), whose
    // inverse is ((6, −4), (−4, 6)) / 20, and Aᵀy = (10, 16), so x = (−0.2, 2.8); residual² = 50 − 42.8.
    let rows = Matrix([[2, 1], [0, 1], [-1, 0], [-1, -2]])
    let factor = HouseholderQR(rows, rows: [0, 1, 2, 3], appending: [3, 1, 2, -6])
    let x = try factor.leastSquares()
    #expect(abs(x[0] + 0.2) < 1e-15 && abs(x[1] - 2.8) < 1e-15)
    #expect(abs(factor.residualNorm - 7.2.squareRoot()) < 4e-15)
    let inverse = try factor.inverseUpper()
    #expect(abs(inverse[0, 0] * inverse[0, 0] + inverse[0, 1] * inverse[0, 1] - 0.3) < 1e-15)
    #expect(abs(inverse[0, 1] * inverse[1, 1] + 0.2) < 1e-15)
  }

  @Test("names the first column that others determine")
  func dependent() {
    let matrix = Matrix([[1, 2, 3], [2, 4, 1], [3, 6, 2], [4, 8, 8]])
    let factor = HouseholderQR(matrix, rows: [0, 1, 2, 3], appending: [1, 2, 3, 4])
    #expect(throws: ComputationProblem.dependentColumn(1)) { try factor.leastSquares() }
    #expect(throws: ComputationProblem.dependentColumn(1)) { try factor.inverseUpper() }
    // A column of one value is its mean and no more, over several pieces too.
    let constant = Matrix((0..<700).map { [Double($0 % 11), 0.1] })
    let level = HouseholderQR(constant, rows: Array(0..<700), appending: constant.column(0))
    #expect(level.means[1] == 0.1)
    #expect(throws: ComputationProblem.dependentColumn(1)) { try level.leastSquares() }
  }
}
