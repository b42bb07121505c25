import Modeling
import Testing

@Suite("AreaUnderCurve")
struct AreaUnderCurveTests {
  @Test("counts pairs, ties by half")
  func byHand() throws {
    // Of the 12 pairs of {0.35, 0.8, 0.4} and {0.1, 0.4, 0.2, 0.7}, eight are in order and one is tied.
    let input = try ScoredOutcomes(
      scores: [0.1, 0.4, 0.35, 0.8, 0.4, 0.2, 0.7], outcomes: [false, false, true, true, true, false, false])
    #expect(abs(try AreaUnderCurve().value(of: input) - 8.5 / 12) < 1e-15)
  }

  @Test("is 1 in order, 0 in reverse, one half for equal scores")
  func extremes() throws {
    let outcomes = [false, false, true, true]
    let metric = AreaUnderCurve()
    #expect(try metric.value(of: ScoredOutcomes(scores: [1, 2, 3, 4], outcomes: outcomes)) == 1)
    #expect(try metric.value(of: ScoredOutcomes(scores: [4, 3, 2, 1], outcomes: outcomes)) == 0)
    #expect(try metric.value(of: ScoredOutcomes(scores: [7, 7, 7, 7], outcomes: outcomes)) == 0.5)
    #expect(throws: MetricProblem.oneClass(metric: "AUC")) {
      try metric.value(of: ScoredOutcomes(scores: [1, 2], outcomes: [true, true]))
    }
    let perfect = try metric.estimate(of: ScoredOutcomes(scores: [1, 2, 3, 4], outcomes: outcomes))
    #expect(perfect.interval(level: 0.95) == nil)
  }

  @Test("its 90 % interval holds the truth in about 90 % of worlds")
  func coverage() throws {
    // Outcomes drawn from scores that are Beta(1.2, 2.5): the truth is the area on a very large sample.
    let truth = try AreaUnderCurve().value(of: Simulated.scored(50_000, seed: 99))
    var held = 0
    for world in 0..<150 {
      let estimate = try AreaUnderCurve().estimate(of: Simulated.scored(300, seed: UInt64(world)))
      if try #require(estimate.interval(level: 0.9)).contains(truth) { held += 1 }
    }
    // 135 expected, standard deviation 3.7.
    #expect((122...146).contains(held), "\(held) of 150")
  }
}
