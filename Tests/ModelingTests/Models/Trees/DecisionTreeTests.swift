import Computation
import Modeling
import Testing

@Suite("DecisionTree")
struct DecisionTreeTests {
  @Test("asks the purest question first, half-way between its neighbours")
  func byHand() throws {
    // The second column parts all but one row at 5; the first parts nothing.
    let rows = Matrix([[1, 1], [2, 2], [1, 3], [2, 4], [1, 6], [2, 7], [1, 8], [2, 9]])
    let examples = try Examples(features: rows, outcomes: [false, false, false, true, true, true, true, true])
    let fitted = try DecisionTree(maximumDepth: 1, minimumLeafRows: 1).fit(examples)
    // Split at 3.5: 3 of 0 events on the left, 5 of 5 on the right; base rate 5/8.
    #expect(fitted.tree.leaves == 2)
    let expected = [0.625 / 4, 5.625 / 6]
    let scores = try fitted.probabilities(Matrix([[1, 3.5], [1, 3.6]]))
    #expect(zip(scores, expected).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("weighs the purity of both sides by Gini's rule")
  func gini() throws {
    // The first column parts five rows without the event from the rest: 25/5 + (9 + 4)/5 = 7.6. The second parts two
    // with it: 4/2 + (1 + 49)/8 = 8.25.
    let rows = Matrix((0..<10).map { [$0 < 5 ? 0 : 1, $0 >= 8 ? 1 : 0] })
    let examples = try Examples(features: rows, outcomes: (0..<10).map { $0 >= 7 })
    let fitted = try DecisionTree(maximumDepth: 1, minimumLeafRows: 1).fit(examples)
    let scores = try fitted.probabilities(Matrix([[0, 1], [1, 0]]))
    #expect(zip(scores, [2.3 / 3, 1.3 / 9]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("two questions that tell nothing alone tell everything together")
  func exclusiveOr() throws {
    let rows = Matrix((0..<40).map { [Double($0 % 2), Double($0 / 2 % 2)] })
    let examples = try Examples(features: rows, outcomes: (0..<40).map { ($0 % 2) != ($0 / 2 % 2) })
    let fitted = try DecisionTree(maximumDepth: 2, minimumLeafRows: 1).fit(examples)
    let scores = try fitted.probabilities(Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]))
    #expect(scores.map { $0 > 0.5 } == [false, true, true, false])
  }

  @Test("keeps to its depth and its leaf size")
  func bounds() throws {
    let examples = try Simulated.examples(2_000, seed: 3)
    #expect(try DecisionTree(maximumDepth: 3, minimumLeafRows: 1).fit(examples).tree.leaves <= 8)
    #expect(try DecisionTree(maximumDepth: 50, minimumLeafRows: 100).fit(examples).tree.leaves <= 20)
    #expect(throws: FitProblem.self) { try DecisionTree(maximumDepth: 0).fit(examples) }
  }

  @Test("regression parts where the variance falls most, and says the means")
  func regression() throws {
    // Σ² / rows: after one row 1 + 81/3 = 28, after two 4 + 64/2 = 36, after three 25 + 25/1 … the second is the
    // purest.
    let examples = try RegressionExamples(
      features: Matrix([[1], [2], [3], [4]]), targets: [1, 1, 4, 4])
    let fitted = try DecisionTree(maximumDepth: 1, minimumLeafRows: 1).fit(examples)
    #expect(try fitted.predictions(Matrix([[2.4], [2.6]])) == [1, 4])
    let far = try RegressionExamples(
      features: Matrix([[1], [2], [3], [4]]), targets: [1e9 + 1, 1e9 + 1, 1e9 + 4, 1e9 + 4])
    #expect(
      try DecisionTree(maximumDepth: 1, minimumLeafRows: 1).fit(far).predictions(Matrix([[0], [9]]))
        == [1e9 + 1, 1e9 + 4])
  }
}
