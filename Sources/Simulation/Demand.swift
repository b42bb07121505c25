import Computation

/// How many customers each source brings in each week, on average, given the spend.
struct Demand: Sendable {
  /// Poisson means by source (as in `ArrivalSource.all`) and week.
  let weekly: [[Double]]
  /// Chance of each day within its week, by day index.
  let dayShares: [Double]
  /// Half saturation (pounds of adstocked weekly spend) and ceiling (customers a week) by campaign.
  let halfSaturations: [Double]
  let ceilings: [Double]

  init(plan: BusinessPlan, season: Season, spend: AdSpend) {
    let weekSums = (0..<plan.weeks).map { week in
      (week * 7..<week * 7 + 7).reduce(0.0) { $0 + season.arrivals[$1] }
    }
    dayShares = (0..<plan.dayCount).map { season.arrivals[$0] / weekSums[$0 / 7] }

    var weekly: [[Double]] = []
    var halves: [Double] = []
    var ceilings: [Double] = []
    for (index, campaign) in Campaign.all.enumerated() {
      let typical = campaign.weeklySpendPounds * plan.scale
      let half = campaign.halfSaturation * typical
      let ceiling =
        campaign.typicalCustomers * plan.scale / Demand.hill(typical, half: half, shape: campaign.saturationShape)
      var pressure = 0.0
      var means: [Double] = []
      for week in 0..<plan.weeks {
        let pounds = Double(spend.spendPence(campaign: index, days: week * 7..<week * 7 + 7)) / 100
        pressure = (1 - campaign.adstock) * pounds + campaign.adstock * pressure
        means.append(ceiling * Demand.hill(pressure, half: half, shape: campaign.saturationShape))
      }
      weekly.append(means)
      halves.append(half)
      ceilings.append(ceiling)
    }
    // Unpaid demand fills what is missing to the number of customers asked for, and never less than a quarter.
    let paid = weekly.reduce(0.0) { $0 + $1.reduce(0, +) }
    let unpaid = max(Double(plan.customers) - paid, 0.25 * Double(plan.customers))
    let seasonTotal = weekSums.reduce(0, +)
    for source in ArrivalSource.all where source.campaign == nil {
      weekly.append(weekSums.map { unpaid * source.unpaidShare * $0 / seasonTotal })
    }
    self.weekly = weekly
    halfSaturations = halves
    self.ceilings = ceilings
  }

  /// aʰ ÷ (Kʰ + aʰ): 0 at no pressure, ½ at K.
  static func hill(_ pressure: Double, half: Double, shape: Double) -> Double {
    guard pressure > 0 else { return 0 }
    return 1 / (1 + Exponential.power(half / pressure, shape))
  }
}
