import Computation
import Modeling
import Testing

@Suite("BiasCorrectedBootstrap")
struct BiasCorrectedBootstrapTests {
  /// e^((29 i mod 61 − 30) / 15) for i = 0…59: skewed.
  private let values = (0..<60).map { (i: Int) -> Double in Exponential.of(Double(i * 29 % 61 - 30) / 15) }

  @Test("near the ends of SciPy 1.17's BCa interval of mean and variance at 400,000 replicates")
  func reference() throws {
    let values = self.values
    let bootstrap = BiasCorrectedBootstrap(replicates: 20_000)
    let mean = try #require(
      bootstrap.interval(rows: 60, using: SeededGenerator(seed: 1), on: Workers(count: 2)) { rows in
        rows.reduce(0.0) { $0 + values[$1] } / Double(rows.count)
      })
    // The percentile interval is 1.383…2.370; Monte-Carlo errors here are about 0.005.
    #expect(abs(mean.lower - 1.4173) < 0.02 && abs(mean.upper - 2.4165) < 0.02, "\(mean)")
    let variance = try #require(
      bootstrap.interval(rows: 60, using: SeededGenerator(seed: 1)) { rows in
        var (centre, square) = (0.0, 0.0)
        for row in rows { centre += values[row] / Double(rows.count) }
        for row in rows { square += (values[row] - centre) * (values[row] - centre) }
        return square / Double(rows.count)
      })
    // The percentile interval is 2.264…5.288.
    #expect(abs(variance.lower - 2.5336) < 0.05 && abs(variance.upper - 5.6682) < 0.05, "\(variance)")
  }

  @Test("is the same on two workers, and nil where the statistic has no value")
  func edges() {
    let values = self.values
    let bootstrap = BiasCorrectedBootstrap(replicates: 200, groups: 7)
    let once = bootstrap.interval(rows: 60, using: SeededGenerator(seed: 1)) { values[$0[0]] }
    #expect(
      bootstrap.interval(rows: 60, using: SeededGenerator(seed: 1), on: Workers(count: 2)) { values[$0[0]] } == once)
    #expect(once != nil)
    #expect(bootstrap.interval(rows: 60, using: SeededGenerator(seed: 1)) { _ in nil } == nil)
    #expect(bootstrap.interval(rows: 1, using: SeededGenerator(seed: 1)) { _ in 1 } == nil)
    let level = bootstrap.interval(rows: 60, using: SeededGenerator(seed: 1)) { _ in 3 }
    #expect(level?.lower == 3 && level?.upper == 3)
  }
}
