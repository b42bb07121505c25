import Testing

@testable import Simulation

@Suite struct DemandTests {
  @Test func hillByHand() {
    #expect(Demand.hill(0, half: 10, shape: 2) == 0)
    #expect(abs(Demand.hill(10, half: 10, shape: 1.7) - 0.5) < 1e-15)
    // 20² ÷ (10² + 20²) = 400 / 500.
    #expect(abs(Demand.hill(20, half: 10, shape: 2) - 0.8) < 1e-14)
  }

  @Test func expectedCustomersAreThoseAskedFor() {
    for business in [Worlds.usual, Worlds.small] {
      let total = business.demand.weekly.reduce(0.0) { $0 + $1.reduce(0, +) }
      #expect(abs(total - Double(business.plan.customers)) < 1e-6)
    }
  }

  @Test func adstockCarriesOverAsStated() {
    // Recomputed from spend as a plain weighted sum: (1 − θ) Σ θ^k x(w − k).
    let business = Worlds.usual
    let campaign = Campaign.all[0]
    let week = 30
    var pressure = 0.0
    var weight = 1 - campaign.adstock
    for back in 0...week {
      let first = (week - back) * 7
      pressure += weight * Double(business.spend.spendPence(campaign: 0, days: first..<first + 7)) / 100
      weight *= campaign.adstock
    }
    let expected =
      business.demand.ceilings[0]
      * Demand.hill(pressure, half: business.demand.halfSaturations[0], shape: campaign.saturationShape)
    #expect(abs(business.demand.weekly[0][week] - expected) < 1e-9)
  }
}
