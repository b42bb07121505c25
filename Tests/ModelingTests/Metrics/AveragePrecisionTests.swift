import Modeling
import Testing

@Suite("AveragePrecision")
struct AveragePrecisionTests {
  @Test("sums precision over the steps of recall")
  func byHand() throws {
    // From the top: hit (1/1), miss, hit (2/3), miss: (1 + 2/3) / 2.
    let input = try ScoredOutcomes(scores: [0.9, 0.8, 0.7, 0.1], outcomes: [true, false, true, false])
    #expect(abs(try AveragePrecision().value(of: input) - 5.0 / 6) < 1e-15)
  }

  @Test("tied scores are one step, whatever their order")
  func ties() throws {
    let input = try ScoredOutcomes(scores: [0.5, 0.5, 0.5, 0.5], outcomes: [true, false, false, false])
    #expect(try AveragePrecision().value(of: input) == 0.25)
  }
}
