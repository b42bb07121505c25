import Computation
import Modeling
import Testing

@Suite("CalibrationLine")
struct CalibrationLineTests {
  @Test("slope, intercept, intercept beside a slope of 1 and their errors as statsmodels' GLM has them")
  func reference() throws {
    let line = try CalibrationLine(try Arithmetic.scored())
    #expect(abs(line.slope.value - 3.435719519566362) < 1e-10)
    #expect(abs(line.slope.standardError - 1.0066098136764683) < 1e-8)
    #expect(abs(line.intercept.value - 0.5903732350459511) < 1e-10)
    #expect(abs(line.intercept.standardError - 0.5107613563322285) < 1e-8)
    #expect(abs(line.inTheLarge.value - 0.23675324345770382) < 1e-10)
    #expect(abs(line.inTheLarge.standardError - 0.3122684237806982) < 1e-9)
  }

  @Test("calibrated scores have a slope of 1 and intercepts of 0 within their intervals")
  func calibrated() throws {
    let line = try CalibrationLine(try Simulated.scored(5_000, seed: 3))
    #expect(line.slope.interval(level: 0.99).contains(1))
    #expect(line.intercept.interval(level: 0.99).contains(0))
    #expect(line.inTheLarge.interval(level: 0.99).contains(0))
  }

  @Test("refuses one outcome, equal scores and scores that part the outcomes")
  func refusals() throws {
    let name = "CalibrationLine"
    #expect(throws: FitProblem.oneClass(model: name)) {
      try CalibrationLine(try ScoredOutcomes(scores: [0.1, 0.9], outcomes: [true, true]))
    }
    #expect(throws: FitProblem.constantFeatures(model: name)) {
      try CalibrationLine(try ScoredOutcomes(scores: [0.5, 0.5], outcomes: [true, false]))
    }
    let input = try Arithmetic.scored()
    #expect(throws: FitProblem.separated(model: name)) {
      try CalibrationLine(try ScoredOutcomes(scores: input.scores, outcomes: input.scores.map { $0 > 0.5 }))
    }
  }
}
