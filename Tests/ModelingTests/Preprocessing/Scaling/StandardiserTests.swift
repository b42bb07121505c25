import Computation
import Modeling
import Testing

@Suite("Standardiser")
struct StandardiserTests {
  @Test("uses the population's deviation and leaves a constant column at zero")
  func byHand() throws {
    let rows = Matrix([[1, 7], [3, 7]])
    let fitted = try Standardiser().fit(rows)
    #expect(fitted.means == [2, 7])
    #expect(fitted.deviations == [1, 1])
    #expect(try fitted.transform(rows) == Matrix([[-1, 0], [1, 0]]))
    #expect(try Standardiser().fit(Matrix([[0], [4], [8]])).deviations[0] == (32.0 / 3).squareRoot())
  }

  @Test("refuses what cannot be scaled")
  func refusals() throws {
    #expect(throws: FitProblem.noRows(model: "Standardiser")) {
      try Standardiser().fit(Matrix(rows: 0, columns: 1))
    }
    let fitted = try Standardiser().fit(Matrix([[1], [2]]))
    #expect(throws: FitProblem.columns(model: "Standardiser", found: 2, expected: 1)) {
      try fitted.transform(Matrix([[1, 2]]))
    }
  }

  @Test("refuses a variance or a result past the largest number, and goes back")
  func range() throws {
    #expect(throws: FitProblem.columnTooLarge(model: "Standardiser", column: 1)) {
      try Standardiser().fit(Matrix([[1, 1e308], [2, -1e308]]))
    }
    let fitted = try Standardiser().fit(Matrix([[0], [1e-3]]))
    #expect(throws: FitProblem.columnTooLarge(model: "Standardiser", column: 0)) {
      try fitted.transform(Matrix([[1e308]]))
    }
    #expect(try fitted.inverse(Matrix([[3]])) == Matrix([[0.002]]))
  }
}
