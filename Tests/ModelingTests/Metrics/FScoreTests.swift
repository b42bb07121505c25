import Modeling
import Testing

@Suite("FScore")
struct FScoreTests {
  // Chosen 0.9, 0.6, 0.5: two of three rightly; the event at 0.1 is missed: P = 2/3, R = 2/3 … and at 0.6, P = 1, R = 2/3.
  let input: ScoredOutcomes

  init() throws {
    input = try ScoredOutcomes(scores: [0.9, 0.6, 0.5, 0.2, 0.1], outcomes: [true, true, false, false, true])
  }

  @Test("by hand")
  func byHand() throws {
    #expect(abs(try FScore().value(of: input) - 2.0 / 3) < 1e-15)
    // 2 · 1 · ⅔ / (1 + ⅔), and with β = 2: 5 · ⅔ / (4 + ⅔), with β = ½: 1.25 · ⅔ / (¼ + ⅔).
    #expect(abs(try FScore(threshold: 0.6).value(of: input) - 0.8) < 1e-15)
    #expect(abs(try FScore(threshold: 0.6, beta: 2).value(of: input) - 5.0 / 7) < 1e-15)
    #expect(abs(try FScore(threshold: 0.6, beta: 0.5).value(of: input) - 10.0 / 11) < 1e-15)
  }

  @Test("it is the harmonic mean of precision and recall")
  func harmonicMean() throws {
    let many = try Simulated.scored(500, seed: 3)
    for threshold in [0.1, 0.3, 0.5, 0.7] {
      let precision = try ThresholdRate(.precision, threshold: threshold).value(of: many)
      let recall = try ThresholdRate(.truePositive, threshold: threshold).value(of: many)
      let value = try FScore(threshold: threshold).value(of: many)
      #expect(abs(value - 2 * precision * recall / (precision + recall)) < 1e-14)
    }
  }

  @Test("no event found is 0; nothing to find and nothing chosen has no value")
  func edges() throws {
    #expect(try FScore(threshold: 0.95).value(of: input) == 0)
    let none = try ScoredOutcomes(scores: [0.1, 0.2], outcomes: [false, false])
    #expect(throws: MetricProblem.emptyDenominator(metric: "F score")) { try FScore().value(of: none) }
    #expect(try FScore(threshold: 0.15).value(of: none) == 0)
    for beta in [0, -1, .infinity, .nan] {
      #expect(throws: MetricProblem.self) { try FScore(beta: beta).value(of: input) }
    }
    #expect(abs(try FScore(beta: 1e200).value(of: input) - 2.0 / 3) < 1e-12)
  }
}
