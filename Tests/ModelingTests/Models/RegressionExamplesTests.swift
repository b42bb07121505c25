import Computation
import Modeling
import Testing

@Suite("RegressionExamples")
struct RegressionExamplesTests {
  @Test("rows and targets are as many, and go together when some are selected")
  func pairs() throws {
    let rows = Matrix([[1], [2], [3]])
    #expect(throws: FitProblem.lengths(model: "RegressionExamples", found: 2, expected: 3)) {
      try RegressionExamples(features: rows, targets: [1, 2])
    }
    let examples = try RegressionExamples(features: rows, targets: [10, 20, 30])
    let some = examples.selecting(rows: [2, 0, 2])
    #expect(some.features == Matrix([[3], [1], [3]]))
    #expect(some.targets == [30, 10, 30])
    #expect(some.count == 3)
  }
}
