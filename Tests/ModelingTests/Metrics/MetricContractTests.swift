import Computation
import Modeling
import Testing

/// What every metric of scores promises. A new metric is one line in `cases`.
@Suite("Every metric")
struct MetricContractTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let range: ClosedRange<Double>
    let value: @Sendable (ScoredOutcomes) throws(MetricProblem) -> Double

    init<Rate: Metric>(_ metric: Rate) where Rate.Input == ScoredOutcomes {
      testDescription = metric.name
      range = metric.range
      value = { input throws(MetricProblem) in try metric.value(of: input) }
    }
  }

  static let cases: [Case] =
    [
      Case(AreaUnderCurve()), Case(AveragePrecision()), Case(LogLoss()), Case(BrierScore()),
      Case(ExpectedCalibrationError()), Case(ExpectedCalibrationError(binning: .equalMass)),
      Case(DebiasedCalibrationError(bins: 2)),
    ] + ThresholdRate.Kind.allCases.map { Case(ThresholdRate($0)) }

  @Test("is the same twice, in another order of rows, and within its range", arguments: cases)
  func orderAndRange(item: Case) throws {
    let input = try Simulated.scored(2_000, seed: 1)
    let copy = input
    let value = try item.value(input)
    #expect(try item.value(input) == value)
    #expect(input == copy)
    #expect(item.range.contains(value))
    var generator = SeededGenerator(seed: 2)
    // Sums in another order may differ in their last bits.
    let shuffled = try item.value(input.selecting(rows: generator.permutation(input.count)))
    #expect(abs(shuffled - value) <= 1e-13)
  }

  @Test("gives a value or a named problem for one outcome and for equal scores, never NaN", arguments: cases)
  func extremes(item: Case) throws {
    let scores = [0.0, 0.2, 0.8, 1.0]
    for outcomes in [[true, true, true, true], [false, false, false, false], [true, false, true, false]] {
      for values in [scores, [0.3, 0.3, 0.3, 0.3]] {
        let input = try ScoredOutcomes(scores: values, outcomes: outcomes)
        do throws(MetricProblem) {
          #expect(item.range.contains(try item.value(input)))
        } catch {
          #expect(
            error == .oneClass(metric: item.testDescription) || error == .emptyDenominator(metric: item.testDescription)
          )
        }
      }
    }
  }

  @Test("empty, unequal and unfinished input has a name")
  func badInput() {
    #expect(throws: MetricProblem.noRows(metric: "scored outcomes")) { try ScoredOutcomes(scores: [], outcomes: []) }
    #expect(throws: MetricProblem.lengths(metric: "scored outcomes", first: 1, second: 0)) {
      try ScoredOutcomes(scores: [1], outcomes: [])
    }
    #expect(throws: MetricProblem.notFinite(metric: "scored outcomes", row: 1)) {
      try ScoredOutcomes(scores: [1, .nan], outcomes: [true, false])
    }
    #expect(throws: MetricProblem.outOfRange(metric: "Brier score", row: 0)) {
      try BrierScore().value(of: try ScoredOutcomes(scores: [1.5, 0], outcomes: [true, false]))
    }
  }
}
