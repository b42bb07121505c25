import Computation
import Testing

@Suite("LogBeta")
struct LogBetaTests {
  /// From mpmath with 50 digits.
  static let exact: [(a: Double, b: Double, value: Double)] = [
    (0.1, 0.2, 2.6809784793469149), (0.793, 2.426, -0.51156928859370334), (1, 1, 0), (3, 4, -4.0943445622221007),
    (0.5, 1e6, -6.335390211057437), (20, 30, -33.968820791977383), (0.001, 50, 6.9032768856098272),
    (1000, 0.01, 4.5304072760606921), (1e5, 2e5, -190958.88527911685),
  ]

  @Test("is within its stated error and the same either way round", arguments: exact)
  func exactValues(item: (a: Double, b: Double, value: Double)) {
    #expect(abs(LogBeta.of(item.a, item.b) - item.value) <= 1e-13 * max(1, abs(item.value)))
    #expect(LogBeta.of(item.a, item.b) == LogBeta.of(item.b, item.a))
  }
}
