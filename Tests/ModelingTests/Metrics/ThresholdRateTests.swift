import Modeling
import Testing

@Suite("ThresholdRate")
struct ThresholdRateTests {
  /// Chosen 0.5, 0.6, 0.9 with events at 0.9, 0.6 and 0.1.
  static let expected: [(ThresholdRate.Kind, Double)] = [
    (.selection, 3.0 / 5), (.truePositive, 2.0 / 3), (.falsePositive, 1.0 / 2), (.falseNegative, 1.0 / 3),
    (.precision, 2.0 / 3), (.accuracy, 3.0 / 5),
  ]

  @Test("by hand, a score at the threshold being chosen", arguments: expected)
  func byHand(kind: ThresholdRate.Kind, value: Double) throws {
    let input = try ScoredOutcomes(scores: [0.9, 0.6, 0.5, 0.2, 0.1], outcomes: [true, true, false, false, true])
    #expect(try ThresholdRate(kind).value(of: input) == value)
  }

  @Test("has no value without a row of its kind")
  func empty() throws {
    let input = try ScoredOutcomes(scores: [0.1, 0.2], outcomes: [false, false])
    #expect(throws: MetricProblem.emptyDenominator(metric: "precision")) {
      try ThresholdRate(.precision).value(of: input)
    }
  }
}
