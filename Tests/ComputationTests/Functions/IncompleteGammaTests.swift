import Computation
import Testing

@Suite("IncompleteGamma")
struct IncompleteGammaTests {
  struct Exact {
    let a, x, lower, upper: Double
  }

  /// From mpmath with 50 digits.
  static let exact = [
    Exact(a: 0.5, x: 0.1, lower: 0.34527915398142298, upper: 0.65472084601857702),
    Exact(a: 0.5, x: 5, lower: 0.99843459774199745, upper: 0.0015654022580025497),
    Exact(a: 0.5, x: 50, lower: 1, upper: 1.5239706048321052e-23),
    Exact(a: 1, x: 2.5, lower: 0.9179150013761012, upper: 0.082084998623898795),
    Exact(a: 3, x: 1, lower: 0.080301397071394196, upper: 0.9196986029286058),
    Exact(a: 3, x: 10, lower: 0.99723060428448842, upper: 0.0027693957155115759),
    Exact(a: 10, x: 9.5, lower: 0.47817397776279259, upper: 0.52182602223720741),
    Exact(a: 10, x: 11.5, lower: 0.71120546045132874, upper: 0.28879453954867126),
    Exact(a: 100, x: 80, lower: 0.017108313035133114, upper: 0.98289168696486689),
    Exact(a: 100, x: 130, lower: 0.99724959163269347, upper: 0.0027504083673065263),
    Exact(a: 1.5, x: 260.06, lower: 1, upper: 2.0806616805438083e-112),
    Exact(a: 1_000, x: 1_010, lower: 0.62767894473699473, upper: 0.37232105526300527),
  ]

  @Test("is within its stated error, in the tail too", arguments: exact)
  func exactValues(item: Exact) {
    #expect(abs(IncompleteGamma.lower(item.a, item.x) - item.lower) <= 1e-12 * item.lower)
    #expect(abs(IncompleteGamma.upper(item.a, item.x) - item.upper) <= 1e-12 * item.upper)
  }

  @Test("runs from 0 to 1")
  func ends() {
    #expect(IncompleteGamma.lower(2, 0) == 0)
    #expect(IncompleteGamma.upper(2, 0) == 1)
    #expect(IncompleteGamma.lower(2, .infinity) == 1)
    #expect(IncompleteGamma.upper(2, .infinity) == 0)
  }
}
