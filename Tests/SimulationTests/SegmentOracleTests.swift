import Testing

@testable import Simulation

@Suite struct SegmentOracleTests {
  @Test func segmentsOverlapYetCanBeFound() {
    let business = Worlds.usual
    let chosen = SegmentOracle(business).chosen(business)
    let truth = business.customers.map(\.segment)
    let frequent = business.customers.indices.filter { business.keptOrders(of: business.customers[$0]).count >= 3 }
    let index = AdjustedRandIndex.of(truth, chosen)
    #expect((0.40...0.70).contains(index))
    #expect(AdjustedRandIndex.of(frequent.map { truth[$0] }, frequent.map { chosen[$0] }) > index)
  }

  @Test func adjustedRandIndexByHand() {
    #expect(AdjustedRandIndex.of([0, 0, 1, 1], [1, 1, 0, 0]) == 1)
    // Contingency 2 1 / 0 3: Σ C(n_ij, 2) = 1 + 3 = 4, rows 3 + 3 = 6, columns 1 + 6 = 7, all 15:
    // (4 − 6·7/15) ÷ (6.5 − 6·7/15) = 1.2 / 3.7.
    let value = AdjustedRandIndex.of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1])
    #expect(abs(value - 1.2 / 3.7) < 1e-14)
  }
}
