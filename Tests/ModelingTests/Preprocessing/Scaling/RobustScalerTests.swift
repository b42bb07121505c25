import Computation
import Modeling
import Testing

@Suite("RobustScaler")
struct RobustScalerTests {
  @Test("median and quartiles by hand; one huge value moves little")
  func byHand() throws {
    // 1 2 3 4 1000: median 3, quartiles 2 and 4. The second column's quartiles are equal.
    let rows = Matrix([[1, 5], [2, 5], [3, 5], [4, 5], [1_000, 9]])
    let fitted = try RobustScaler().fit(rows)
    #expect(fitted.medians == [3, 5])
    #expect(fitted.spreads == [2, 1])
    #expect(try fitted.transform(Matrix([[5, 6]])) == Matrix([[1, 1]]))
    #expect(try fitted.inverse(Matrix([[1, 1]])) == Matrix([[5, 6]]))
    #expect(throws: FitProblem.self) { try fitted.transform(Matrix([[1]])) }
    #expect(throws: FitProblem.self) { try RobustScaler().fit(Matrix([[.nan]])) }
  }
}
