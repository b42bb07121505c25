import Computation
import Glibc
import Testing

@Suite("Exponential")
struct ExponentialTests {
  /// Correctly rounded values from 300-bit arithmetic.
  static let exact: [(x: Double, value: Double)] = [
    (1.0, 0x1.5bf0a8b145769p+1),
    (-1.0, 0x1.78b56362cef38p-2),
    (0.5, 0x1.a61298e1e069cp+0),
    (-0.5, 0x1.368b2fc6f960ap-1),
    (1e-10, 0x1.000000006df38p+0),
    (-1e-10, 0x1.ffffffff24190p-1),
    (0.34657359027997264, 0x1.6a09e667f3bccp+0),
    (0.34657359027997275, 0x1.6a09e667f3bcdp+0),
    (10.0, 0x1.5829dcf950560p+14),
    (-10.0, 0x1.7cd79b5647c9bp-15),
    (88.7, 0x1.f4705bbffae5cp+127),
    (-100.3, 0x1.3aab0c9589e7bp-145),
    (700.0, 0x1.d945df4f8ec8ep+1009),
    (-700.0, 0x1.14f2b0fb9307fp-1010),
    (709.75, 0x1.ef85a11e73f2dp+1023),
    (-708.0, 0x1.7c8ab2288c9abp-1022),
    (-720.5, 0x0.00005cf08fff0p-1022),
    (-745.0, 0x0.0000000000001p-1022),
    (3.3333333333333335, 0x1.c081891afbaaep+4),
    (1e-300, 0x1.0000000000000p+0),
  ]

  @Test("is within 2 ulp of the exact value", arguments: exact)
  func exactValues(pair: (x: Double, value: Double)) {
    #expect(abs(Exponential.of(pair.x) - pair.value) <= 2 * pair.value.ulp)
  }

  @Test("is within 2 ulp of the C library over the whole range")
  func sweep() {
    var generator = SeededGenerator(seed: 1)
    var worst = 0.0
    for _ in 0..<50_000 {
      let x = generator.uniform(in: -745...709.7)
      let expected = exp(x)
      worst = max(worst, abs(Exponential.of(x) - expected) / expected.ulp)
    }
    #expect(worst <= 2)
  }

  @Test("keeps to its edges")
  func edges() {
    #expect(Exponential.of(0) == 1)
    #expect(Exponential.of(710) == .infinity)
    #expect(Exponential.of(-746) == 0)
    #expect(Exponential.of(.infinity) == .infinity)
    #expect(Exponential.of(-.infinity) == 0)
    #expect(Exponential.of(.nan).isNaN)
  }

  @Test("powers")
  func powers() {
    #expect(abs(Exponential.power(2, 10) - 1_024) < 1e-11)
    #expect(abs(Exponential.power(0.5, 0.5) - 0.5.squareRoot()) < 1e-15)
    #expect(Exponential.power(0, 0) == 1)
    #expect(Exponential.power(0, 2) == 0)
    #expect(Exponential.power(0, -1) == .infinity)
  }

  @Test("the logistic function is symmetric and does not overflow")
  func logistic() {
    #expect(Exponential.logistic(0) == 0.5)
    #expect(Exponential.logistic(1_000) == 1)
    #expect(Exponential.logistic(-1_000) == 0)
    #expect(abs(Exponential.logistic(2) + Exponential.logistic(-2) - 1) < 1e-15)
    #expect(abs(Exponential.logistic(1) - 0.7310585786300049) < 2e-16)
  }

  @Test(
    "e^x − 1 is mpmath's at 40 digits, to 2 ulp",
    arguments: [
      (1e-18, 1e-18), (-1e-9, -9.999999995e-10), (0.001, 0.0010005001667083417), (0.3399, 0.4048071028290412),
      (-0.3399, -0.2881584966461438), (0.35, 0.41906754859325723), (-0.7, -0.5034146962085905),
      (1, 1.7182818284590453), (5.5, 243.69193226422038), (-20, -0.9999999979388464),
    ] as [(Double, Double)])
  func lessOne(x: Double, expected: Double) {
    #expect(abs(Exponential.lessOne(x) - expected) <= 2 * expected.ulp)
  }
}
