import Modeling
import Testing

@Suite("ExpectedCalibrationError")
struct ExpectedCalibrationErrorTests {
  let input: ScoredOutcomes

  init() throws {
    input = try ScoredOutcomes(scores: [0.1, 0.2, 0.3, 0.9, 1.0], outcomes: [false, false, true, true, true])
  }

  @Test("equal width, by hand")
  func width() throws {
    // Two bins: |1 − 0.6| and |2 − 1.9| over five rows.
    #expect(abs(try ExpectedCalibrationError(bins: 2).value(of: input) - 0.5 / 5) < 1e-15)
  }

  @Test("equal mass, by hand: the first bin takes the odd row")
  func mass() throws {
    let metric = ExpectedCalibrationError(bins: 2, binning: .equalMass)
    #expect(abs(try metric.value(of: input) - 0.5 / 5) < 1e-15)
    // Four bins of 2, 1, 1, 1 rows: 0.3, 0.7, 0.1, 0.
    let four = ExpectedCalibrationError(bins: 4, binning: .equalMass)
    #expect(abs(try four.value(of: input) - 1.1 / 5) < 1e-15)
  }

  @Test("refuses no bins")
  func noBins() {
    #expect(throws: MetricProblem.self) { try ExpectedCalibrationError(bins: 0).value(of: input) }
  }
}
