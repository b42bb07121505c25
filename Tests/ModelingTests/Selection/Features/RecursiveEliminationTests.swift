import Computation
import Modeling
import Testing

@Suite("RecursiveElimination")
struct RecursiveEliminationTests {
  let rows = Matrix([[1, 2, 0, 1], [2, 1, 1, 0], [3, 5, 0, 1], [4, 3, 1, 1], [5, 8, 0, 0], [6, 2, 1, 0]])
  let outcomes: [Double] = [2, 3.5, 8, 7, 13, 8]

  /// The sizes of the weights of least squares, from centred columns.
  static let leastSquares: RecursiveElimination.Importance = { (rows, outcomes) throws(FitProblem) in
    let columns = (0..<rows.columns).map { column in
      let values = rows.column(column)
      let mean = values.reduce(0, +) / Double(values.count)
      return values.map { $0 - mean }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let gram = Matrix(columns.map { a in columns.map { product(a, $0) } })
    do throws(ComputationProblem) {
      return try Cholesky(gram).solve(columns.map { product($0, outcomes) }).map { abs($0) }
    } catch {
      throw .singular(model: "least squares", cause: error)
    }
  }

  @Test("ranks are those of scikit-learn 1.9.1's RFE around LinearRegression, one or two columns at a time")
  func ranks() throws {
    let one = try RecursiveElimination(keeping: 1, importance: Self.leastSquares).fit(rows, outcomes: outcomes)
    #expect(one.scores == [3, 2, 1, 4])
    #expect(one.kept == [2])
    let two = try RecursiveElimination(keeping: 1, step: 2, importance: Self.leastSquares).fit(rows, outcomes: outcomes)
    #expect(two.scores == [3, 2, 1, 3])
  }

  @Test("refuses to keep none or too many, and an importance that is not one for each column")
  func refusals() {
    for keeping in [0, 5] {
      #expect(throws: FitProblem.self) {
        try RecursiveElimination(keeping: keeping, importance: Self.leastSquares).fit(rows, outcomes: outcomes)
      }
    }
    #expect(throws: FitProblem.columns(model: "RecursiveElimination", found: 1, expected: 4)) {
      try RecursiveElimination(keeping: 1) { (_, _) throws(FitProblem) in [1] }.fit(rows, outcomes: outcomes)
    }
  }
}
