import Modeling
import Testing

@Suite("LogRankTest")
struct LogRankTestTests {
  @Test("leukaemia: χ² 16.79 as published, 9 relapses where 19.25 were expected")
  func leukaemia() throws {
    let test = try LogRankTest(try Leukaemia.all(), groups: (0..<42).map { $0 < 21 ? 0 : 1 })
    // lifelines 0.30.3 gives the further digits.
    #expect(abs(test.chiSquare - 16.792940989216547) < 1e-10)
    #expect(abs(test.pValue - 4.168809109334511e-05) < 1e-14)
    #expect(test.observed == [9, 21])
    #expect(abs(test.expected[0] - 19.25) < 0.005)
    #expect(abs(test.expected[0] + test.expected[1] - 30) < 1e-12)
    #expect(test.degreesOfFreedom == 1)
  }

  @Test("names a single group, no event, and a group that was gone before the first")
  func problems() throws {
    let times = try SurvivalTimes(durations: [1, 2, 3], events: [false, true, true])
    #expect(throws: FitProblem.oneClass(model: "LogRankTest")) { try LogRankTest(times, groups: [0, 0, 0]) }
    #expect(throws: FitProblem.self) { try LogRankTest(times, groups: [0, 1, 1]) }
    let censored = try SurvivalTimes(durations: [1, 2], events: [false, false])
    #expect(throws: FitProblem.noEvents(model: "LogRankTest")) { try LogRankTest(censored, groups: [0, 1]) }
    #expect(throws: FitProblem.lengths(model: "LogRankTest", found: 1, expected: 3)) {
      try LogRankTest(times, groups: [0])
    }
  }

  @Test(
    "has the reference's statistics", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: ["Contract", "gender", "SeniorCitizen", "InternetService"])
  func telco(column: String) throws {
    let data = try TelcoTenure()
    let test = try LogRankTest(data.times, groups: try data.groups(column).numbers)
    let path = ["km_by", column, "_logrank"]
    let chiSquare = try SharedReference.number("survival.json", path + ["chi2"])
    let pValue = try SharedReference.number("survival.json", path + ["p"])
    #expect(abs(test.chiSquare - chiSquare) <= 1e-9 * chiSquare)
    #expect(abs(test.pValue - pValue) <= 1e-6 * pValue)
  }
}
