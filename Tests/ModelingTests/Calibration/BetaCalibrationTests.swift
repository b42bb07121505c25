import Computation
import Modeling
import Testing

@Suite("BetaCalibration")
struct BetaCalibrationTests {
  @Test("the weights of statsmodels' logistic regression on ln p and −ln(1 − p)")
  func reference() throws {
    let fitted = try BetaCalibration().fit(try Arithmetic.scored())
    #expect(
      Arithmetic.near(
        [fitted.a, fitted.b, fitted.c], [4.482108288767361, 2.2894052675065555, 2.1707551075298115], within: 1e-9))
    #expect(try ModelArchive.read(BetaCalibration.Fitted.self, from: ModelArchive.bytes(of: fitted)) == fitted)
  }

  @Test("a weight that would be negative is put to 0 and the rest fitted again, as statsmodels does without its column")
  func bound() throws {
    let input = try Arithmetic.scored { score, noise in (1 - score) * (1 - score) * (1 - score) * 40 + noise <= 12 }
    #expect(input.positives == 20)
    let fitted = try BetaCalibration().fit(input)
    #expect(fitted.b == 0)
    #expect(Arithmetic.near([fitted.a, fitted.c], [3.3097291959550708, 1.5618907926432073], within: 1e-9))
    let curve = fitted.calibrate((1..<100).map { Double($0) / 100 })
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("refuses scores that fall or part the outcomes, under its own name")
  func refusals() throws {
    let input = try Arithmetic.scored()
    let turned = try ScoredOutcomes(scores: input.scores, outcomes: input.outcomes.map { !$0 })
    #expect(throws: FitProblem.fallingScores(model: "BetaCalibration")) { try BetaCalibration().fit(turned) }
    let parted = try ScoredOutcomes(scores: input.scores, outcomes: input.scores.map { $0 > 0.5 })
    #expect(throws: FitProblem.separated(model: "BetaCalibration")) { try BetaCalibration().fit(parted) }
    #expect(throws: FitProblem.oneClass(model: "BetaCalibration")) {
      try BetaCalibration().fit(try ScoredOutcomes(scores: [0.1, 0.9], outcomes: [true, true]))
    }
  }
}
