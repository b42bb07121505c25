import Computation
import Modeling
import Testing

@Suite("PercentileBootstrap")
struct PercentileBootstrapTests {
  let bootstrap = PercentileBootstrap(replicates: 400, level: 0.9)

  @Test("the interval of a mean is the normal one; the same on two workers")
  func mean() throws {
    var generator = SeededGenerator(seed: 1)
    let values = (0..<400).map { _ in generator.normal() }
    let statistic: @Sendable ([Int]) -> Double? = { rows in rows.reduce(0) { $0 + values[$1] } / Double(rows.count) }
    let interval = try #require(bootstrap.interval(rows: 400, using: SeededGenerator(seed: 2), statistic: statistic))
    let mean = values.reduce(0, +) / 400
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 400).squareRoot()
    #expect(abs(interval.lower - (mean - 1.645 * deviation / 20)) < 0.02)
    #expect(abs(interval.upper - (mean + 1.645 * deviation / 20)) < 0.02)
    let again = bootstrap.interval(
      rows: 400, using: SeededGenerator(seed: 2), on: Workers(count: 2), statistic: statistic)
    #expect(again == interval)
  }

  @Test("what resampling raises is moved back: the square of a mean rises by variance over count, and stays above 0")
  func centred() throws {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<400).map { _ in generator.normal() }
    let statistic: @Sendable ([Int]) -> Double? = { rows in
      let mean = rows.reduce(0) { $0 + values[$1] } / Double(rows.count)
      return mean * mean
    }
    let whole = try #require(statistic(Array(0..<400)))
    let raised = try #require(bootstrap.interval(rows: 400, using: SeededGenerator(seed: 4), statistic: statistic))
    let centred = try #require(
      bootstrap.centredInterval(rows: 400, using: SeededGenerator(seed: 4), statistic: statistic))
    let mean = values.reduce(0, +) / 400
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 400
    #expect(abs(raised.upper - centred.upper - variance / 400) < 5e-4)
    #expect(centred.lower >= 0 && centred.lower <= whole && whole <= centred.upper)
  }

  @Test("has no interval where the statistic mostly has no value")
  func noValue() {
    #expect(bootstrap.interval(rows: 10, using: SeededGenerator(seed: 1)) { _ in nil } == nil)
    #expect(bootstrap.interval(rows: 10, using: SeededGenerator(seed: 1)) { $0[0] < 5 ? 1 : nil } == nil)
  }
}
