import Modeling
import Testing

@Suite("IsotonicCalibration")
struct IsotonicCalibrationTests {
  @Test("level on a step, linear between steps, level beyond them")
  func byHand() throws {
    let input = try ScoredOutcomes(scores: [0.2, 0.3, 0.5, 0.9], outcomes: [false, false, true, true])
    let fitted = try IsotonicCalibration().fit(input)
    let asked = [0.0, 0.2, 0.25, 0.3, 0.4, 0.5, 1.0]
    #expect(fitted.calibrate(asked).elementsEqual([0, 0, 0, 0, 0.5, 1, 1]) { abs($0 - $1) < 1e-15 })
    #expect(try ModelArchive.read(IsotonicCalibration.Fitted.self, from: ModelArchive.bytes(of: fitted)) == fitted)
  }

  @Test("a stored curve without knots is refused")
  func damaged() {
    let bytes = Array(#"{"model":{"curve":{"knots":[]}},"name":"IsotonicCalibration","version":1}"#.utf8)
    #expect(throws: FitProblem.unreadable(model: "IsotonicCalibration", reason: .malformed)) {
      try ModelArchive.read(IsotonicCalibration.Fitted.self, from: bytes)
    }
  }
}
