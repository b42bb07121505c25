import Modeling
import Testing

@Suite("AreaComparison")
struct AreaComparisonTests {
  @Test("areas, error and p of the definition written out pair by pair in NumPy")
  func reference() throws {
    let first = try Arithmetic.scored()
    var scores: [Double] = []
    for i in 0..<60 {
      let other = Double(i * 23 % 31) / 31
      scores.append(other * 0.5 + first.scores[i] * 0.5)
    }
    let comparison = try AreaComparison(first, try ScoredOutcomes(scores: scores, outcomes: first.outcomes))
    #expect(abs(comparison.first - 0.967741935483871) < 1e-14)
    #expect(abs(comparison.second - 0.8175750834260289) < 1e-14)
    #expect(abs(comparison.standardError - 0.049773735326225865) < 1e-14)
    #expect(abs(comparison.pValue - 0.0025529839763093034) < 1e-12)
    #expect(!comparison.interval(level: 0.95).contains(0))
    #expect(comparison.interval(level: 0.95).contains(comparison.difference))
  }

  @Test("the same score has no difference, and a monotone one neither")
  func same() throws {
    let first = try Arithmetic.scored()
    let squares = try ScoredOutcomes(scores: first.scores.map { $0 * $0 }, outcomes: first.outcomes)
    let comparison = try AreaComparison(first, squares)
    #expect(comparison.difference == 0 && comparison.standardError == 0 && comparison.pValue == 1)
  }

  @Test("refuses other outcomes and a single event")
  func refusals() throws {
    let first = try Arithmetic.scored()
    let other = try ScoredOutcomes(scores: first.scores, outcomes: first.outcomes.map { !$0 })
    #expect(throws: MetricProblem.otherOutcomes(metric: "comparison of AUC")) { try AreaComparison(first, other) }
    let single = try ScoredOutcomes(scores: [0.1, 0.2, 0.3], outcomes: [true, false, false])
    #expect(throws: MetricProblem.oneClass(metric: "comparison of AUC")) { try AreaComparison(single, single) }
  }
}
