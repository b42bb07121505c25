import Computation
import Testing

@testable import Modeling

@Suite("MarkovAttribution")
struct MarkovAttributionTests {
  @Test("removal effects of a chain reckoned by hand")
  func byHand() throws {
    // start → a 2/3, b 1/3; a → b 1/2, sale 1/2; b → sale 1/2, nothing 1/2.
    // P(a) = 1/2 + 1/2 · 1/2 = 3/4, P = 2/3 · 3/4 + 1/3 · 1/2 = 2/3.
    // Without a: 1/3 · 1/2 = 1/6, effect 3/4. Without b: 2/3 · 1/2 = 1/3, effect 1/2.
    let journeys = try Journeys(rows: [("a", 1, 10, 0), ("a>b", 1, 0, 0), ("b", 0, 0, 1)])
    let fitted = try MarkovAttribution().fit(journeys)
    expectClose(fitted.removalEffects, [0.75, 0.5], relative: 1e-15)
    expectClose(fitted.credits.conversions, [1.2, 0.8], relative: 1e-15)
    expectClose(fitted.credits.values, [6, 4], relative: 1e-15)
    #expect(abs(fitted.conversionProbability - 2.0 / 3) < 1e-15)
    #expect(abs((fitted.probability(after: ["a"]) ?? 0) - 0.75) < 1e-15)
    #expect(abs((fitted.probability(after: ["b", "b"]) ?? 0) - 0.5) < 1e-15)
    #expect(fitted.probability(after: ["z"]) == nil)
    #expect(fitted.states == 3)
  }

  @Test("a second touch of the same channel is dropped unless asked for")
  func repeats() throws {
    let journeys = try Journeys(rows: [("a>a>b", 2, 0, 1), ("a>b", 1, 0, 3), ("b", 0, 0, 1)])
    let merged = try Journeys(rows: [("a>b", 3, 0, 4), ("b", 0, 0, 1)])
    for order in 1...4 {
      let dropped = try MarkovAttribution(order: order).fit(journeys)
      #expect(dropped.removalEffects == (try MarkovAttribution(order: order).fit(merged)).removalEffects)
      let kept = try MarkovAttribution(order: order, keepsRepeats: true).fit(journeys)
      // Two touches back both come to "a b", which sells 3 of 7; three back "a a b" sells 2 of 3.
      #expect((order < 3) == (kept.probability(after: ["a"]) == kept.probability(after: ["a", "a"])))
    }
  }

  /// P(sale) of the order-1 chain, by Gaussian elimination on I − Q, with one channel's inflow sent to nothing.
  private func probability(_ rows: [(path: [Int], sales: Double, nulls: Double)], channels: Int, without: Int?)
    -> Double
  {
    var count = Matrix(rows: channels + 1, columns: channels + 2)
    var total = [Double](repeating: 0, count: channels + 1)
    for row in rows {
      var state = channels
      for channel in row.path {
        count[state, channel] += row.sales + row.nulls
        total[state] += row.sales + row.nulls
        state = channel
      }
      count[state, channels + 1] += row.sales
      total[state] += row.sales + row.nulls
    }
    var system = Matrix(rows: channels + 1, columns: channels + 2)
    for state in 0...channels {
      for other in 0...channels {
        let move = other == without || total[state] == 0 ? 0 : count[state, other] / total[state]
        system[state, other] = (state == other ? 1 : 0) - move
      }
      system[state, channels + 1] = total[state] == 0 ? 0 : count[state, channels + 1] / total[state]
    }
    for pivot in 0...channels {
      for state in 0...channels where state != pivot {
        let factor = system[state, pivot] / system[pivot, pivot]
        for column in 0...(channels + 1) { system[state, column] -= factor * system[pivot, column] }
      }
    }
    return system[channels, channels + 1] / system[channels, channels]
  }

  @Test("agrees with Gaussian elimination on random journeys and on very long loops", arguments: 0..<20)
  func elimination(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let channels = 3 + seed % 15
    var rows = (0..<60).map { _ in
      (
        path: (0...generator.integer(below: 12)).map { _ in generator.integer(below: channels) },
        sales: Double(generator.integer(below: 3)), nulls: Double(generator.integer(below: 6))
      )
    }
    rows.append((Array(0..<channels), 1, 1))
    // Two pairs of channels between which a journey goes to and fro thousands of times.
    if seed % 4 == 0 {
      rows.append(((0..<9_000).map { $0 % 2 }, 1, 0))
      rows.append(((0..<7_001).map { 1 + $0 % 2 }, 1, 1))
    }
    let names = (0..<channels).map { "c\(10 + $0)" }
    let journeys = try Journeys(
      channels: names, paths: rows.map(\.path),
      rows: rows.enumerated().map { .init(path: $0, conversions: $1.sales, value: 0, nulls: $1.nulls) })
    let fitted = try MarkovAttribution(order: 1, keepsRepeats: true).fit(journeys)
    let base = probability(rows, channels: channels, without: nil)
    let expected = (0..<channels).map { 1 - probability(rows, channels: channels, without: $0) / base }
    #expect(fitted.credits.channels == names)
    for (a, b) in zip(fitted.removalEffects, expected) { #expect(abs(a - b) < 1e-11, "\(a) beside \(b)") }
  }

  @Test("one channel alone earns everything; so do channels without journeys that failed")
  func edges() throws {
    let one = try MarkovAttribution(order: 4).fit(try Journeys(rows: [("a>a>a", 4, 9, 2)]))
    #expect(one.removalEffects == [1])
    #expect(one.credits.conversions == [4])
    let none = try MarkovAttribution(order: 2).fit(
      try Journeys(rows: [("a>b", 1, 0, 0), ("b", 1, 0, 0), ("c", 0, 0, 3)]))
    #expect(none.credits.conversions.reduce(0, +) == 2)
    #expect(none.removalEffects[2] == 0)
    #expect(throws: FitProblem.self) { try MarkovAttribution(order: 5).fit(Journeys(rows: [("a", 1, 0, 0)])) }
    #expect(throws: FitProblem.self) { try MarkovAttribution(order: 0).fit(Journeys(rows: [("a", 1, 0, 0)])) }
  }

  @Test("500 channels at order 4")
  func many() throws {
    let journeys = try Journeys.random(channels: 500, rows: 2_000, longest: 12, seed: 3)
    let fitted = try MarkovAttribution(order: 4).fit(journeys, on: Workers(count: 2))
    #expect(fitted.credits.conversions.reduce(0, +) == journeys.totalConversions)
    #expect(fitted.removalEffects.allSatisfy { (0...1).contains($0) })
  }

  @Test(
    "gives the reference's removal effects and credits",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [1, 2, 3, 4], [true, false])
  func reference(order: Int, keepsRepeats: Bool) throws {
    let journeys = try AttributionReference.journeys()
    let fitted = try MarkovAttribution(order: order, keepsRepeats: keepsRepeats).fit(journeys)
    let path = [keepsRepeats ? "markov" : "markov_collapsed", "\(order)"]
    let file = AttributionReference.exact
    let figures = { try AttributionReference.figures(file, path + [$0], of: journeys.channels) }
    expectClose(fitted.removalEffects, try figures("removal_effect"))
    expectClose(fitted.credits.conversions, try figures("conversions"))
    expectClose(fitted.credits.values, try figures("value_by_conv_RE"))
    #expect(fitted.states == (try AttributionReference.member(file, path + ["n_states"]) as? Int))
    let base = try AttributionReference.member(file, path + ["p_conversion"]) as? Double ?? 0
    #expect(abs(fitted.conversionProbability - base) < 1e-12)
    #expect(fitted.credits.conversions.reduce(0, +) == 19_785)
  }
}
