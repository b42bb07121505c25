import Modeling
import Testing

@Suite("BrierScore")
struct BrierScoreTests {
  @Test("is the mean squared difference")
  func byHand() throws {
    let input = try ScoredOutcomes(scores: [0.5, 0.25, 1], outcomes: [true, false, false])
    #expect(abs(try BrierScore().value(of: input) - (0.25 + 0.0625 + 1) / 3) < 1e-15)
  }
}
