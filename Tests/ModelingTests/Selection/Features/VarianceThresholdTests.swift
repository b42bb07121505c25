import Computation
import Modeling
import Testing

@Suite("VarianceThreshold")
struct VarianceThresholdTests {
  @Test("variances are numpy's; constant columns go")
  func variances() throws {
    let fitted = try VarianceThreshold().fit(SelectionExample.rows)
    #expect(fitted.kept == [0, 1, 2])
    #expect(zip(fitted.scores, [3.84, 2.76, 2.4136, 0]).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(try VarianceThreshold(2.5).fit(SelectionExample.rows).kept == [0, 1])
    // 0.1 three times: the rounded mean differs from it.
    #expect(throws: FitProblem.nothingLeft(model: "VarianceThreshold")) {
      try VarianceThreshold().fit(Matrix([[0.1], [0.1], [0.1]]))
    }
  }
}
