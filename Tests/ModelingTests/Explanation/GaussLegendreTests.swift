import Testing

@testable import Modeling

@Suite("GaussLegendre")
struct GaussLegendreTests {
  @Test("published points and weights (Abramowitz and Stegun 1964, table 25.4), on 0…1")
  func published() {
    let two = GaussLegendre(count: 2)
    #expect(abs(two.points[0] - (1 + 0.577350269189626) / 2) < 1e-14 && abs(two.weights[0] - 0.5) < 1e-14)
    let five = GaussLegendre(count: 5)
    #expect(abs(five.points[0] - (1 + 0.906179845938664) / 2) < 1e-14)
    #expect(abs(five.weights[0] - 0.236926885056189 / 2) < 1e-14 && abs(five.points[2] - 0.5) < 1e-15)
    #expect(abs(five.weights[2] - 0.568888888888889 / 2) < 1e-14)
  }

  @Test("powers up to 2 n − 1 integrate to 1 / (power + 1)", arguments: [1, 2, 3, 4, 8, 17, 30])
  func powers(count: Int) {
    let rule = GaussLegendre(count: count)
    for power in 0..<(2 * count) {
      let sum = zip(rule.points, rule.weights).reduce(0.0) { sum, item in
        sum + item.1 * (0..<power).reduce(1.0) { product, _ in product * item.0 }
      }
      #expect(abs(sum - 1 / Double(power + 1)) < 1e-14)
    }
  }
}
