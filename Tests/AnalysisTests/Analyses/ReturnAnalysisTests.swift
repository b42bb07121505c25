import Computation
import Testing
import Vocabulary

@testable import Analysis

struct ReturnAnalysisTests {
  private let generator = SeededGenerator(seed: 7)

  /// Ten weeks of 10 a day: 700 in all.
  private var spend: [SpendFact] { (0..<70).map { cost(monday + $0, 10) } }

  /// 30 customers of the channel with 40 to 69 each: revenue 30 · 40 + (0 + … + 29) = 1,635.
  private var customers: [PurchaseHistory] {
    (0..<30).map { customer($0, .paidSearch, campaign: " BRAND ", [purchase(monday + $0, Int64(40 + $0))]) }
  }

  private func row(_ histories: [PurchaseHistory], _ spend: [SpendFact]) throws -> Returns.Row {
    let insight = ReturnAnalysis.returns(
      of: ledger(histories, spend: spend, asOf: monday + 90), grossMargin: 0.5, using: generator)
    return try #require(insight.finding?.channels.first { $0.channel == .paidSearch })
  }

  @Test func recordedReturnIsRevenueOfTheChannelsCustomersOverItsSpend() throws {
    let others = [
      customer(100, .email, [purchase(monday, 5_000)]),
      customer(101, .paidSearch, [purchase(monday - 1, 5_000), purchase(monday + 3, 5_000)]),
      customer(102, [purchase(monday + 1, 5_000)]),
    ]
    let row = try row(customers + others, spend)
    #expect(row.spend == 700)
    #expect(row.newCustomers == 30)
    #expect(row.revenue == 1_635)
    let estimate = try #require(row.recordedReturn)
    #expect(abs(estimate.value - 1_635.0 / 700) < 1e-12)
    let low = try #require(estimate.low)
    let high = try #require(estimate.high)
    // A compound Poisson sum of 30 customers has a relative error of √Σr²/Σr = √91,355/1,635 = .185.
    #expect(low < estimate.value && estimate.value < high)
    #expect(abs((high - low) / 2 / estimate.value - 1.645 * 0.185) < 0.06)
    #expect(row.verdict == .cannotTell || row.verdict == .probablyPaysBack)
  }

  @Test func campaignsMatchWhateverTheirCaseAndBlanks() throws {
    let insight = ReturnAnalysis.returns(
      of: ledger(customers, spend: spend, asOf: monday + 90), grossMargin: nil, using: generator)
    let campaign = try #require(insight.finding?.campaigns.first)
    #expect(campaign.campaign == "Brand")
    #expect(campaign.newCustomers == 30)
    // 1,635 for 700 of spend: without a margin nobody can say whether that pays.
    #expect(campaign.verdict == .marginUnknown)
  }

  @Test func lessRevenueThanSpendIsALossAtAnyMargin() throws {
    let dear = spend.map { fact in
      var changed = fact
      changed.spendMicros = fact.spendMicros.map { $0 * 10 }
      return changed
    }
    let insight = ReturnAnalysis.returns(
      of: ledger(customers, spend: dear, asOf: monday + 90), grossMargin: nil, using: generator)
    #expect(insight.finding?.campaigns.first?.verdict == .loses)
  }

  @Test func costPerNewCustomerHasThePoissonIntervalOfItsCount() throws {
    let cost = try #require(try row(customers, spend).costPerNewCustomer)
    #expect(abs(cost.value - 700.0 / 30) < 1e-12)
    // √30 ± 1.6449/2 squared: 21.67 and 39.69 customers.
    #expect(abs((cost.low ?? 0) - 700 / 39.69) < 0.02)
    #expect(abs((cost.high ?? 0) - 700 / 21.67) < 0.02)
  }

  @Test func tooFewWeeksAreSaidToBeTooFew() throws {
    let row = try row(customers, Array(spend.prefix(35)))
    #expect(row.recordedReturn == nil)
    #expect(row.verdict == .notEnoughData)
    #expect(row.shortfall == Shortfall(.weeksWithSpend, have: 5, required: 8))
  }

  /// Of 100 in all, 60 have a source, 10 are of a customer without one and 30 of a guest.
  @Test func revenueWithoutASourceCountsGuests() throws {
    var ledger = ledger(
      [customer(1, .paidSearch, [purchase(monday, 60)]), customer(2, [purchase(monday, 10)])], spend: spend,
      asOf: monday + 90)
    ledger.orders.append(
      OrderFact(customerID: nil, day: monday, netMicros: 30 * Micros.perUnit, currency: pounds))
    let insight = ReturnAnalysis.returns(of: ledger, grossMargin: nil, using: generator)
    #expect(insight.caveats.contains(.revenueWithoutSource(share: 0.4)))
  }

  @Test func withoutOrdersTheAnswerNamesTheMissingExport() throws {
    #expect(try row([], spend).shortfall == Shortfall(.ordersFiles, have: 0, required: 1))
    // Also of a channel that cost nothing: nothing is known of its customers either.
    let free = try row([], [cost(monday, 0)])
    #expect(free.shortfall == Shortfall(.ordersFiles, have: 0, required: 1) && !free.knowsCustomers)
  }

  @Test func orderOfCustomersChangesNothing() throws {
    #expect(try row(customers, spend).recordedReturn == row(customers, spend).recordedReturn)
  }
}
