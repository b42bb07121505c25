import Modeling
import Testing

@Suite("BinnedShares")
struct BinnedSharesTests {
  @Test("index and distance by hand")
  func byHand() {
    let shares = BinnedShares(referenceCounts: [5, 5, 0], currentCounts: [2, 6, 2])
    // (.2 − .5) ln .4 + (.6 − .5) ln 1.2 + (.2 − .0001) ln 2000 = 0.274887… + 0.018232… + 1.519420…
    #expect(abs(shares.populationStability - 1.8125406) < 1e-6)
    #expect(BinnedShares(referenceCounts: [1, 0], currentCounts: [0, 1]).jensenShannon == 1)
    #expect(BinnedShares(referenceCounts: [3, 1], currentCounts: [6, 2]).jensenShannon == 0)
  }

  @Test("cuts at the distinct deciles, a value at a cut going up")
  func deciles() throws {
    let shares = try BinnedShares(reference: (0...10).map { Double($0) }, current: [1, 1, 0.5, 20])
    // Cuts 1, 2, … 9; of the reference 0 | 1 | … | 8 | 9 and 10.
    #expect(shares.reference == [Double](repeating: 1.0 / 11, count: 9) + [2.0 / 11])
    #expect(shares.current == [0.25, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.25])
    // All deciles are equal: one cut, and all values on its upper side.
    let collapsed = try BinnedShares(reference: [-1, -1, -1], current: [-1, 5, 7])
    #expect(collapsed.reference == [0, 1] && collapsed.populationStability == 0)
    #expect(throws: MetricProblem.self) { try BinnedShares(reference: [], current: [1]) }
    #expect(throws: MetricProblem.self) { try BinnedShares(reference: [1], current: [.nan]) }
  }
}
