import Modeling
import Testing

@Suite("LogLoss")
struct LogLossTests {
  @Test("is the mean surprise in nats")
  func byHand() throws {
    // −(ln 0.5 + ln 0.75) / 2.
    let input = try ScoredOutcomes(scores: [0.5, 0.25], outcomes: [true, false])
    #expect(abs(try LogLoss().value(of: input) - 0.49041462650586315) < 1e-15)
  }

  @Test("certainty that was wrong costs much, not infinitely much")
  func certain() throws {
    let wrong = try LogLoss().value(of: ScoredOutcomes(scores: [0], outcomes: [true]))
    #expect(abs(wrong - 34.538776394910684) < 1e-9)
    #expect(try LogLoss().value(of: ScoredOutcomes(scores: [1], outcomes: [true])) < 1e-14)
  }
}
