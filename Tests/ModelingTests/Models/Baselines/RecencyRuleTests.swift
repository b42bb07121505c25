import Computation
import Modeling
import Testing

@Suite("RecencyRule")
struct RecencyRuleTests {
  /// Events 0, 1, 0, 1, 1 over days 1…5: blocks {1}, {2, 3}, {4, 5} with means 0, ½, 1; the base rate is 3/5.
  @Test("steps are pooled and pulled towards the base rate, by hand")
  func byHand() throws {
    let days = Matrix([[1], [2], [3], [4], [5]])
    let examples = try Examples(features: days, outcomes: [false, true, false, true, true])
    let rule = try RecencyRule(column: 0).fit(examples)
    // (0 + 0.6) / 2, (1 + 0.6) / 3, (2 + 0.6) / 3; half-way between the first two at day 1.5.
    let expected = [0.3, 0.3, 1.6 / 3, 1.6 / 3, 2.6 / 3, 2.6 / 3, (0.3 + 1.6 / 3) / 2]
    let asked = Matrix([[0], [1], [2], [3], [4], [99], [1.5]])
    #expect(try rule.probabilities(asked).elementsEqual(expected) { abs($0 - $1) < 1e-15 })
  }

  @Test("a falling rule mirrors a rising one")
  func falling() throws {
    let examples = try Simulated.examples(500, seed: 4)
    let mirrored = try Examples(
      features: Matrix(rows: 500, columns: 2, values: examples.features.values.map { -$0 }),
      outcomes: examples.outcomes)
    let rising = try RecencyRule(column: 0).fit(examples).probabilities(examples.features)
    let falling = try RecencyRule(column: 0, direction: .falling).fit(mirrored).probabilities(mirrored.features)
    #expect(rising == falling)
    #expect(rising.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test("refuses a column that is not there and one that never varies")
  func refusals() throws {
    let examples = try Examples(features: Matrix([[1, 2], [1, 3]]), outcomes: [true, false])
    #expect(throws: FitProblem.constantFeatures(model: "RecencyRule")) { try RecencyRule(column: 0).fit(examples) }
    #expect(throws: FitProblem.self) { try RecencyRule(column: 2).fit(examples) }
  }
}
