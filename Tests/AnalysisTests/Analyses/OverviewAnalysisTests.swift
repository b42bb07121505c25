import Testing
import Vocabulary

@testable import Analysis

struct OverviewAnalysisTests {
  private let histories = [
    customer(1, .paidSearch, [purchase(monday, 100), purchase(monday + 8, 30)]),
    customer(2, .email, [purchase(monday + 6, 50)]),
    customer(3, [purchase(monday + 13, 20)]),
  ]

  private func tile(_ measure: Overview.Measure, in overview: Overview) throws -> Overview.Tile {
    try #require(overview.tiles.first { $0.measure == measure })
  }

  @Test func weekIsTheLastCompleteOneAndRatiosAreOfSums() throws {
    let spend = (0..<14).map { cost(monday + $0, 2) }
    let insight = OverviewAnalysis.overview(of: ledger(histories, spend: spend, asOf: monday + 13))
    let overview = try #require(insight.finding)
    #expect(overview.week == DateWindow(first: monday + 7, last: monday + 13))
    let revenue = try tile(.revenue, in: overview)
    #expect(revenue.value == 50)
    #expect(revenue.previous == 150)
    #expect(revenue.usualRange == nil)
    #expect(try tile(.spend, in: overview).value == 14)
    #expect(try tile(.newCustomers, in: overview).value == 1)
    #expect(try tile(.newCustomers, in: overview).previous == 2)
    #expect(try tile(.revenuePerSpend, in: overview).value == 50.0 / 14.0)
    #expect(try tile(.costPerNewCustomer, in: overview).value == 14)
  }

  @Test func movesAddUpToTheChangeOfRevenue() throws {
    let insight = OverviewAnalysis.overview(of: ledger(histories, asOf: monday + 13))
    let overview = try #require(insight.finding)
    let moves = Dictionary(uniqueKeysWithValues: overview.moves.map { ($0.channel, $0.change) })
    #expect(moves == [.paidSearch: -70, .email: -50, .unknown: 20])
    #expect(overview.moves.first?.channel == .paidSearch)
    #expect(overview.moves.reduce(0) { $0 + $1.change } == -100)
  }

  @Test func withoutSpendTheSpendTileSaysWhatIsMissing() throws {
    let insight = OverviewAnalysis.overview(of: ledger(histories, asOf: monday + 13))
    let overview = try #require(insight.finding)
    let spend = try tile(.spend, in: overview)
    #expect(spend.value == nil)
    #expect(spend.shortfall == Shortfall(.weeksWithSpend, have: 0, required: 1))
  }

  @Test func lessThanAWeekIsNotEnough() {
    let short = ledger([customer(1, [purchase(monday + 1, 10)])], asOf: monday + 3)
    #expect(OverviewAnalysis.overview(of: short).shortfalls == [Shortfall(.weeksOfOrders, have: 0, required: 1)])
  }
}
