import Computation
import Modeling
import Testing

@Suite("PartialDependence")
struct PartialDependenceTests {
  private let rows = Matrix([[0, 5], [1, 7], [2, 9], [3, 11], [4, 13]])

  private func predict(_ rows: Matrix) -> [Double] {
    (0..<rows.rows).map { rows[$0, 0] * rows[$0, 0] + 2 * rows[$0, 1] }
  }

  @Test("the mean answer with the feature set, by hand")
  func byHand() throws {
    // x² + 2 · mean(5, 7, 9, 11, 13) = x² + 18.
    let curve = try PartialDependence(of: 0, rows: rows, predict: predict)
    #expect(curve.values == [0, 1, 2, 3, 4] && curve.means == [18, 19, 22, 27, 34])
    // mean(0, 1, 4, 9, 16) + 2x.
    let other = try PartialDependence(of: 1, at: [3, -1], rows: rows, predict: predict)
    #expect(other.values == [-1, 3] && other.means == [4, 12])
    #expect(try PartialDependence(of: 0, points: 3, rows: rows, predict: predict).values == [0, 2, 4])
  }

  @Test("refuses what has no curve")
  func badInput() {
    #expect(throws: FitProblem.self) { try PartialDependence(of: 2, rows: rows, predict: predict) }
    #expect(throws: FitProblem.self) { try PartialDependence(of: 0, points: 1, rows: rows, predict: predict) }
    #expect(throws: FitProblem.self) {
      try PartialDependence(of: 0, rows: Matrix(rows: 0, columns: 2), predict: predict)
    }
  }
}
