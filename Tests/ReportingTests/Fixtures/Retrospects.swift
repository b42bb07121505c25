@testable import Analysis
import Vocabulary

extension Fixture {
  static func week(_ name: String) -> ReportWeek {
    guard let week = ReportWeek(name) else { preconditionFailure("a fixture names a week that does not exist") }
    return week
  }

  static func leavers(_ asOf: String, _ kind: Prediction.Kind = .leavers) -> Prediction {
    Prediction(
      kind, asOf: day(asOf), horizonDays: 90, customers: kind == .leavers ? 23_000 : 25,
      expected: kind == .leavers
        ? Estimate(2_000, low: 1_900, high: 2_100, level: 0.9, sampleSize: 23_000)
        : Estimate(14, low: 10, high: 18, level: 0.9, sampleSize: 25),
      list: kind == .leavers ? [] : [.init(pseudonym: "C-1", probability: 0.8)])
  }

  static let display = Recommendation.testChannel(
    .display, spend: 60_100, since: day("2026-08-24"),
    recordedReturn: Estimate(1.04, low: 0.6, high: 1.5, level: 0.9, sampleSize: 600))

  /// Two reports before this one, and one of the summer whose horizon has passed.
  static let retrospect = Retrospect(
    reports: [
      EarlierReport(
        week: week("2026-W45"), asOf: day("2026-11-08"), currency: pounds, buildID: "aaaa", attention: .outOfRange,
        figures: [.init(.revenue, 174_000), .init(.spend, 44_620)], predictions: [leavers("2026-11-08")],
        recommendations: [display]),
      EarlierReport(
        week: week("2026-W44"), asOf: day("2026-11-01"), currency: Currency("EUR"), buildID: "bbbb",
        figures: [.init(.revenue, 150_000)], recommendations: [.writeToCustomers(listed: 25, atStake: 770)]),
      EarlierReport(
        week: week("2026-W30"), asOf: day("2026-07-26"), currency: pounds, buildID: "cccc", attention: Attention.none,
        figures: [.init(.revenue, 171_000)],
        predictions: [leavers("2026-07-26"), leavers("2026-07-26", .listedLeavers)]
      ),
    ],
    restated: [
      .init(
        week("2026-W45"), .revenue, reported: 174_000, now: 173_130,
        causes: [
          .restatedRows(file: "orders_export_2.csv", rows: 3, days: window("2026-11-02", "2026-11-05")),
          .withdrawnRows(file: "campaigns.csv", rows: 1, days: window("2026-11-03", "2026-11-03")),
          .laterFile("late.csv"),
        ]),
      .init(week("2026-W30"), .newCustomers, reported: nil, now: 1_164, causes: [.notOnRecord]),
    ],
    predictions: [
      .init(week("2026-W45"), leavers("2026-11-08"), nil),
      .init(
        week("2026-W30"), leavers("2026-07-26"),
        .init(customers: 23_004, left: 2_140, standing: .above)),
      .init(
        week("2026-W30"), leavers("2026-07-26", .listedLeavers),
        .init(
          customers: 25, left: 15, standing: .within,
          share: Estimate(0.6, low: 0.41, high: 0.77, level: 0.95, sampleSize: 25),
          others: .init(customers: 22_979, left: 2_125))),
    ],
    recommendations: [
      .init(
        first: week("2026-W40"), last: week("2026-W45"), times: 6, recommendation: display,
        since: .channel(
          weeks: 5, weeklySpendBefore: 5_100, weeklySpendAfter: 4_200,
          recordedReturn: Estimate(1.08, low: 0.62, high: 1.57, level: 0.9, sampleSize: 637))),
      .init(
        first: week("2026-W44"), last: week("2026-W44"), times: 1,
        recommendation: .writeToCustomers(listed: 25, atStake: 770),
        since: .customers(listed: 24, orderedAgain: 3, days: 14)),
    ])
}
