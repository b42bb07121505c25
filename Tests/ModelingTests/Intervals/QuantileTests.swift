import Modeling
import Testing

@Suite("Quantile")
struct QuantileTests {
  @Test("interpolates between order statistics")
  func byHand() {
    #expect(Quantile.of(sorted: [1, 2, 4], 0) == 1)
    #expect(Quantile.of(sorted: [1, 2, 4], 1) == 4)
    #expect(Quantile.of(sorted: [1, 2, 4], 0.75) == 3)
    #expect(Quantile.of(sorted: [7], 0.3) == 7)
  }
}
