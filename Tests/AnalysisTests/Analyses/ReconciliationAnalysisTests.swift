import Testing
import Vocabulary

@testable import Analysis

struct ReconciliationAnalysisTests {
  private let week = DateWindow(day: monday).union(DateWindow(day: monday + 6))

  private func claim(_ channel: Channel, _ conversions: Double?, _ window: DateWindow) -> SpendFact {
    var fact = cost(window.first, 10, channel)
    fact.window = window
    fact.conversionsMicros = conversions.map { Int64($0 * 1_000_000) }
    return fact
  }

  /// Seven orders of the week: two of paid search, one each of paid social and email, one of a customer without a
  /// source, one of a customer of whom the CRM says that it does not know, and one of nobody known.
  private var books: Ledger {
    var ledger = ledger(
      [
        customer(1, .paidSearch, [purchase(monday, 10), purchase(monday + 6, 10), purchase(monday + 7, 10)]),
        customer(2, .paidSocial, [purchase(monday - 1, 10), purchase(monday + 2, 10)]),
        customer(3, [purchase(monday + 3, 10)]), customer(4, .email, [purchase(monday + 4, 10)]),
        customer(5, .unknown, [purchase(monday + 4, 10)]),
      ],
      spend: [
        claim(.paidSearch, 3.5, DateWindow(day: monday)), claim(.paidSearch, 1.5, DateWindow(day: monday + 6)),
        claim(.paidSearch, 9, DateWindow(day: monday + 7)), claim(.paidSocial, 4, week),
        claim(.paidSocial, 50, week.union(DateWindow(day: monday - 7))),
        claim(.display, 0, week), claim(.video, nil, week),
      ], asOf: monday + 20)
    ledger.orders.append(OrderFact(customerID: nil, day: monday + 5, netMicros: 1, currency: pounds))
    return ledger
  }

  @Test func claimsOfTheWeekStandBesideRecordedOrders() throws {
    let found = try #require(ReconciliationAnalysis.reconciliation(of: books, week: week, seen: nil))
    #expect(found.orders == 7 && found.unsourced == 3 && found.tool == nil)
    #expect(found.channels.map(\.channel) == [.paidSearch, .paidSocial])
    #expect(found.channels.map(\.claimed) == [5, 4] && found.claimed == 9)
    #expect(found.channels.map(\.recorded) == [2, 1])
    #expect(found.channels.map(found.most) == [5, 4])
    #expect(found.channels.allSatisfy { $0.seen == nil })
  }

  @Test func aToolThatSawNothingOfAChannelSawNone() throws {
    let seen = SeenConversions(tool: "GA4", micros: [.paidSearch: 3_000_000, .email: 1_000_000])
    let found = try #require(ReconciliationAnalysis.reconciliation(of: books, week: week, seen: seen))
    #expect(found.tool == "GA4" && found.channels.map(\.seen) == [3, 0])
  }

  @Test func withoutClaimsOrOrdersThereIsNothingToHold() {
    var silent = books
    silent.spend = [cost(monday, 10)]
    #expect(ReconciliationAnalysis.reconciliation(of: silent, week: week, seen: nil) == nil)
    var idle = books
    idle.orders = []
    #expect(ReconciliationAnalysis.reconciliation(of: idle, week: week, seen: nil) == nil)
  }
}
