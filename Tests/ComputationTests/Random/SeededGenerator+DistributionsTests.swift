import Computation
import Testing

/// Mean and variance of each distribution against their formulas, at five standard errors of the mean.
@Suite("Distributions")
struct SeededGeneratorDistributionsTests {
  static let count = 40_000

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mean: Double
    let variance: Double
    let draw: @Sendable (inout SeededGenerator) -> Double
  }

  static let cases = [
    Case(testDescription: "normal", mean: 0, variance: 1) { $0.normal() },
    Case(testDescription: "normal 3, 2", mean: 3, variance: 4) { $0.normal(mean: 3, deviation: 2) },
    Case(testDescription: "exponential 4", mean: 0.25, variance: 1.0 / 16) { $0.exponential(rate: 4) },
    Case(testDescription: "gamma 0.3, 2", mean: 0.6, variance: 1.2) { $0.gamma(shape: 0.3, scale: 2) },
    Case(testDescription: "gamma 7, 0.5", mean: 3.5, variance: 1.75) { $0.gamma(shape: 7, scale: 0.5) },
    Case(testDescription: "beta 2, 3", mean: 0.4, variance: 0.04) { $0.beta(2, 3) },
    // e^(0.5²/2) and (e^0.25 − 1) e^0.25.
    Case(testDescription: "lognormal 0, 0.5", mean: 1.1331484530668263, variance: 0.3646958540123865) {
      $0.lognormal(logMean: 0, logDeviation: 0.5)
    },
    Case(testDescription: "Poisson 0.7", mean: 0.7, variance: 0.7) { Double($0.poisson(mean: 0.7)) },
    Case(testDescription: "Poisson 9.9", mean: 9.9, variance: 9.9) { Double($0.poisson(mean: 9.9)) },
    Case(testDescription: "Poisson 10.1", mean: 10.1, variance: 10.1) { Double($0.poisson(mean: 10.1)) },
    Case(testDescription: "Poisson 400", mean: 400, variance: 400) { Double($0.poisson(mean: 400)) },
  ]

  @Test("has its mean and variance", arguments: cases)
  func moments(of item: Case) {
    var generator = SeededGenerator(seed: 11).split(item.testDescription)
    let draws = (0..<Self.count).map { _ in item.draw(&generator) }
    let mean = draws.reduce(0, +) / Double(Self.count)
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(Self.count)
    #expect(abs(mean - item.mean) < 5 * (item.variance / Double(Self.count)).squareRoot())
    #expect(abs(variance / item.variance - 1) < 0.1)
  }

  @Test("Poisson shares match the probabilities on both sides of the change of method")
  func poissonShares() {
    // P(X = 10) at mean 12 and P(X = 2) at mean 3.
    for (mean, count, share) in [(12.0, 10, 0.10483725588365922), (3.0, 2, 0.22404180765538775)] {
      var generator = SeededGenerator(seed: 12)
      let hits = (0..<Self.count).count { _ in generator.poisson(mean: mean) == count }
      #expect(abs(Double(hits) / Double(Self.count) - share) < 0.008)
    }
    var generator = SeededGenerator(seed: 13)
    #expect(generator.poisson(mean: 0) == 0)
  }

  @Test("the normal has the right share beyond 1.96")
  func normalTail() {
    var generator = SeededGenerator(seed: 14)
    let beyond = (0..<Self.count).count { _ in abs(generator.normal()) > 1.959963984540054 }
    #expect(abs(Double(beyond) / Double(Self.count) - 0.05) < 0.0055)
  }
}
