import Computation
import Modeling
import Testing

@Suite("ChanceOfBest")
struct ChanceOfBestTests {
  @Test("draws by hand, ties shared")
  func draws() {
    let draws: [[Double]] = [[1, 2, 3, 4], [2, 2, 1, 5], [0, 3, 3, 4]]
    let highest = ChanceOfBest.ofDraws(draws, better: .higher)
    // Winners: second; third; first and third; second.
    #expect(Arithmetic.near(highest, [0.125, 0.5, 0.375], within: 1e-15))
    let lowest = ChanceOfBest.ofDraws(draws, better: .lower)
    // Third; first and second; second; first and third.
    #expect(Arithmetic.near(lowest, [0.25, 0.375, 0.375], within: 1e-15))
  }

  @Test("a mean difference of z standard errors wins in Φ(z) of the resamples, the same on two workers")
  func losses() {
    var generator = SeededGenerator(seed: 6)
    let hard = (0..<400).map { _ in 10 * generator.uniform() }
    // Differences of ±0.5 about 0.05: mean 0.05, standard error 0.025, z = 2.
    let second = hard.enumerated().map { $1 + 0.05 + ($0 % 2 == 0 ? 0.5 : -0.5) }
    let shares = ChanceOfBest.ofLosses([hard, second], replicates: 4_000, using: SeededGenerator(seed: 1))
    #expect(abs(shares[0] - 0.977) < 0.01, "\(shares)")
    #expect(abs(shares[0] + shares[1] - 1) < 1e-12)
    let again = ChanceOfBest.ofLosses(
      [hard, second], replicates: 4_000, using: SeededGenerator(seed: 1), on: Workers(count: 2))
    #expect(again == shares)
  }
}
