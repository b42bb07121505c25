import Modeling
import Testing

@Suite("FalseDiscoveryRate")
struct FalseDiscoveryRateTests {
  @Test("by hand, and as SciPy's false_discovery_control")
  func byHand() {
    let adjusted = FalseDiscoveryRate.adjusted([0.01, 0.04, 0.03, 0.005, 0.2, 0.9])
    #expect(Arithmetic.near(adjusted, [0.03, 0.06, 0.06, 0.03, 0.24, 0.9], within: 1e-15))
    #expect(FalseDiscoveryRate.adjusted([]) == [])
    #expect(FalseDiscoveryRate.adjusted([0.7, 0.7]) == [0.7, 0.7])
  }
}
