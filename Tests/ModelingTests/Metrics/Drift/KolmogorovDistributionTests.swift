import Testing

@testable import Modeling

@Suite("KolmogorovDistribution")
struct KolmogorovDistributionTests {
  /// By scipy 1.17.1, `kstwo.sf(x, n)`: each of its ways to calculate.
  static let tails: [(count: Int, x: Double, tail: Double)] = [
    (1, 0.7, 0.6000000000000001), (3, 0.1, 1), (5, 0.3, 0.664), (5, 0.6, 0.03008000000000001),
    (10, 0.41, 0.04932075782870482), (10, 0.25, 0.4841115325000003), (50, 0.1, 0.6623112704658186),
    (100, 0.05, 0.9532159710635725), (100, 0.1, 0.2526927570063874), (100, 0.2, 0.0005551927327988775),
    (140, 0.11, 0.06252511429470399), (141, 0.11, 0.061026676517912715), (150, 0.05, 0.8290828416799794),
    (142, 0.04459937204875275, 0.9281138059782017), (200, 0.035, 0.959895555633483),
    (500, 0.03, 0.7473166700457021), (500, 0.06, 0.05243463489026223), (500, 0.1, 8.342293067263533e-05),
    (1_000, 0.02, 0.8108971656895577), (11_303, 0.004, 0.9932744171391176), (11_303, 0.01, 0.20695846087375847),
    (11_303, 0.02, 0.00023329335794536004), (200_000, 0.002, 0.39995085369038097),
    (200_000, 0.004, 0.003314212822560255),
  ]

  @Test("tails by scipy", arguments: tails)
  func scipy(count: Int, x: Double, tail: Double) {
    #expect(abs(KolmogorovDistribution(count: count).tail(x) - tail) <= 1e-6 * tail)
  }

  @Test("ends")
  func ends() {
    let distribution = KolmogorovDistribution(count: 20)
    #expect(distribution.tail(0) == 1 && distribution.tail(0.025) == 1)
    #expect(distribution.tail(1) == 0 && KolmogorovDistribution(count: 10_000).tail(0.3) == 0)
  }
}
