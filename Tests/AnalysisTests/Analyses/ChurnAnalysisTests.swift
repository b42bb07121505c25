import Testing

@testable import Analysis

struct ChurnAnalysisTests {
  /// 25 of 25 at .93: mean 23.25, half of 1.645 √(25 × .93 × .07) = 2.10; no more than 25 can leave.
  @Test func noMoreLeaveThanThereAre() {
    let leavers = ChurnAnalysis.expectedLeavers(Array(repeating: 0.93, count: 25))
    #expect(abs(leavers.value - 23.25) < 1e-9)
    #expect(leavers.high == 25)
    #expect(abs((leavers.low ?? 0) - 21.15) < 0.01)
  }
}
