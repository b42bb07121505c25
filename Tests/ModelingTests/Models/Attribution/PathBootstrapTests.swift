import Computation
import Testing

@testable import Modeling

@Suite("PathBootstrap")
struct PathBootstrapTests {
  @Test("the interval of a share is that of a binomial")
  func binomial() throws {
    // 300 of 400 sales begin with a: sd of the count √(400 · ¾ · ¼) = 8.66; ±1.96 sd = 283.0 … 317.0.
    let journeys = try Journeys(rows: [("a", 300, 0, 50), ("b", 100, 0, 900)])
    let interval = try #require(
      try PathBootstrap(replicates: 4_000).intervals([.first], of: journeys, using: SeededGenerator(seed: 1)))
    #expect(abs(interval[0].conversions[0].lower - 283.03) < 1.5)
    #expect(abs(interval[0].conversions[0].upper - 316.97) < 1.5)
    #expect(interval[0].removalEffects == nil)
    let shapley = PathBootstrap(replicates: 4_000).intervals(shapleyOf: journeys, using: SeededGenerator(seed: 1))
    #expect(shapley == interval[0])
  }

  @Test("the chain's intervals hold its estimate and do not depend on the number of workers")
  func chain() throws {
    let journeys = try Journeys.random(channels: 5, rows: 300, longest: 5, seed: 1)
    let model = MarkovAttribution(order: 2)
    let fitted = try model.fit(journeys)
    let bootstrap = PathBootstrap(replicates: 100)
    let intervals = try #require(try bootstrap.intervals(model, of: journeys, using: SeededGenerator(seed: 2)))
    #expect(
      try bootstrap.intervals(model, of: journeys, using: SeededGenerator(seed: 2), on: Workers(count: 2)) == intervals)
    let effects = try #require(intervals.removalEffects)
    for channel in 0..<5 {
      #expect(intervals.conversions[channel].contains(fitted.credits.conversions[channel]))
      #expect(effects[channel].contains(fitted.removalEffects[channel]))
      #expect(effects[channel].upper - effects[channel].lower < 0.2)
    }
  }

  /// A replicate of a mean of 0.001 holds a conversion one time in a thousand.
  @Test("there is no interval where the replicates hold no conversion", arguments: [1e-300, 0.001, 0.1])
  func hardlyAnyConversion(conversions: Double) throws {
    let journeys = try Journeys(rows: [("a", conversions, 0, 50), ("b", 0, 0, 900)])
    let bootstrap = PathBootstrap(replicates: 200)
    let generator = SeededGenerator(seed: 1)
    #expect(try bootstrap.intervals([.first], of: journeys, using: generator) == nil)
    #expect(bootstrap.intervals(shapleyOf: journeys, using: generator) == nil)
    #expect(try bootstrap.intervals(MarkovAttribution(), of: journeys, using: generator) == nil)
  }
}
