import Computation
import Testing

@Suite("Digamma")
struct DigammaTests {
  /// From mpmath with 50 digits.
  static let exact: [(x: Double, value: Double)] = [
    (1e-3, -1000.5755719318103), (0.1, -10.423754940411076), (0.5, -1.9635100260214235),
    (1, -0.57721566490153286), (1.4616321449683623, -9.2412655217294275e-17), (2.5, 0.70315664064524319),
    (11.9, 2.4339335368825375), (12, 2.442661679975812), (100.25, 4.6026712432747126), (1e6, 13.815510057964191),
  ]

  @Test("is within its stated error", arguments: exact)
  func exactValues(pair: (x: Double, value: Double)) {
    #expect(abs(Digamma.of(pair.x) - pair.value) <= 1e-14 * max(1, abs(pair.value)))
  }
}
