import Modeling
import Testing

@Suite("CumulativeGains")
struct CumulativeGainsTests {
  // Ten rows, four with the event; three rows share the second score, two of them with it.
  let input: ScoredOutcomes

  init() throws {
    input = try ScoredOutcomes(
      scores: [0.9, 0.5, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.01],
      outcomes: [true, true, false, true, false, true, false, false, false, false])
  }

  @Test(
    "by hand, straight within equal scores",
    arguments: [
      (0.0, 0.0), (0.1, 0.25), (0.2, (1 + 2.0 / 3) / 4), (0.4, 0.75), (0.5, 0.75), (0.55, 0.875), (0.6, 1), (1, 1),
    ] as [(Double, Double)])
  func byHand(share: Double, reached: Double) throws {
    #expect(abs(try CumulativeGains(input).reached(taking: share) - reached) < 1e-15)
  }

  @Test("lift is the reached share for the share taken")
  func lift() throws {
    #expect(try Lift().value(of: input) == 2.5)
    #expect(abs(try Lift(taking: 0.4).value(of: input) - 1.875) < 1e-15)
    #expect(try Lift(taking: 1).value(of: input) == 1)
  }

  @Test("equal scores are as good as chance")
  func equalScores() throws {
    let equal = try ScoredOutcomes(scores: [0.3, 0.3, 0.3, 0.3], outcomes: [true, false, false, false])
    for share in [0.1, 0.25, 0.5, 0.9] {
      #expect(abs(try CumulativeGains(equal).reached(taking: share) - share) < 1e-15)
    }
  }

  @Test("what has no value has a name")
  func refusals() throws {
    let none = try ScoredOutcomes(scores: [0.3, 0.4], outcomes: [false, false])
    #expect(throws: MetricProblem.oneClass(metric: "cumulative gains")) { try CumulativeGains(none) }
    for share in [0, -0.1, 1.1, .nan] {
      #expect(throws: MetricProblem.self) { try Lift(taking: share).value(of: input) }
    }
  }
}
