import Modeling
import Testing

@Suite("OneStandardErrorRule")
struct OneStandardErrorRuleTests {
  typealias Candidate = OneStandardErrorRule.Candidate

  @Test("takes the simplest within one standard error of the best")
  func chooses() {
    let candidates = [
      Candidate(name: "rule", loss: 0.50, standardError: 0.01),
      Candidate(name: "linear", loss: 0.42, standardError: 0.01),
      Candidate(name: "trees", loss: 0.41, standardError: 0.01),
    ]
    #expect(OneStandardErrorRule.choose(candidates)?.name == "linear")
    #expect(OneStandardErrorRule.choose([candidates[0]])?.name == "rule")
    #expect(OneStandardErrorRule.choose([]) == nil)
    #expect(OneStandardErrorRule.choose([Candidate(name: "x", loss: .nan, standardError: 0)]) == nil)
  }

  @Test("the standard error of a mean by hand")
  func standardError() {
    // 1, 2, 3: sample variance 1, over 3.
    let candidate = Candidate(name: "x", losses: [1, 2, 3])
    #expect(candidate.loss == 2)
    #expect(abs(candidate.standardError - (1.0 / 3).squareRoot()) < 1e-15)
  }
}
