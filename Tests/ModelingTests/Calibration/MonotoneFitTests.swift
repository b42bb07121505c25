import Modeling
import Testing

@Suite("MonotoneFit")
struct MonotoneFitTests {
  @Test("pools violators, and ties first")
  func byHand() {
    // At 1: 1 of 2; at 2: 0 of 1; at 3: 1 of 1. The first two pool to 1/3.
    let fit = MonotoneFit(values: [3, 1, 2, 1], outcomes: [true, true, false, false])
    #expect(fit.blocks.map(\.mean) == [1.0 / 3, 1])
    #expect(fit.blocks.map(\.low) == [1, 3])
    #expect(fit.blocks.map(\.high) == [2, 3])
    #expect(fit.blocks.map(\.weight) == [3, 1])
  }

  @Test("equals the max-min formula on random outcomes")
  func maxMin() throws {
    // ŷ_i = max over a ≤ i of min over b ≥ i of the mean of y_a…y_b (Barlow et al. 1972).
    let input = try Simulated.scored(60, seed: 8) { 1 - $0 }
    let rows = zip(input.scores, input.outcomes).sorted { $0.0 < $1.0 }
    let y = rows.map { $0.1 ? 1.0 : 0 }
    let blocks = MonotoneFit(values: input.scores, outcomes: input.outcomes).blocks
    for i in y.indices {
      var expected = 0.0
      for a in 0...i {
        var least = Double.infinity
        for b in i..<y.count { least = min(least, y[a...b].reduce(0, +) / Double(b - a + 1)) }
        expected = max(expected, least)
      }
      let block = try #require(blocks.first { rows[i].0 >= $0.low && rows[i].0 <= $0.high })
      #expect(abs(block.mean - expected) < 1e-12)
    }
  }
}
