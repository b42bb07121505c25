import Modeling
import Testing

@Suite("McNemarTest")
struct McNemarTestTests {
  @Test("the two-sided binomial p of SciPy", arguments: [(5, 14, 0.063568115234375), (20, 45, 0.0026263768106840374)])
  func reference(first: Int, second: Int, p: Double) {
    #expect(abs(McNemarTest.pValue(firstOnly: first, secondOnly: second) - p) < 1e-13)
    #expect(
      McNemarTest.pValue(firstOnly: second, secondOnly: first)
        == McNemarTest.pValue(firstOnly: first, secondOnly: second))
  }

  @Test("ties tell nothing")
  func ties() {
    #expect(McNemarTest.pValue(firstOnly: 3, secondOnly: 3) == 1)
    #expect(McNemarTest.pValue(firstOnly: 0, secondOnly: 0) == 1)
    // One of 2⁴ each way.
    #expect(abs(McNemarTest.pValue(firstOnly: 0, secondOnly: 4) - 0.125) < 1e-15)
  }
}
