import Computation
import Modeling
import Testing

@Suite("PolynomialFeatures")
struct PolynomialFeaturesTests {
  @Test("products by degree, in the order of scikit-learn's PolynomialFeatures without its constant")
  func products() throws {
    let rows = Matrix([[2, 3], [5, -1]])
    let fitted = try PolynomialFeatures(degree: 3).fit(rows)
    #expect(
      try fitted.transform(rows)
        == Matrix([[2, 3, 4, 6, 9, 8, 12, 18, 27], [5, -1, 25, -5, 1, 125, -25, 5, -1]]))
    #expect(try fitted.inverse(try fitted.transform(rows)) == rows)
    let asked = Matrix([[2, 3, 5]])
    let mixed = try PolynomialFeatures(degree: 9, interactionsOnly: true).fit(asked)
    #expect(try mixed.transform(asked) == Matrix([[2, 3, 5, 6, 10, 15, 30]]))
  }

  @Test("refuses too many columns and products past the largest number")
  func refusals() throws {
    #expect(throws: FitProblem.self) { try PolynomialFeatures(degree: 0).fit(Matrix([[1]])) }
    #expect(throws: FitProblem.self) { try PolynomialFeatures(degree: 5).fit(Matrix(rows: 2, columns: 100)) }
    let fitted = try PolynomialFeatures().fit(Matrix([[1, 2]]))
    #expect(throws: FitProblem.columnTooLarge(model: "PolynomialFeatures", column: 4)) {
      try fitted.transform(Matrix([[1, 1e200]]))
    }
  }
}
