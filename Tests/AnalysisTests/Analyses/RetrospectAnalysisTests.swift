import Testing
import Vocabulary

@testable import Analysis
@testable import Warehouse

struct RetrospectAnalysisTests {
  // monday is 2026-01-05, in week 2.
  private let week = ReportWeek(containing: monday)

  private func report(
    _ week: ReportWeek, figures: [EarlierReport.Figure] = [], predictions: [Prediction] = [],
    recommendations: [Recommendation] = [], files: Set<String> = [], currency: Currency? = pounds
  ) -> EarlierReport {
    EarlierReport(
      week: week, asOf: week.sunday, currency: currency, figures: figures, predictions: predictions,
      recommendations: recommendations, files: files)
  }

  /// Revenue of three weeks, the last being `week`; cost of none.
  private func overview(_ revenue: [Double?]) -> Overview {
    let history = revenue.enumerated().map { index, value in
      Overview.WeeklyValue(monday: week.monday - 7 * (revenue.count - 1 - index), value: value)
    }
    let tile = Overview.Tile(measure: .revenue, value: revenue.last ?? nil, history: history)
    return Overview(
      asOf: week.sunday, week: week.window, currency: pounds, tiles: [tile], revenueByWeek: history, spendByWeek: [],
      newCustomersByWeek: [], moves: [], gaps: [])
  }

  private func file(_ name: String, _ digest: String, _ window: DateWindow? = nil) -> DataQuality.File {
    DataQuality.File(
      name: name, format: "F", isVerified: true, window: window, rowsRead: 1, rowsLoaded: 1, rowsUpdated: 0,
      rowsUnchanged: 0, rowsSkipped: 0, rowsRejected: 0, digest: digest)
  }

  private func row(
    _ table: String, _ key: String, _ day: Day, new: Int64?, file: String
  ) -> Restatement {
    Restatement(
      table: table, metric: "m", key: key, day: nil, oldValue: 1, newValue: new, oldFile: "old", newFile: file,
      window: DateWindow(day: day))
  }

  private var last: ReportWeek { ReportWeek(containing: monday - 7) }

  // MARK: Restated figures

  @Test func aFigureThatChangedNamesItsCause() {
    let rows = [
      row("customerOrder", "A", last.monday + 1, new: 2, file: "new.csv"),
      row("customerOrder", "A", last.monday + 1, new: 3, file: "new.csv"),
      row("orderLine", "B", last.monday + 4, new: nil, file: "new.csv"),
      // Another table, another week, and a file that the report had.
      row("adPerformance", "C", last.monday, new: 2, file: "new.csv"),
      row("customerOrder", "D", week.monday, new: 2, file: "new.csv"),
      row("customerOrder", "E", last.monday, new: 2, file: "had.csv"),
    ]
    let figures = RestatedFigures(
      overview: overview([10, 20, 30]), rows: rows, files: [file("new.csv", "n"), file("had.csv", "h")])
    let said = report(last, figures: [.init(.revenue, 18)], files: ["h"])
    #expect(
      figures.of(said) == [
        .init(
          last, .revenue, reported: 18, now: 20,
          causes: [
            .restatedRows(file: "new.csv", rows: 1, days: DateWindow(day: last.monday + 1)),
            .withdrawnRows(file: "new.csv", rows: 1, days: DateWindow(day: last.monday + 4)),
          ])
      ])
  }

  /// A status has no number, before or after: an order whose status changed has not gone.
  @Test func aChangedTextIsNoWithdrawnRow() {
    let text = Restatement(
      table: "customerOrder", metric: "financialStatus", key: "A", day: nil, oldValue: nil, newValue: nil,
      oldFile: "old", newFile: "new.csv", window: DateWindow(day: last.monday + 1))
    let figures = RestatedFigures(
      overview: overview([10, 20, 30]),
      rows: [row("customerOrder", "A", last.monday + 1, new: 2, file: "new.csv"), text], files: [file("new.csv", "n")])
    #expect(
      figures.of(report(last, figures: [.init(.revenue, 18)])).first?.causes == [
        .restatedRows(file: "new.csv", rows: 1, days: DateWindow(day: last.monday + 1))
      ])
  }

  /// Clicks move no spend, and refunds no number of customers.
  @Test(arguments: [
    (Overview.Measure.spend, ["spendMicros"]), (.revenue, ["refundedMicros", "email"]), (.newCustomers, ["email"]),
    (.costPerNewCustomer, ["spendMicros", "email"]),
    (.revenuePerSpend, ["spendMicros", "refundedMicros", "email"]),
  ])
  func onlyWhatCanMoveAFigureIsItsCause(measure: Overview.Measure, causes: [String]) {
    let tables = [
      ("adPerformance", "clicks"), ("adPerformance", "spendMicros"), ("customerOrder", "refundedMicros"),
      ("customerOrder", "email"),
    ]
    let rows = tables.map { table, metric in
      var row = row(table, metric, last.monday + 1, new: 2, file: metric)
      row.metric = metric
      return row
    }
    var overview = overview([10, 20, 30])
    overview.tiles = overview.tiles.map { tile in
      var tile = tile
      tile.measure = measure
      return tile
    }
    let figures = RestatedFigures(overview: overview, rows: rows, files: tables.map { file($0.1, $0.1) })
    let found = figures.of(report(last, figures: [.init(measure, 18)])).first?.causes
    let expected = causes.sorted().map {
      Retrospect.Cause.restatedRows(file: $0, rows: 1, days: DateWindow(day: last.monday + 1))
    }
    #expect(found == expected)
  }

  @Test func anUnchangedFigureIsNotRestated() {
    let figures = RestatedFigures(overview: overview([10, 20, 30]), rows: [], files: [])
    // Six decimals are kept of what may have seventeen.
    #expect(figures.of(report(last, figures: [.init(.revenue, 20.0000004)])).isEmpty)
    #expect(figures.of(report(last, figures: [.init(.revenue, 20.01)])).count == 1)
    // A penny of a large amount is one, too.
    let large = RestatedFigures(overview: overview([10, 184_213.01, 30]), rows: [], files: [])
    #expect(large.of(report(last, figures: [.init(.revenue, 184_213)])).count == 1)
    // Another currency is no restatement, a week that is no longer told of no comparison.
    #expect(figures.of(report(last, figures: [.init(.revenue, 18)], currency: Currency("EUR"))).isEmpty)
    #expect(figures.of(report(ReportWeek(containing: monday - 70), figures: [.init(.revenue, 18)])).isEmpty)
  }

  @Test func aFigureMayComeOrGo() {
    let figures = RestatedFigures(overview: overview([nil, 20, 30]), rows: [], files: [])
    let two = ReportWeek(containing: monday - 14)
    #expect(figures.of(report(two, figures: [.init(.revenue, 5)])).first?.now == nil)
    #expect(figures.of(report(two, figures: [.init(.revenue, nil)])).isEmpty)
    let now = figures.of(report(last, figures: [.init(.revenue, nil)]))
    #expect(now == [.init(last, .revenue, reported: nil, now: 20, causes: [.notOnRecord])])
  }

  @Test func withoutAChangedRowTheFilesThatCameLaterAreNamed() {
    let late = file("late.csv", "l", DateWindow(day: last.sunday))
    let elsewhere = file("next.csv", "x", week.window)
    var empty = file("empty.csv", "e", last.window)
    empty.rowsLoaded = 0
    let figures = RestatedFigures(overview: overview([10, 20, 30]), rows: [], files: [late, elsewhere, empty])
    let causes = figures.of(report(last, figures: [.init(.revenue, 18)])).first?.causes
    #expect(causes == [.laterFile("late.csv")])
  }

  // MARK: Predictions

  /// As of `monday`, horizon 30 days, five customers active in the 120 days before: 1, 2 and 5 order within the
  /// horizon, 3 and 4 do not. 6 was silent for longer, 7 comes only afterwards.
  private let histories = [
    customer(1, [purchase(monday - 10, 10), purchase(monday + 1, 10)]),
    customer(2, [purchase(monday - 119, 10), purchase(monday + 30, 10)]),
    customer(3, [purchase(monday, 10), purchase(monday + 31, 10)]),
    customer(4, [purchase(monday - 50, 10)]),
    customer(5, [purchase(monday - 5, 10), purchase(monday + 12, 10)]),
    customer(6, [purchase(monday - 120, 10)]),
    customer(7, [purchase(monday + 2, 10)]),
  ]

  private func grades(knownUpTo day: Day?) -> PredictionGrades {
    PredictionGrades(
      histories: histories,
      customers: NamedCustomers(histories, pseudonym: { "P" + $0 }, wanted: ["Pc3@example.com", "Pc5@example.com"]),
      knownUpTo: day)
  }

  private func leavers(_ low: Double, _ high: Double, customers: Int = 5) -> Prediction {
    Prediction(
      .leavers, asOf: monday, horizonDays: 30, customers: customers,
      expected: Estimate((low + high) / 2, low: low, high: high, level: 0.9, sampleSize: customers))
  }

  @Test func nothingIsGradedBeforeTheWholeHorizonHasPassed() {
    #expect(grades(knownUpTo: monday + 29).outcome(of: leavers(1, 3)) == nil)
    #expect(grades(knownUpTo: nil).outcome(of: leavers(1, 3)) == nil)
    #expect(grades(knownUpTo: monday + 30).outcome(of: leavers(1, 3)) != nil)
  }

  @Test func whatCameIsHeldAgainstTheRange() {
    let grades = grades(knownUpTo: monday + 60)
    // 3 and 4 of 1 to 5 left.
    #expect(grades.outcome(of: leavers(1, 3)) == .init(customers: 5, left: 2, standing: .within))
    #expect(grades.outcome(of: leavers(2, 2))?.standing == .within)
    #expect(grades.outcome(of: leavers(2.1, 3))?.standing == .below)
    #expect(grades.outcome(of: leavers(0.5, 1.9))?.standing == .above)
    // Ten were scored then, five are known now: 2 of 5 is 4 of 10.
    #expect(grades.outcome(of: leavers(3.5, 4.5, customers: 10))?.standing == .within)
  }

  @Test func aListIsGradedBesideTheOthers() throws {
    let prediction = Prediction(
      .listedLeavers, asOf: monday, horizonDays: 30, customers: 2,
      expected: Estimate(1.5, low: 0.8, high: 2, level: 0.9, sampleSize: 2),
      list: [
        .init(pseudonym: "Pc3@example.com", probability: 0.9), .init(pseudonym: "Pc5@example.com", probability: 0.6),
      ])
    let outcome = try #require(grades(knownUpTo: monday + 40).outcome(of: prediction))
    #expect(outcome.customers == 2 && outcome.left == 1 && outcome.standing == .within)
    #expect(outcome.others == .init(customers: 3, left: 1))
    // Wilson at 95 %, 1 of 2, worked out with z = 1.959964: 0.5 ± 0.405.
    let share = try #require(outcome.share)
    #expect(share.value == 0.5)
    #expect(abs((share.low ?? 0) - 0.0945) < 5e-4 && abs((share.high ?? 0) - 0.9055) < 5e-4)
  }

  @Test func aListOfUnknownNamesIsNotGraded() {
    let prediction = Prediction(
      .listedLeavers, asOf: monday, horizonDays: 30, customers: 1,
      expected: Estimate(1, level: 0.9, sampleSize: 1), list: [.init(pseudonym: "C-0", probability: 1)])
    #expect(grades(knownUpTo: monday + 40).outcome(of: prediction) == nil)
  }

  // MARK: Recommendations

  private func test(_ channel: Channel) -> Recommendation {
    .testChannel(
      channel, spend: 500, since: monday - 70, recordedReturn: Estimate(1.1, level: 0.9, sampleSize: 30))
  }

  @Test func spendIsToldBeforeAndAfterTheFirstTime() {
    // £70 a week before, £35 after, of the channel; another channel beside it.
    let spend = (-70...27).flatMap { offset in
      [cost(monday + offset, offset <= 6 ? 10 : 5, .display), cost(monday + offset, 99, .paidSearch)]
    }
    let ledger = ledger([], spend: spend, asOf: monday + 27)
    let reports = [
      report(ReportWeek(containing: monday + 7), recommendations: [test(.display)]),
      report(week, recommendations: [test(.display)]),
    ]
    let trail = RecommendationTrail(
      ledger: ledger, returns: nil, customers: NamedCustomers([], pseudonym: { $0 }, wanted: []))
    #expect(
      trail.follow(reports) == [
        .init(
          first: week, last: ReportWeek(containing: monday + 7), times: 2, recommendation: test(.display),
          since: .channel(weeks: 3, weeklySpendBefore: 70, weeklySpendAfter: 35, recordedReturn: nil))
      ])
    // Five days are no week.
    let short = RecommendationTrail(
      ledger: Ledger(asOf: monday + 11, currency: pounds, orders: [], histories: [], spend: spend), returns: nil,
      customers: NamedCustomers([], pseudonym: { $0 }, wanted: []))
    #expect(
      short.follow([report(week, recommendations: [test(.display)])]).first?.since
        == .channel(weeks: 1, weeklySpendBefore: 70, weeklySpendAfter: nil, recordedReturn: nil))
  }

  @Test func theListedWhoOrderedAgainAreCounted() {
    let list: [Prediction.Listed] = ["c1@example.com", "c3@example.com", "c4@example.com", "gone"].map {
      .init(pseudonym: $0, probability: 0.5)
    }
    let prediction = Prediction(
      .listedLeavers, asOf: monday, horizonDays: 30, customers: 4,
      expected: Estimate(2, level: 0.9, sampleSize: 4), list: list)
    let advice = Recommendation.writeToCustomers(listed: 4, atStake: 12)
    let customers = NamedCustomers(histories, pseudonym: { $0 }, wanted: Set(list.map(\.pseudonym)))
    // By the 8th day only customer 1 of the three who are known has ordered.
    let trail = RecommendationTrail(
      ledger: ledger(histories, asOf: monday + 8), returns: nil, customers: customers)
    let followed = trail.follow([report(week, predictions: [prediction], recommendations: [advice])])
    #expect(followed.first?.since == .customers(listed: 3, orderedAgain: 1, days: 8))
    let without = trail.follow([report(week, recommendations: [advice])])
    #expect(without.first?.since == .unknown)
  }
}
