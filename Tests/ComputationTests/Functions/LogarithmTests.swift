import Computation
import Glibc
import Testing

@Suite("Logarithm")
struct LogarithmTests {
  /// Correctly rounded values from 300-bit arithmetic.
  static let exact: [(x: Double, value: Double)] = [
    (2.0, 0x1.62e42fefa39efp-1),
    (10.0, 0x1.26bb1bbb55516p+1),
    (0.5, -0x1.62e42fefa39efp-1),
    (0.1, -0x1.26bb1bbb55515p+1),
    (1.0000001, 0x1.ad7f2847b6492p-24),
    (0.9999999, -0x1.ad7f2b1049b9fp-24),
    (1.4142135623730951, 0x1.62e42fefa39f0p-2),
    (0.7071067811865476, -0x1.62e42fefa39eep-2),
    (3.0, 0x1.193ea7aad030bp+0),
    (1e+300, 0x1.5963447f87fb5p+9),
    (1e-300, -0x1.5963447f87fb5p+9),
    (Double.leastNonzeroMagnitude, -0x1.74385446d71c3p+9),
    (123456.789, 0x1.77281cad8a844p+3),
    (0.75, -0x1.269621134db92p-2),
    (1.25, 0x1.c8ff7c79a9a22p-3),
    (2.718281828459045, 0x1.0000000000000p+0),
  ]

  /// ln(1 + x), likewise.
  static let exactOnePlus: [(x: Double, value: Double)] = [
    (1e-20, 0x1.79ca10c924223p-67),
    (-1e-20, -0x1.79ca10c924223p-67),
    (1e-08, 0x1.5798ee0636111p-27),
    (-1e-08, -0x1.5798ee3fdb764p-27),
    (0.3, 0x1.0ca937be1b9dcp-2),
    (-0.25, -0x1.269621134db92p-2),
    (0.41, 0x1.5fd5fabe64085p-2),
    (0.42, 0x1.6712984ec8f15p-2),
    (-0.29, -0x1.5eb5c7907e4c8p-2),
    (-0.3, -0x1.6d3c324e13f4ep-2),
    (1.0, 0x1.62e42fefa39efp-1),
    (-0.9, -0x1.26bb1bbb55516p+1),
    (-0.999999, -0x1.ba18a998fc064p+3),
    (5.5, 0x1.df2e6d6e5fbaap+0),
    (10000000000.0, 0x1.7069e2aa3184ep+4),
    (1e+17, 0x1.3926cd770aa67p+5),
  ]

  @Test("is within 2 ulp of the exact value", arguments: exact)
  func exactValues(pair: (x: Double, value: Double)) {
    #expect(abs(Logarithm.of(pair.x) - pair.value) <= 2 * pair.value.ulp)
  }

  @Test("of one plus x is within 2 ulp of the exact value", arguments: exactOnePlus)
  func exactOnePlusValues(pair: (x: Double, value: Double)) {
    #expect(abs(Logarithm.ofOnePlus(pair.x) - pair.value) <= 2 * pair.value.ulp)
  }

  @Test("is within 2 ulp of the C library, near 1 and over the whole range")
  func sweep() {
    var generator = SeededGenerator(seed: 2)
    var worst = 0.0
    var worstOnePlus = 0.0
    for round in 0..<50_000 {
      let x = round.isMultiple(of: 2) ? generator.uniform(in: 0.5...2) : exp(generator.uniform(in: -700...700))
      worst = max(worst, abs(Logarithm.of(x) - log(x)) / log(x).ulp)
      let y = round.isMultiple(of: 2) ? generator.uniform(in: -0.99...3) : exp(generator.uniform(in: -40...40))
      worstOnePlus = max(worstOnePlus, abs(Logarithm.ofOnePlus(y) - log1p(y)) / log1p(y).ulp)
    }
    #expect(worst <= 2)
    #expect(worstOnePlus <= 2)
  }

  @Test("keeps to its edges")
  func edges() {
    #expect(Logarithm.of(1) == 0)
    #expect(Logarithm.of(0) == -.infinity)
    #expect(Logarithm.of(-1).isNaN)
    #expect(Logarithm.of(.nan).isNaN)
    #expect(Logarithm.of(.infinity) == .infinity)
    #expect(Logarithm.ofOnePlus(0) == 0)
    #expect(Logarithm.ofOnePlus(-1) == -.infinity)
    #expect(Logarithm.ofOnePlus(-2).isNaN)
  }

  @Test("of a sum of exponentials does not overflow")
  func sumOfExponentials() {
    #expect(Logarithm.ofSumOfExponentials([1_000, 1_000]) == 1_000 + Logarithm.of(2))
    #expect(Logarithm.ofSumOfExponentials([Double]()) == -.infinity)
    #expect(Logarithm.ofSumOfExponentials([-.infinity, 3]) == 3)
    #expect(Logarithm.ofOnePlusExponential(1_000) == 1_000)
    #expect(abs(Logarithm.ofOnePlusExponential(0) - 0.6931471805599453) < 1e-16)
  }

  @Test("odds undo the logistic function")
  func odds() {
    #expect(Logarithm.odds(0.5) == 0)
    #expect(abs(Exponential.logistic(Logarithm.odds(0.2)) - 0.2) < 1e-16)
  }
}
