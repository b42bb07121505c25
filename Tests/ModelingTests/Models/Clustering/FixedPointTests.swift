import Computation
import Testing

@testable import Modeling

@Suite("FixedPoint")
struct FixedPointTests {
  @Test("a sum is the same in any order, and a number taken out again leaves no trace")
  func exact() {
    var generator = SeededGenerator(seed: 1)
    let values = (0..<1_000).map { _ in generator.normal() * 1e6 }
    let point = FixedPoint(largest: values.map { abs($0) }.max() ?? 0)
    let sum = values.reduce(0) { $0 + point.integer($1) }
    #expect(values.reversed().reduce(0) { $0 + point.integer($1) } == sum)
    #expect(sum + point.integer(values[7]) - point.integer(values[7]) == sum)
    #expect(abs(point.number(sum) - values.reduce(0, +)) < 1e-6)
  }

  @Test("whole numbers and halves are exact", arguments: [1.0, 3, 1e9, 5e-250, 1e300])
  func halves(unit: Double) {
    let point = FixedPoint(largest: 7.5 * unit)
    let sum = [7.5, -2.5, 1].reduce(0) { $0 + point.integer($1 * unit) }
    #expect(abs(point.number(sum) / unit - 6) < 1e-15)
  }

  @Test("nothing but zeros add up to zero")
  func zeros() {
    let point = FixedPoint(largest: 0)
    #expect(point.number(point.integer(0) + point.integer(-0.0)) == 0)
  }
}
