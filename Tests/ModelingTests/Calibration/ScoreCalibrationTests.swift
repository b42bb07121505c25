import Computation
import Modeling
import Testing

@Suite("ScoreCalibration")
struct ScoreCalibrationTests {
  private let stream = SeededGenerator(seed: 9)

  @Test("leaves calibrated scores alone")
  func calibrated() throws {
    #expect(try ScoreCalibration.choose(try Simulated.scored(2_000, seed: 1), using: stream).kind == .none)
  }

  @Test("a temperature mends scores that are too sure")
  func tooSure() throws {
    // The truth's log-odds are half those of the score.
    let scored = try Simulated.scored(3_000, seed: 2) { Exponential.logistic(0.5 * Logarithm.odds($0)) }
    let chosen = try ScoreCalibration.choose(scored, using: stream)
    guard case .temperature(let fitted) = chosen else {
      Issue.record("found \(chosen.kind)")
      return
    }
    #expect(abs(fitted.temperature - 2) < 0.3)
    #expect(chosen.calibrate([0.5]) == [0.5])
  }

  @Test("beta calibration mends a curve that bends on one side only")
  func bent() throws {
    // ln odds = 3 ln p − 0.3 ln(1 − p) + 2: no line in the log-odds of p.
    let scored = try Simulated.scored(20_000, seed: 6) {
      Exponential.logistic(3 * Logarithm.of($0) - 0.3 * Logarithm.ofOnePlus(-$0) + 2)
    }
    let chosen = try ScoreCalibration.choose(scored, using: stream)
    guard case .beta(let fitted) = chosen else {
      Issue.record("found \(chosen.kind)")
      return
    }
    #expect(abs(fitted.a - 3) < 0.3 && abs(fitted.b - 0.3) < 0.3 && abs(fitted.c - 2) < 0.3)
    #expect(chosen.calibrate([0.2, 0.7]) == fitted.calibrate([0.2, 0.7]))
  }

  @Test("Platt's two numbers mend scores that are too sure and too high")
  func tooHigh() throws {
    let scored = try Simulated.scored(3_000, seed: 12) { Exponential.logistic(0.5 * Logarithm.odds($0) - 0.7) }
    let chosen = try ScoreCalibration.choose(scored, using: stream)
    guard case .platt(let fitted) = chosen else {
      Issue.record("found \(chosen.kind)")
      return
    }
    #expect(abs(fitted.slope - 0.5) < 0.08)
  }

  @Test("an isotonic curve mends what is not S-shaped, with rows enough")
  func step() throws {
    let scored = try Simulated.scored(5_000, seed: 3) { $0 < 0.2 ? 0.1 : $0 < 0.6 ? 0.5 : 0.55 }
    #expect(try ScoreCalibration.choose(scored, using: stream).kind == .isotonic)
  }

  @Test("few events leave the scores as they are")
  func fewEvents() throws {
    let scored = try ScoredOutcomes(scores: (0..<100).map { Double($0) / 100 }, outcomes: (0..<100).map { $0 > 92 })
    let chosen = try ScoreCalibration.choose(scored, using: stream)
    #expect(chosen == .none)
    #expect(chosen.calibrate([0.3, 0.9]) == [0.3, 0.9])
  }
}
