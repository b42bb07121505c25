import Modeling
import Testing

@Suite("ReliabilityCurve")
struct ReliabilityCurveTests {
  @Test("the parts of the Brier score by hand")
  func byHand() throws {
    // Two scores, 0.2 with 1 of 2 events and 0.6 with 1 of 1. Brier (0.64 + 0.04 + 0.16)/3; recalibrated (¼ + ¼)/3;
    // uncertainty ⅔ · ⅓.
    let curve = try ReliabilityCurve(
      try ScoredOutcomes(scores: [0.2, 0.2, 0.6], outcomes: [true, false, true]))
    let parts = curve.decomposition
    #expect(abs(parts.score - 0.28) < 1e-15)
    #expect(abs(parts.miscalibration - (0.28 - 0.5 / 3)) < 1e-15)
    #expect(abs(parts.discrimination - (2.0 / 9 - 0.5 / 3)) < 1e-15)
    #expect(abs(parts.uncertainty - 2.0 / 9) < 1e-15)
    #expect(curve.blocks.map(\.mean) == [0.5, 1])
  }

  @Test("adds up to the Brier score on any data", arguments: [0.5, 1, 2])
  func addsUp(power: Double) throws {
    let input = try Simulated.scored(2_000, seed: 3) { min(1, $0 * power) }
    let parts = try ReliabilityCurve(input).decomposition
    #expect(abs(parts.miscalibration - parts.discrimination + parts.uncertainty - parts.score) < 1e-14)
    #expect(abs(parts.score - (try BrierScore().value(of: input))) < 1e-15)
    #expect(parts.miscalibration >= 0 && parts.discrimination >= 0)
  }
}
