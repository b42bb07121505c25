import Computation
import Modeling
import Testing

@Suite("PlattCalibration")
struct PlattCalibrationTests {
  @Test("undoes a known distortion of the log-odds")
  func undoes() throws {
    let input = try Simulated.scored(20_000, seed: 5) { Exponential.logistic(0.5 * Logarithm.odds($0) - 0.3) }
    let fitted = try PlattCalibration().fit(input)
    // Standard errors are about 0.01 and 0.02.
    #expect(abs(fitted.slope - 0.5) < 0.05)
    #expect(abs(fitted.intercept + 0.3) < 0.1)
    #expect(try ModelArchive.read(PlattCalibration.Fitted.self, from: ModelArchive.bytes(of: fitted)) == fitted)
  }

  @Test("refuses one outcome and equal scores")
  func refusals() throws {
    #expect(throws: FitProblem.oneClass(model: "PlattCalibration")) {
      try PlattCalibration().fit(try ScoredOutcomes(scores: [0.1, 0.2], outcomes: [true, true]))
    }
    #expect(throws: FitProblem.constantFeatures(model: "PlattCalibration")) {
      try PlattCalibration().fit(try ScoredOutcomes(scores: [0.1, 0.1], outcomes: [true, false]))
    }
  }
}
