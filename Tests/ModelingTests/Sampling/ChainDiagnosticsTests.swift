import Computation
import Testing

@testable import Modeling

@Suite("ChainDiagnostics")
struct ChainDiagnosticsTests {
  /// Chains of v ← φ v + e, with e the sum of three uniforms less 1.5, by xorshift64*; the same in Python.
  private func chains(
    _ persistence: Double, shift: Double = 0, chains: Int = 4, count: Int = 100, cubed: Bool = false
  ) -> [[Double]] {
    var state: UInt64 = 88_172_645_463_325_252
    let uniform = { () -> Double in
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Double((state &* 2_685_821_657_736_338_717) >> 11) * 0x1p-53
    }
    return (0..<chains).map { chain in
      var value = 0.0
      return (0..<count).map { _ in
        value = persistence * value + uniform() + uniform() + uniform() - 1.5
        return (cubed ? value * value * value : value) + shift * Double(chain)
      }
    }
  }

  /// Of ArviZ 0.23.4: rhat, ess(method: bulk, tail, mean), mcse(method: mean).
  @Test("figures of ArviZ on the same draws")
  func arviz() throws {
    let cases: [(chains: [[Double]], figures: [Double])] = [
      (
        chains(0.5),
        [1.0279358279821629, 144.34055429117734, 218.04414569084696, 146.89229591755208, 0.05109075341223762]
      ),
      (
        chains(0.9),
        [1.2036007292191857, 16.34662510319619, 115.62623706993021, 15.742255522146737, 0.29230736578592037]
      ),
      (
        chains(-0.4),
        [0.99742682336572, 1040.823996531185, 381.30351231486145, 1040.823996531185, 0.017816677358761]
      ),
      (
        chains(0.3, shift: 0.4),
        [1.3566038727575664, 10.057367515496264, 98.65790872613701, 10.005182123859262, 0.23145907559202605]
      ),
      (
        chains(0.6, cubed: true),
        [1.0405107344823612, 112.54938028788357, 174.78772044415592, 162.81276396728006, 0.07570180758759877]
      ),
      (
        chains(0.2, chains: 2, count: 51),
        [0.998064038622287, 74.21866647725308, 122.331217541835, 65.40907193156518, 0.06617123155266001]
      ),
    ]
    for (chains, figures) in cases {
      let found = try #require(ChainDiagnostics(chains: chains))
      expectClose(
        [found.rHat, found.bulkSize, found.tailSize, found.meanSize, found.meanError], figures, relative: 1e-8)
    }
  }

  @Test("the error of the deviation of independent draws is that of theory")
  func deviationError() throws {
    var generator = SeededGenerator(seed: 1)
    let chains = (0..<4).map { _ in (0..<5_000).map { _ in generator.normal(mean: 3, deviation: 2) } }
    let found = try #require(ChainDiagnostics(chains: chains))
    // σ / √(2 n) = 0.01; effective draws differ from 20,000 by chance alone.
    #expect(abs(found.deviationError - 0.01) < 0.001)
    #expect(abs(found.deviation - 2) < 4 * found.deviationError)
    #expect(abs(found.rHat - 1) < 0.001)
  }

  @Test("says nothing of draws that hold nothing")
  func refusals() {
    #expect(ChainDiagnostics(chains: []) == nil)
    #expect(ChainDiagnostics(chains: [[1, 2, 3]]) == nil)
    #expect(ChainDiagnostics(chains: [[1, 2, 3, 4], [1, 2, 3]]) == nil)
    #expect(ChainDiagnostics(chains: [[1, 1, 1, 1], [1, 1, 1, 1]]) == nil)
    #expect(ChainDiagnostics(chains: [[1, .nan, 1, 1], [1, 1, 1, 1]]) == nil)
    // Two chains that stand still apart from each other: R̂ cannot be 1.
    #expect((ChainDiagnostics(chains: [[1, 1, 1, 1], [2, 2, 2, 2]])?.rHat ?? 9) > 1.01)
  }
}
