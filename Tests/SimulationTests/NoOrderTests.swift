import Computation
import Testing
import Vocabulary

@testable import Simulation

@Suite struct NoOrderTests {
  @Test func agreesWithReplayedLives() throws {
    // Lives of one customer's true rates are replayed by thinning a homogeneous process (the simulator inverts time
    // instead), kept when they have the same last order as the customer up to the as-of day, and then counted.
    let business = Worlds.usual
    let asOf = try #require(business.plan.churnAsOf)
    let now = asOf - business.plan.firstDay + 1
    let customer = try #require(
      business.customers.first { customer in
        let last = business.keptOrders(of: customer).last { $0.dayIndex < now }
        return last.map { Double(now) - $0.time > 30 && Double(now) - $0.time < 70 && customer.hazard > 0.01 } ?? false
      })
    let probability = try #require(business.probabilityOfNoOrder(customer, from: asOf, horizonDays: 90))
    let last = try #require(business.keptOrders(of: customer).last { $0.dayIndex < now }?.time)
    let rate = customer.orderRate / 7 * (1 - OrderDraw.cancelChance)
    let peak = business.season.orders.max() ?? 1
    var generator = SeededGenerator(seed: 99)
    var silent = 0
    var kept = 0
    while kept < 20_000 {
      let death = last + generator.exponential(rate: customer.hazard / 7)
      var time = last
      var next = Double.infinity
      while true {
        time += generator.exponential(rate: rate * peak)
        if time >= death || time >= Double(now + 90) { break }
        if generator.chance(business.season.orders[Int(time)] / peak) {
          next = time
          break
        }
      }
      if next < Double(now) { continue }
      kept += 1
      if next == .infinity { silent += 1 }
    }
    let frequency = Double(silent) / Double(kept)
    let error = (probability * (1 - probability) / Double(kept)).squareRoot()
    #expect(abs(frequency - probability) < 4 * error)
  }

  @Test func isCalibratedOverTheBusiness() throws {
    let business = Business.simulate(Worlds.plan(customers: 12_000, weeks: 104, seed: 5))
    let asOf = try #require(business.plan.churnAsOf)
    let last = asOf - business.plan.firstDay
    var grades = business.customers.compactMap { customer -> (Double, Bool)? in
      business.probabilityOfNoOrder(customer, from: asOf, horizonDays: 90).map {
        ($0, !business.keptOrders(of: customer).contains { $0.dayIndex > last })
      }
    }
    grades.sort { $0.0 < $1.0 }
    for part in 0..<10 {
      let slice = grades[grades.count * part / 10..<grades.count * (part + 1) / 10]
      let expected = slice.reduce(0) { $0 + $1.0 }
      let spread = slice.reduce(0) { $0 + $1.0 * (1 - $1.0) }.squareRoot()
      let silent = Double(slice.count { $0.1 })
      #expect(abs(silent - expected) < 4 * max(spread, 0.5), "tenth \(part)")
    }
    let auc = try #require(try RankAgreement.auc(grades.map { (probability: $0.0, isSilent: $0.1) }))
    #expect((0.85...0.94).contains(auc))
  }

  @Test func limits() throws {
    let business = Worlds.usual
    let customer = try #require(business.customers.first { $0.joinedDay > 300 })
    let before = business.day(customer.joinedDay - 1)
    #expect(business.probabilityOfNoOrder(customer, from: before, horizonDays: 90) == nil)
    let same = business.day(customer.joinedDay)
    #expect(business.probabilityOfNoOrder(customer, from: same, horizonDays: 0) == 1)
    let month = try #require(business.probabilityOfNoOrder(customer, from: same, horizonDays: 30))
    let year = try #require(business.probabilityOfNoOrder(customer, from: same, horizonDays: 365))
    #expect(year < month && month < 1 && year > 0)
  }

  @Test func rankAgreementByHand() throws {
    // Positives .4 .8, negatives .4 .2: pairs (.4,.4) ½, (.4,.2) 1, (.8,.4) 1, (.8,.2) 1 → 3.5 / 4.
    let grades = [(0.4, true), (0.8, true), (0.4, false), (0.2, false)].map { (probability: $0.0, isSilent: $0.1) }
    #expect(try #require(try RankAgreement.auc(grades)) == 0.875)
    #expect(try RankAgreement.auc([(probability: 0.3, isSilent: true)]) == nil)
  }
}
