import Computation
import Testing

@Suite("NormalDistribution")
struct NormalDistributionTests {
  /// From 300-bit arithmetic.
  static let exact: [(x: Double, value: Double)] = [
    (-37.0, 5.725571222524577e-300),
    (-10.0, 7.619853024160525e-24),
    (-3.0, 0.0013498980316300946),
    (-2.4, 0.008197535924596131),
    (-1.0, 0.15865525393145705),
    (-0.1, 0.460172162722971),
    (0.0, 0.5),
    (0.5, 0.6914624612740131),
    (1.959963984540054, 0.975),
    (2.6, 0.9953388119762813),
  ]

  /// Probability and quantile, likewise.
  static let quantiles: [(p: Double, x: Double)] = [
    (1e-10, -6.361340902404057),
    (0.001, -3.0902323061678136),
    (0.025, -1.9599639845400543),
    (0.05, -1.6448536269514726),
    (0.25, -0.6744897501960817),
    (0.4999, -0.00025066283008800747),
    (0.9, 1.2815515655446006),
    (0.975, 1.9599639845400538),
    (0.999, 3.090232306167813),
  ]

  @Test("distribution function", arguments: exact)
  func cumulative(pair: (x: Double, value: Double)) {
    #expect(abs(NormalDistribution.cumulative(pair.x) - pair.value) <= 1e-12 * pair.value)
  }

  @Test("quantile", arguments: quantiles)
  func quantile(pair: (p: Double, x: Double)) {
    #expect(abs(NormalDistribution.quantile(pair.p) - pair.x) <= 1e-12)
  }
}
