import Testing
import Vocabulary

@testable import Simulation

@Suite struct BusinessTests {
  @Test func equalPlansGiveEqualBytes() {
    let again = Business.simulate(Worlds.plan(customers: 300, weeks: 30, seed: 7))
    let first = Worlds.small.exports()
    let second = again.exports()
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
    #expect(Worlds.small.truthJSON() == again.truthJSON())
  }

  @Test func anotherSeedGivesAnotherBusiness() {
    let other = Business.simulate(Worlds.plan(customers: 300, weeks: 30, seed: 8))
    #expect(other.customers.map(\.email) != Worlds.small.customers.map(\.email))
    #expect(other.spendPence(campaign: 0) != Worlds.small.spendPence(campaign: 0))
  }

  @Test func customersArePoissonAroundThePlan() {
    // Variance equals the mean: over 40 worlds of 200 the mean lies within 4 · √(200/40) and the variance within a factor.
    let counts = (1...40).map { seed in
      Double(Business.simulate(Worlds.plan(customers: 200, weeks: 26, seed: UInt64(seed))).customers.count)
    }
    let mean = counts.reduce(0, +) / 40
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
    #expect(abs(mean - 200) < 4 * (200.0 / 40).squareRoot())
    #expect(variance > 200 * 0.45 && variance < 200 * 1.9)
  }

  @Test func theDemoLooksLikeAShop() {
    let business = Worlds.usual
    let kept = business.orders.filter { !$0.isCancelled }
    let spend = Campaign.all.indices.reduce(0) { $0 + business.spendPence(campaign: $1) }
    let net = kept.reduce(0) { $0 + $1.netPence }
    let basket = kept.reduce(0) { $0 + $1.subtotalPence } / kept.count
    #expect((18_000_000...26_000_000).contains(spend))
    #expect((6_000...7_500).contains(basket))
    #expect((3.0...5.0).contains(Double(net) / Double(spend)))
    let guests = Double(business.customers.count { $0.isGuest }) / Double(business.customers.count)
    #expect(abs(guests - 0.15) < 0.03)
    #expect(business.orders.contains { $0.email.isEmpty })
    #expect(business.orders.contains { !$0.email.isEmpty && $0.email != $0.email.lowercased() })
  }

  @Test func christmasIsBusierThanFebruary() {
    func joined(_ first: String, _ last: String) -> Int {
      guard let first = Day(iso: first), let last = Day(iso: last) else { return 0 }
      return Worlds.usual.customers.count {
        let day = Worlds.usual.day($0.joinedDay)
        return day >= first && day <= last
      }
    }
    let december = joined("2025-11-24", "2025-12-14")
    let february = joined("2026-02-02", "2026-02-22")
    #expect(Double(december) > 1.25 * Double(february))
  }

  @Test func addressesAreUniqueAndBelongToNobody() {
    let emails = Worlds.usual.customers.map(\.email) + Worlds.usual.contacts.filter { $0.customer == nil }.map(\.email)
    #expect(Set(emails).count == emails.count)
    #expect(emails.allSatisfy { EmailAddress($0)?.normalized == $0 })
    #expect(emails.allSatisfy { $0.contains("@example.") })
  }

  @Test func ordersLieBetweenJoiningAndLeaving() {
    for order in Worlds.usual.orders {
      let customer = Worlds.usual.customers[order.customer]
      #expect(order.time >= customer.joined)
      #expect(order.time == customer.joined || order.time < customer.left)
    }
  }

  @Test func causeAndRecordDiffer() {
    let business = Worlds.usual
    let display = business.customers.filter { ArrivalSource.all[$0.source].channel == .display }
    #expect(display.contains { $0.recorded.channel == .direct })
    let brand = business.customers.filter { $0.recorded == .campaign(3) }
    let unpaid = brand.count { ArrivalSource.all[$0.source].campaign == nil }
    #expect(Double(unpaid) > 0.5 * Double(brand.count))
  }

  @Test func unfitPlansAreRefused() {
    #expect(throws: SimulationProblem.customersOutOfRange(3)) { try BusinessPlan(customers: 3) }
    #expect(throws: SimulationProblem.weeksOutOfRange(0)) { try BusinessPlan(weeks: 0) }
    let tuesday = Day(number: 20_032)
    #expect(throws: SimulationProblem.startsMidweek(tuesday)) { try BusinessPlan(firstDay: tuesday) }
    #expect(
      SimulationProblem.startsMidweek(tuesday).description
        == "simulate: the first day 2024-11-05 is no Monday; expected whole weeks; start on 2024-11-04")
  }

  @Test(arguments: [4, 5, 9, 13, 27]) func youngBusinessesWork(weeks: Int) {
    let business = Business.simulate(Worlds.plan(customers: 30, weeks: weeks, seed: 3))
    #expect(!business.exports().isEmpty)
    #expect(!business.truthJSON().isEmpty)
  }
}
