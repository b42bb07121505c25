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

  @Test func aRatioNamesTheSideThatIsMissing() throws {
    let spend = (0..<14).map { cost(monday + $0, 2) }
    let overview = try #require(OverviewAnalysis.overview(of: ledger([], spend: spend, asOf: monday + 13)).finding)
    #expect(try tile(.spend, in: overview).value == 14)
    for measure in [Overview.Measure.revenuePerSpend, .costPerNewCustomer] {
      #expect(try tile(measure, in: overview).shortfall == Shortfall(.weeksOfOrders, have: 0, required: 1))
    }
    let unpaid = try #require(OverviewAnalysis.overview(of: ledger(histories, asOf: monday + 13)).finding)
    #expect(try tile(.revenuePerSpend, in: unpaid).shortfall == Shortfall(.weeksWithSpend, have: 0, required: 1))
  }

  @Test("where no order names a customer, nobody knows of new ones, which is not the same as none")
  func guestsOnly() throws {
    var guests = ledger([], spend: (0..<14).map { cost(monday + $0, 2) }, asOf: monday + 13)
    guests.orders = (0..<14).map {
      OrderFact(customerID: nil, day: monday + $0, netMicros: Micros.perUnit, currency: pounds)
    }
    let insight = OverviewAnalysis.overview(of: guests)
    let overview = try #require(insight.finding)
    #expect(try tile(.orders, in: overview).value == 7)
    for measure in [Overview.Measure.newCustomers, .costPerNewCustomer] {
      let tile = try tile(measure, in: overview)
      #expect(tile.value == nil && tile.usualRange == nil)
      #expect(tile.shortfall == Shortfall(.ordersWithCustomer, have: 0, required: 1))
    }
    #expect(insight.caveats == [.ordersWithoutCustomer(share: 1)])
  }

  @Test("a week with spend and orders but no new customer lacks the customer and not the spend")
  func noNewCustomerInTheWeek() throws {
    let spend = (0..<14).map { cost(monday + $0, 2) }
    let known = [customer(1, [purchase(monday, 100), purchase(monday + 13, 20)])]
    let overview = try #require(OverviewAnalysis.overview(of: ledger(known, spend: spend, asOf: monday + 13)).finding)
    #expect(try tile(.newCustomers, in: overview).value == 0)
    #expect(try tile(.costPerNewCustomer, in: overview).shortfall == Shortfall(.newCustomers, have: 0, required: 1))
  }

  @Test func lessThanAWeekIsNotEnough() {
    let short = ledger([customer(1, [purchase(monday + 1, 10)])], asOf: monday + 3)
    #expect(OverviewAnalysis.overview(of: short).shortfalls == [Shortfall(.weeksOfOrders, have: 0, required: 1)])
  }

  /// Cost of six months in one figure says nothing of a week, and least of all that it had none.
  @Test func aWeekThatALongFigureReachesIntoHasNoCost() throws {
    var spend = (0..<14).map { cost(monday + $0, 2) }
    var long = cost(monday, 1_000, campaign: "Long")
    long.window = DateWindow(first: monday + 10, last: monday + 40)
    spend.append(long)
    let overview = try #require(
      OverviewAnalysis.overview(of: ledger(histories, spend: spend, asOf: monday + 13)).finding)
    #expect(overview.spendByWeek.map(\.value) == [14])
    #expect(overview.week.first == monday)
  }

  @Test func costOfAWholeWeekIsTheWeeks() throws {
    var weekly = cost(monday + 7, 70)
    weekly.window = DateWindow(first: monday + 7, last: monday + 13)
    let spend = (0..<7).map { cost(monday + $0, 2) } + [weekly]
    let overview = try #require(
      OverviewAnalysis.overview(of: ledger(histories, spend: spend, asOf: monday + 13)).finding)
    #expect(overview.spendByWeek.map(\.value) == [14, 70])
  }

  /// Two platforms; one was exported on a Thursday. Its missing Friday to Sunday would look like a saving.
  @Test func aPlatformThatBreaksOffMakesTheWeekBeforeTheLastOne() throws {
    func meta(_ days: Range<Int>) -> [SpendFact] {
      days.map { day in
        var fact = cost(monday + day, 5, .paidSocial)
        fact.platform = "Meta"
        return fact
      }
    }
    let google = (0..<14).map { cost(monday + $0, 2) }
    func week(_ spend: [SpendFact]) throws -> Day {
      try #require(OverviewAnalysis.overview(of: ledger(histories, spend: spend, asOf: monday + 13)).finding).week.first
    }
    #expect(try week(google + meta(0..<14)) == monday + 7)
    #expect(try week(google + meta(0..<11)) == monday)
    // Weekdays only, in both weeks: nothing is missing.
    #expect(try week(google + meta(0..<5) + meta(7..<12)) == monday + 7)
    // Stopped before the week began: over, not missing.
    #expect(try week(google + meta(0..<7)) == monday + 7)
  }

  /// The dollars of a week lack a rate: its revenue is a part, and neither it nor a fall to it is the week's.
  @Test func aWeekWithoutAllItsRatesIsComparedWithNone() throws {
    let weeks = (0..<10).map { purchase(monday + 7 * $0 + 6, 100) }
    let sold = [customer(1, .email, [purchase(monday, 100)] + weeks)]
    let spend = (0..<70).map { cost(monday + $0, 2) }
    func overview(leftOut day: Day, _ currency: Currency?) throws -> Overview {
      var known = ledger(sold, spend: spend, asOf: monday + 69)
      known.ordersLeftOut = [OrderFact(customerID: 1, day: day, netMicros: Micros.perUnit, currency: currency)]
      return try #require(OverviewAnalysis.overview(of: known).finding)
    }
    let dollar = try #require(Currency("USD"))
    let partial = try overview(leftOut: monday + 65, dollar)
    for measure in [Overview.Measure.revenue, .orders, .newCustomers, .revenuePerSpend] {
      let tile = try tile(measure, in: partial)
      #expect(tile.value != nil && tile.leftOut == 1 && tile.previous == nil && tile.usualRange == nil)
    }
    #expect(try tile(.spend, in: partial).previous == 14)
    #expect(partial.moves.isEmpty)

    let before = try overview(leftOut: monday + 58, dollar)
    let revenue = try tile(.revenue, in: before)
    #expect(revenue.value == 100 && revenue.leftOut == 0 && revenue.previous == nil)
    // Nine weeks before it, of which one does not count.
    #expect(revenue.usualRange?.weeks == 8)
    #expect(before.moves.isEmpty)

    // No rate is missing where no currency is told: the caveat names the setting.
    let unnamed = try tile(.revenue, in: overview(leftOut: monday + 65, nil))
    #expect(unnamed.leftOut == 0 && unnamed.previous == 100)
  }

  /// One in a hundred is borne with, one in ninety-nine is not.
  @Test(arguments: [(99, 0), (98, 1)])
  func fewOrdersWithoutARateLeaveAWeekComparable(orders: Int, leftOut: Int) throws {
    var known = ledger(
      [customer(1, .email, [purchase(monday, 100)] + (0..<orders).map { _ in purchase(monday + 13, 5) })], spend: [],
      asOf: monday + 13)
    known.ordersLeftOut = [
      OrderFact(customerID: 1, day: monday + 9, netMicros: Micros.perUnit, currency: Currency("USD"))
    ]
    let overview = try #require(OverviewAnalysis.overview(of: known).finding)
    #expect(try tile(.revenue, in: overview).leftOut == leftOut)
  }

  @Test func costWithoutARateIsOfEveryWeekThatItReachesInto() throws {
    var known = ledger(histories, spend: (0..<14).map { cost(monday + $0, 2) }, asOf: monday + 13)
    var foreign = cost(monday + 5, 9)
    foreign.window = DateWindow(first: monday + 5, last: monday + 8)
    foreign.currency = Currency("USD")
    known.spendLeftOut = [foreign]
    let overview = try #require(OverviewAnalysis.overview(of: known).finding)
    #expect(overview.spendByWeek.map(\.leftOut) == [1, 1])
    #expect(overview.spendByWeek.map(\.comparable) == [nil, nil])
    #expect(try tile(.revenue, in: overview).previous == 150)
    #expect(try tile(.costPerNewCustomer, in: overview).leftOut == 1)
  }
}
