import Computation
import Testing

@testable import Modeling

@Suite("ShapleyAttribution")
struct ShapleyAttributionTests {
  @Test("shares a sale evenly among the distinct channels of its path")
  func conversions() throws {
    let journeys = try Journeys(rows: [("a>b>a", 6, 12, 5), ("c", 1, 1, 0), ("a>b>c>a", 3, 9, 0)])
    let credits = try ShapleyAttribution().credits(of: journeys)
    expectClose(credits.conversions, [4, 4, 2], relative: 1e-15)
    expectClose(credits.values, [9, 9, 4], relative: 1e-15)
  }

  @Test("the rate game by hand")
  func rate() throws {
    // v(a) = 1/4, v(b) = 0, v(ab) = (1 + 3) / (4 + 2 + 4) = 0.4.
    // φ(a) = ½ (0.25 + 0.4) = 0.325, φ(b) = ½ (0 + 0.15) = 0.075; scaled to 4 sales: 3.25 and 0.75.
    let journeys = try Journeys(rows: [("a", 1, 0, 3), ("b", 0, 0, 2), ("a>b", 3, 0, 1)])
    let credits = try ShapleyAttribution(game: .rate).credits(of: journeys)
    expectClose(credits.conversions, [3.25, 0.75], relative: 1e-14)
  }

  @Test("all sets and the closed form agree on the conversions game")
  func closedForm() throws {
    for seed in 0..<10 {
      let journeys = try Journeys.random(channels: 9, rows: 80, longest: 7, seed: UInt64(seed))
      let values = CoalitionGame(journeys) { conversions, _ in conversions }.enumerated()
      expectClose(values, try ShapleyAttribution().credits(of: journeys).conversions, relative: 1e-12)
    }
  }

  @Test("permutations come within their error of all sets")
  func sampled() throws {
    let journeys = try Journeys.random(channels: 10, rows: 200, longest: 6, seed: 4)
    let game = CoalitionGame(journeys) { conversions, total in total > 0 ? conversions / total : 0 }
    let exact = game.enumerated()
    let sampled = game.sampled(permutations: 4_000, using: SeededGenerator(seed: 1), on: .one)
    let two = game.sampled(permutations: 4_000, using: SeededGenerator(seed: 1), on: Workers(count: 2))
    #expect(sampled.values == two.values)
    #expect(sampled.errors == two.errors)
    for channel in exact.indices {
      #expect(abs(sampled.values[channel] - exact[channel]) < 4 * sampled.errors[channel])
    }
    // z² of ten channels: mean 1, so their root mean square stays well within 2, and is no tiny number either.
    let squares = exact.indices.map { pow2((sampled.values[$0] - exact[$0]) / sampled.errors[$0]) }
    #expect((0.1...4).contains(squares.reduce(0, +) / Double(squares.count)))
  }

  private func pow2(_ x: Double) -> Double { x * x }

  @Test("beyond twelve channels the rate game is sampled, and says how far off it may be")
  func many() throws {
    let journeys = try Journeys.random(channels: 13, rows: 300, longest: 6, seed: 5)
    let credits = try ShapleyAttribution(game: .rate, permutations: 500).credits(of: journeys)
    #expect(credits.conversions.reduce(0, +) == journeys.totalConversions)
    #expect(credits.samplingErrors?.count == 13)
    #expect(credits.samplingErrors?.allSatisfy { $0 > 0 } == true)
    #expect(throws: FitProblem.self) {
      try ShapleyAttribution(game: .rate, permutations: 1).credits(of: journeys)
    }
  }

  @Test(
    "gives the reference's credits", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func reference() throws {
    let journeys = try AttributionReference.journeys()
    let credits = try ShapleyAttribution().credits(of: journeys)
    let path = ["heuristics", "shapley_simple"]
    expectClose(
      credits.conversions,
      try AttributionReference.figures(AttributionReference.earlier, path, of: journeys.channels))
    // Twelve channels: all 4,096 sets give the same.
    let values = CoalitionGame(journeys) { conversions, _ in conversions }.enumerated()
    expectClose(values, credits.conversions)
  }
}
