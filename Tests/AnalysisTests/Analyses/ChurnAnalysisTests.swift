import Testing

@testable import Analysis

struct ChurnAnalysisTests {
  /// 25 of 25 at .93: mean 23.25, half of 1.645 √(25 × .93 × .07) = 2.10; no more than 25 can leave.
  @Test func noMoreLeaveThanThereAre() {
    let leavers = ChurnAnalysis.expectedLeavers(Array(repeating: 0.93, count: 25), levelError: 0)
    #expect(abs(leavers.value - 23.25) < 1e-9)
    #expect(leavers.high == 25)
    #expect(abs((leavers.low ?? 0) - 21.15) < 0.01)
  }

  /// 400 at .5: variance 400 × .25 = 100; a level known to .02 adds (400 × .02)² = 64. 1.645 √164 = 21.06.
  @Test func aLevelKnownBadlyWidensTheRange() {
    let leavers = ChurnAnalysis.expectedLeavers(Array(repeating: 0.5, count: 400), levelError: 0.02)
    #expect(abs((leavers.high ?? 0) - 221.06) < 0.01 && abs((leavers.low ?? 0) - 178.94) < 0.01)
  }

  /// Errors .2, −.4, .6, −.4: mean 0, squares .04 + .16 + .36 + .16 = .72, / 3 / 4 = .06.
  @Test func theMeanErrorHasTheStandardErrorOfAMean() {
    let rows = zip([0.2, 0.6, 0.6, 0.6], [false, true, false, true]).map {
      TrainedRun.HeldOutScore(customerID: 1, asOf: .init(number: 0), score: $0, left: $1)
    }
    let error = TrainedRun.HeldOutScore.meanError(rows)
    #expect(abs(error?.mean ?? 1) < 1e-15)
    #expect(abs((error?.standardError ?? 0) - 0.06.squareRoot()) < 1e-12)
    #expect(TrainedRun.HeldOutScore.meanError(Array(rows.prefix(1))) == nil)
  }
}
