import Modeling
import Testing

@Suite("ChiSquareTest")
struct ChiSquareTestTests {
  @Test("a table by hand")
  func byHand() {
    // Expected 15 and 15 on each side: 4 · 25 / 15; one degree, P = 2 (1 − Φ(√6.667)) = 0.0098232745 (scipy 1.17).
    let test = ChiSquareTest(referenceCounts: [10, 20, 0], currentCounts: [20, 10, 0])
    #expect(abs(test.statistic - 100.0 / 15) < 1e-12 && test.degrees == 1)
    #expect(abs(test.pValue - 0.009823274507519235) < 1e-12)
    #expect(ChiSquareTest(referenceCounts: [4], currentCounts: [9]).pValue == 1)
  }
}
