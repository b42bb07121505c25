import Computation
import Modeling
import Testing

@Suite("PermutationImportance")
struct PermutationImportanceTests {
  /// Minus the squared error of 3 x₀ + x₁, of which the truth is told.
  private func score(_ rows: Matrix, _ truth: [Double]) -> Double {
    -(0..<rows.rows).reduce(0) {
      let distance = 3 * rows[$1, 0] + rows[$1, 1] - truth[$1]
      return $0 + distance * distance
    } / Double(rows.rows)
  }

  @Test("shuffling a standard column of weight w costs 2 w², one without weight nothing")
  func expected() throws {
    var generator = SeededGenerator(seed: 1)
    let rows = Matrix((0..<20_000).map { _ in [generator.normal(), generator.normal(), generator.normal()] })
    let truth = (0..<rows.rows).map { 3 * rows[$0, 0] + rows[$0, 1] }
    let columns = try PermutationImportance(repeats: 8).measure(rows, using: SeededGenerator(seed: 2)) {
      score($0, truth)
    }
    #expect(abs(columns[0].mean - 18) < 0.5 && abs(columns[1].mean - 2) < 0.06)
    #expect(columns[2].mean == 0 && columns[2].deviation == 0)
    #expect(columns[0].falls.count == 8 && columns[0].deviation > 0 && columns[0].deviation < 0.5)
    let mean = columns[0].falls.reduce(0, +) / 8
    let squares = columns[0].falls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(columns[0].deviation - (squares / 7).squareRoot()) < 1e-12)
  }

  @Test("refuses no rows and no repeats")
  func badInput() {
    let none = Matrix(rows: 0, columns: 2)
    #expect(throws: FitProblem.self) {
      try PermutationImportance().measure(none, using: SeededGenerator(seed: 1)) { _ in 0 }
    }
    #expect(throws: FitProblem.self) {
      try PermutationImportance(repeats: 0).measure(Matrix([[1]]), using: SeededGenerator(seed: 1)) { _ in 0 }
    }
  }
}
