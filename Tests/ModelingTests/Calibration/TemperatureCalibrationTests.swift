import Computation
import Modeling
import Testing

@Suite("TemperatureCalibration")
struct TemperatureCalibrationTests {
  @Test("the inverse of statsmodels' slope without an intercept")
  func reference() throws {
    let fitted = try TemperatureCalibration().fit(try Arithmetic.scored())
    #expect(abs(fitted.temperature - 0.30712651127579804) < 1e-12)
    #expect(try ModelArchive.read(TemperatureCalibration.Fitted.self, from: ModelArchive.bytes(of: fitted)) == fitted)
  }

  @Test("the order of rows changes nothing, and one half stays one half")
  func order() throws {
    let input = try Simulated.scored(1_000, seed: 5)
    var generator = SeededGenerator(seed: 1)
    let shuffled = try input.selecting(rows: generator.permutation(1_000))
    let fitted = try TemperatureCalibration().fit(input)
    #expect(try TemperatureCalibration().fit(shuffled) == fitted)
    #expect(fitted.calibrate([0.5]) == [0.5])
    #expect(fitted.calibrate([0, 1]).allSatisfy { $0.isFinite })
  }

  @Test("refuses scores that fall, that part the outcomes, one outcome and equal scores")
  func refusals() throws {
    let name = "TemperatureCalibration"
    let input = try Arithmetic.scored()
    let turned = try ScoredOutcomes(scores: input.scores, outcomes: input.outcomes.map { !$0 })
    #expect(throws: FitProblem.fallingScores(model: name)) { try TemperatureCalibration().fit(turned) }
    #expect(throws: FitProblem.separated(model: name)) {
      try TemperatureCalibration().fit(try ScoredOutcomes(scores: [0.1, 0.9], outcomes: [false, true]))
    }
    #expect(throws: FitProblem.oneClass(model: name)) {
      try TemperatureCalibration().fit(try ScoredOutcomes(scores: [0.1, 0.9], outcomes: [true, true]))
    }
    #expect(throws: FitProblem.constantFeatures(model: name)) {
      try TemperatureCalibration().fit(try ScoredOutcomes(scores: [0.9, 0.9], outcomes: [false, true]))
    }
  }
}
