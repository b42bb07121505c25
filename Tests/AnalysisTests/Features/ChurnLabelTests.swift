import Testing
import Vocabulary

@testable import Analysis

struct ChurnLabelTests {
  private let history = customer(1, [purchase(monday, 10), purchase(monday + 60, 10)])

  @Test func leftMeansNoOrderInTheDaysAfter() {
    #expect(ChurnLabel.left(history, after: monday, within: 59))
    #expect(!ChurnLabel.left(history, after: monday, within: 60))
    #expect(!ChurnLabel.left(history, after: monday + 59, within: 1))
    #expect(ChurnLabel.left(history, after: monday + 60, within: 100))
  }

  @Test func whoHasBeenSilentForFourHorizonsIsNotScored() {
    #expect(ChurnLabel.isActive(history, asOf: monday + 60 + 119, horizon: 30))
    #expect(!ChurnLabel.isActive(history, asOf: monday + 60 + 120, horizon: 30))
    #expect(!ChurnLabel.isActive(history, asOf: monday - 1, horizon: 30))
  }

  @Test func horizonIsTheThirdQuartileOfGapsInWholeWeeks() {
    // 100 gaps: 75 of 10 days, 25 of 50 days. The third quartile is 50 days, 56 in whole weeks.
    let histories = (0..<100).map { customer($0, [purchase(monday, 1), purchase(monday + ($0 < 75 ? 10 : 50), 1)]) }
    #expect(ChurnLabel.horizon(of: histories) == 56)
    #expect(ChurnLabel.horizon(of: Array(histories.prefix(49))) == nil)
    // 60 gaps of 10 days would give two weeks: never under 30 days.
    #expect(ChurnLabel.horizon(of: Array(histories.prefix(60))) == 30)
  }
}
