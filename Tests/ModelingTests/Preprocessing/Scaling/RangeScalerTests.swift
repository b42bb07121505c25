import Computation
import Modeling
import Testing

@Suite("RangeScaler")
struct RangeScalerTests {
  @Test("the least becomes 0, the greatest 1, others go beyond; a constant column is shifted; and back")
  func byHand() throws {
    let fitted = try RangeScaler().fit(Matrix([[2, 7], [10, 7], [4, 7]]))
    #expect(fitted.least == [2, 7])
    #expect(fitted.ranges == [8, 1])
    let asked = Matrix([[2, 7], [10, 7], [4, 7], [18, 9]])
    let scaled = Matrix([[0, 0], [1, 0], [0.25, 0], [2, 2]])
    #expect(try fitted.transform(asked) == scaled)
    #expect(try fitted.inverse(scaled) == asked)
  }

  @Test("refuses a range past the largest number")
  func overflow() {
    #expect(throws: FitProblem.columnTooLarge(model: "RangeScaler", column: 0)) {
      try RangeScaler().fit(Matrix([[1e308], [-1e308]]))
    }
  }
}
