import Computation
import Foundation
import Testing

@testable import Modeling

@Suite("TouchRule")
struct TouchRuleTests {
  private func credits(_ rule: TouchRule, _ rows: [(String, Double, Double, Double)]) throws -> [Double] {
    try rule.credits(of: Journeys(rows: rows)).conversions
  }

  @Test("divides one path as reckoned by hand")
  func byHand() throws {
    let path = [("a>b>c>b", 10.0, 50.0, 3.0)]
    #expect(try credits(.first, path) == [10, 0, 0])
    #expect(try credits(.last, path) == [0, 10, 0])
    #expect(try credits(.linear, path) == [2.5, 5, 2.5])
    #expect(try credits(.lastNonDirect(direct: ["b"]), path) == [0, 0, 10])
    // 40 % to a, 10 % to b and to c between, 40 % to the last b.
    expectClose(try credits(.position, path), [4, 5, 1], relative: 1e-15)
    expectClose(try TouchRule.position.credits(of: Journeys(rows: path)).values, [20, 25, 5], relative: 1e-15)
    // Half-life of one touch: 1/8, 1/4, 1/2, 1 of 15/8.
    expectClose(try credits(.timeDecay(halfLife: 1), path), [10.0 / 15, 100.0 / 15, 40.0 / 15], relative: 1e-15)
  }

  @Test("one touch and two touches")
  func shortPaths() throws {
    #expect(try credits(.position, [("a", 3, 0, 0)]) == [3])
    #expect(try credits(.position, [("a>b", 3, 0, 0)]) == [1.5, 1.5])
    #expect(try credits(.lastNonDirect(direct: ["a", "b"]), [("a>b", 3, 0, 0)]) == [0, 3])
    #expect(try credits(.timeDecay, [("a>a", 3, 0, 0)]) == [3])
  }

  @Test("ages in days rule the decay where they are known")
  func ages() throws {
    // 14 days before the newest touch: a quarter; 1/4 and 1 of 5/4. A sale 40 days after the last touch changes nothing.
    for late in [0.0, 40] {
      let journeys = try Journeys(
        channels: ["a", "b"], paths: [[0, 1]], ages: [[14 + late, late]],
        rows: [.init(path: 0, conversions: 10, value: 0, nulls: 0)])
      expectClose(try TouchRule.timeDecay.credits(of: journeys).conversions, [2, 8], relative: 1e-15)
    }
    // The same path at other ages is another path.
    let two = try Journeys(
      channels: ["a", "b"], paths: [[0, 1], [0, 1]], ages: [[7, 0], [14, 0]],
      rows: [.init(path: 0, conversions: 3), .init(path: 1, conversions: 5)])
    #expect(two.count == 2)
    expectClose(try TouchRule.timeDecay.credits(of: two).conversions, [1 + 1, 2 + 4], relative: 1e-15)
  }

  @Test("refuses shares and half-lives that make no sense")
  func refusals() throws {
    for rule in [
      TouchRule.position(ends: 0.6), .position(ends: .nan), .timeDecay(halfLife: 0), .timeDecay(halfLife: .nan),
    ] {
      #expect(throws: FitProblem.self) { try credits(rule, [("a>b", 1, 0, 0)]) }
    }
  }

  @Test("credits add up to the conversions and the value there were, to the last bit")
  func addsUp() throws {
    for seed in 0..<200 {
      let journeys = try Journeys.random(channels: 7, rows: 40, longest: 9, seed: UInt64(seed))
      for rule in [TouchRule.linear, .position, .timeDecay] {
        let credits = try rule.credits(of: journeys)
        #expect(credits.conversions.reduce(0, +) == journeys.totalConversions)
        #expect(credits.values.reduce(0, +) == journeys.totalValue)
      }
    }
  }

  @Test(
    "gives the reference's credits", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [
      (TouchRule.first, "first"), (.last, "last"), (.linear, "linear"), (.position, "position_40_20_40"),
      (.timeDecay(halfLife: 1), "time_decay_h1"), (.timeDecay, "time_decay_h7"),
    ])
  func reference(rule: TouchRule, key: String) throws {
    let journeys = try AttributionReference.journeys()
    let credits = try rule.credits(of: journeys)
    expectClose(
      credits.conversions,
      try AttributionReference.figures(AttributionReference.earlier, ["heuristics", key], of: journeys.channels))
    #expect(credits.conversions.reduce(0, +) == 19_785)
    #expect(abs(credits.values.reduce(0, +) - 74_802.97158721084) < 1e-9 * 74_803)
  }
}
