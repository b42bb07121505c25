import Modeling
import Testing

@Suite("WilsonInterval")
struct WilsonIntervalTests {
  @Test("8 of 10 at 95 %: 0.4902 to 0.9433 (Newcombe's formula by hand)")
  func byHand() {
    // z² = 3.8414588: centre (0.8 + 0.1920729)/1.3841459 = 0.716740, half 1.959964/1.3841459 · √(0.016 + 0.0096036).
    let interval = WilsonInterval.of(hits: 8, trials: 10, level: 0.95)
    #expect(abs(interval.lower - 0.490162) < 1e-5)
    #expect(abs(interval.upper - 0.943318) < 1e-5)
  }

  @Test("stays within 0 and 1")
  func edges() {
    #expect(WilsonInterval.of(hits: 0, trials: 5, level: 0.95).lower == 0)
    #expect(WilsonInterval.of(hits: 5, trials: 5, level: 0.95).upper == 1)
  }

  @Test(
    "matches the reference", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func reference() {
    // Hillstrom, mens e-mail: 3894 visits of 21307.
    let interval = WilsonInterval.of(hits: 3_894, trials: 21_307, level: 0.95)
    #expect(abs(interval.lower - 0.17762499082168498) < 1e-12)
    #expect(abs(interval.upper - 0.18800306163588704) < 1e-12)
  }
}
