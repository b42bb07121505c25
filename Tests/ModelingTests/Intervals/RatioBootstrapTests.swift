import Computation
import Modeling
import Testing

@Suite("RatioBootstrap")
struct RatioBootstrapTests {
  @Test("ratio and linearised error by hand")
  func byHand() throws {
    // Σ = 6 over 4; residuals 0.5 and −0.5 with R = 1.5: √0.5 / 4.
    let estimate = try RatioBootstrap().estimate(
      [2, 4], over: .perCustomer([1, 3]), using: SeededGenerator(seed: 1))
    #expect(estimate.ratio == 1.5)
    #expect(abs(estimate.standardError - 0.5.squareRoot() / 4) < 1e-15)
    let fixed = try RatioBootstrap().estimate([3, 4], over: .fixed(10), using: SeededGenerator(seed: 1))
    #expect(fixed.ratio == 0.7)
    #expect(abs(fixed.standardError - 0.5) < 1e-15)
  }

  @Test("is the same on two workers", arguments: RatioBootstrap.Variant.allCases)
  func workers(variant: RatioBootstrap.Variant) throws {
    let revenue = Self.revenue(200, deviation: 1, seed: 3)
    let tool = RatioBootstrap(replicates: 200, variant: variant)
    let once = try tool.estimate(revenue, over: .fixed(100), using: SeededGenerator(seed: 1))
    let again = try tool.estimate(
      revenue, over: .fixed(100), using: SeededGenerator(seed: 1), on: Workers(count: 2))
    #expect(once == again)
    #expect(once.interval.lower < once.ratio && once.ratio < once.interval.upper)
  }

  @Test("a 90 % interval holds the truth in about 90 % of worlds when revenue is lognormal with σ = 1")
  func coverage() throws {
    // Median 1, so the mean is e^½; 200 customers, 1 of spend for each.
    let truth = Exponential.of(0.5)
    var held: [RatioBootstrap.Variant: Int] = [:]
    for world in 0..<100 {
      let revenue = Self.revenue(200, deviation: 1, seed: UInt64(world))
      for variant in [RatioBootstrap.Variant.studentised, .biasCorrected] {
        let estimate = try RatioBootstrap(replicates: 200, variant: variant).estimate(
          revenue, over: .perCustomer([Double](repeating: 1, count: 200)), using: SeededGenerator(seed: UInt64(world)))
        if estimate.interval.contains(truth) { held[variant, default: 0] += 1 }
      }
    }
    // Measured over 1000 worlds: 90.0 % and 89.0 %; three standard deviations of 100 worlds are 9 %.
    for (variant, count) in held { #expect((81...98).contains(count), "\(variant): \(count) of 100") }
  }

  @Test("refuses what has no ratio")
  func refusals() {
    let tool = RatioBootstrap()
    let generator = SeededGenerator(seed: 1)
    #expect(throws: MetricProblem.noRows(metric: "ratio of sums")) {
      try tool.estimate([1], over: .fixed(1), using: generator)
    }
    #expect(throws: MetricProblem.emptyDenominator(metric: "ratio of sums")) {
      try tool.estimate([1, 2], over: .perCustomer([0, 0]), using: generator)
    }
    #expect(throws: MetricProblem.notFinite(metric: "ratio of sums", row: 1)) {
      try tool.estimate([1, .nan], over: .fixed(1), using: generator)
    }
    #expect(throws: MetricProblem.oneClass(metric: "ratio of sums")) {
      try tool.estimate([2, 4], over: .perCustomer([1, 2]), using: generator)
    }
  }

  static func revenue(_ count: Int, deviation: Double, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed).split("revenue")
    return (0..<count).map { _ in generator.lognormal(logMean: 0, logDeviation: deviation) }
  }
}
