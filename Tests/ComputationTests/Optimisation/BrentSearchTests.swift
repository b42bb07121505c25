import Computation
import Testing

@Suite("BrentSearch")
struct BrentSearchTests {
  @Test("finds minima that calculus gives")
  func known() {
    // x³ − 2x − 5 at √(2/3); −ln x / x at e; |x − 0.3| where a parabola is no help.
    let cubic = BrentSearch().minimise(from: 0, to: 1) { $0 * $0 * $0 - 2 * $0 - 5 }
    #expect(abs(cubic.point - (2.0 / 3).squareRoot()) < 2e-8)
    #expect(abs(cubic.value - ((2.0 / 3).squareRoot() * (2.0 / 3 - 2) - 5)) < 1e-14)
    let logarithm = BrentSearch().minimise(from: 1, to: 50) { -Logarithm.of($0) / $0 }
    #expect(abs(logarithm.point - 2.718281828459045) < 1e-7)
    let corner = BrentSearch().minimise(from: -7, to: 90) { abs($0 - 0.3) }
    #expect(abs(corner.point - 0.3) < 1e-8)
  }

  @Test("goes to the bound that is lowest, and comes to rest where nothing is finite")
  func bounds() {
    #expect(BrentSearch().minimise(from: 2, to: 5) { $0 }.point < 2.0000001)
    #expect(BrentSearch().minimise(from: 2, to: 5) { -$0 }.point > 4.999999)
    #expect(BrentSearch().minimise(from: 0, to: 1) { _ in .nan }.value == .infinity)
  }

  @Test("takes few evaluations on a smooth function")
  func evaluations() {
    var count = 0
    let found = BrentSearch(tolerance: 1e-8).minimise(from: -60, to: 60) { x in
      count += 1
      return Exponential.of(x / 10) - x / 20
    }
    #expect(abs(found.point - 10 * Logarithm.of(0.5)) < 1e-6)
    #expect(count < 40)
  }
}
