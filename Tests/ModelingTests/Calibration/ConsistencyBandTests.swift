import Computation
import Modeling
import Testing

@Suite("ConsistencyBand")
struct ConsistencyBandTests {
  let band = ConsistencyBand(replicates: 99)

  @Test("a calibrated score is told off in about 5 % of worlds; one point leaves its 90 % band in about 10 %")
  func calibrated() throws {
    var held = 0
    var inside = 0.0
    let worlds = 100
    for world in 0..<worlds {
      let input = try Simulated.scored(200, seed: UInt64(1_000 + world))
      let result = try band.measure(input, using: SeededGenerator(seed: UInt64(world)))
      if result.holds { held += 1 }
      inside += result.pointwiseShare / Double(worlds)
      #expect(result.holds == (result.pValue > 0.05))
    }
    // 95 expected, standard deviation 2.2.
    #expect((88...100).contains(held), "\(held) of \(worlds)")
    #expect((0.86...0.94).contains(inside), "\(inside)")
  }

  @Test("a score that is too sure is found out")
  func overconfident() throws {
    let input = try Simulated.scored(800, seed: 1) { 0.25 + 0.5 * $0 }
    let result = try band.measure(input, using: SeededGenerator(seed: 1))
    #expect(!result.holds)
    #expect(result.pValue <= 0.02)
  }

  @Test("is the same on two workers and for another order of rows")
  func reproducible() throws {
    let input = try Simulated.scored(500, seed: 4)
    let once = try band.measure(input, using: SeededGenerator(seed: 2))
    #expect(try band.measure(input, using: SeededGenerator(seed: 2), on: Workers(count: 2)) == once)
    var generator = SeededGenerator(seed: 9)
    let shuffled = try input.selecting(rows: generator.permutation(500))
    #expect(try band.measure(shuffled, using: SeededGenerator(seed: 2)) == once)
    #expect(once.points.count == 128)
    #expect(once.points.allSatisfy { $0.simultaneous.lower <= $0.score && $0.score <= $0.simultaneous.upper })
  }

  @Test("an event at a score of zero cannot be")
  func impossible() throws {
    let input = try ScoredOutcomes(scores: [0, 0, 0.5, 0.5], outcomes: [true, false, true, false])
    #expect(!(try band.measure(input, using: SeededGenerator(seed: 1)).holds))
  }
}
