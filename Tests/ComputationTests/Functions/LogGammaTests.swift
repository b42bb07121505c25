import Computation
import Testing

@Suite("LogGamma")
struct LogGammaTests {
  /// From 300-bit arithmetic.
  static let exact: [(x: Double, value: Double)] = [
    (0.1, 2.252712651734206),
    (0.5, 0.5723649429247001),
    (1.0, 0.0),
    (1.5, -0.12078223763524522),
    (2.0, 0.0),
    (3.7, 1.428072326665388),
    (10.0, 12.801827480081469),
    (25.5, 56.389167643719944),
    (100.0, 359.1342053695754),
    (12345.6, 103959.18506616846),
  ]

  @Test("is within its stated error", arguments: exact)
  func exactValues(pair: (x: Double, value: Double)) {
    #expect(abs(LogGamma.of(pair.x) - pair.value) <= 1e-14 * max(1, abs(pair.value)))
  }
}
