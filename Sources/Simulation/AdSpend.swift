import Computation
import Vocabulary

/// What one ad group cost and delivered on one day.
struct AdDay: Sendable {
  var spendPence = 0
  var impressions = 0
  var clicks = 0
  var allClicks = 0
  var reach = 0
}

/// Delivery of every ad group on every day: drawn first, since everything else is said "given the spend".
struct AdSpend: Sendable {
  let dayCount: Int
  private var cells: [AdDay]

  /// `paused` are day indices on which the social platform delivered nothing.
  init(plan: BusinessPlan, season: Season, pausedSocial paused: Range<Int>, using generator: SeededGenerator) {
    dayCount = plan.dayCount
    cells = Array(repeating: AdDay(), count: Campaign.all.count * AdSpend.groups * plan.dayCount)
    for (index, campaign) in Campaign.all.enumerated() {
      var generator = generator.split(campaign.name)
      var drift = 0.0
      for week in 0..<plan.weeks {
        drift = 0.6 * drift + 0.8 * generator.normal(mean: 0, deviation: campaign.volatility)
        let fate = generator.uniform()
        var level = Exponential.of(drift)
        if fate < campaign.pauseChance { level = 0 } else if fate > 1 - campaign.burstChance { level *= 2 }
        let days = week * 7..<week * 7 + 7
        // Budgets follow the expected demand, but less than fully.
        let demand = days.reduce(0.0) { $0 + season.arrivals[$1] } / 7
        let weekly = campaign.weeklySpendPounds * plan.scale * level * (0.35 + 0.65 * demand)
        for day in days {
          for group in 0..<AdSpend.groups {
            let share = (group == 0 ? 0.6 : 0.4) / 7 * generator.lognormal(logMean: -0.02, logDeviation: 0.2)
            let isPaused = campaign.network == .social && paused.contains(day)
            let pence = isPaused ? 0 : Int((weekly * share * 100).rounded())
            cells[offset(index, group, day)] = AdSpend.delivery(of: campaign, spendPence: pence, using: &generator)
          }
        }
      }
    }
  }

  /// Ad groups in each campaign.
  static let groups = 2

  func cell(campaign: Int, group: Int, day: Int) -> AdDay { cells[offset(campaign, group, day)] }

  /// Both ad groups of a campaign together. Reach is left out: people are not additive.
  func campaignDay(_ campaign: Int, day: Int) -> AdDay {
    var sum = AdDay()
    for group in 0..<AdSpend.groups {
      let part = cell(campaign: campaign, group: group, day: day)
      sum.spendPence += part.spendPence
      sum.impressions += part.impressions
      sum.clicks += part.clicks
      sum.allClicks += part.allClicks
    }
    return sum
  }

  func spendPence(campaign: Int, days: Range<Int>) -> Int {
    days.reduce(0) { $0 + campaignDay(campaign, day: $1).spendPence }
  }

  private func offset(_ campaign: Int, _ group: Int, _ day: Int) -> Int {
    (campaign * AdSpend.groups + group) * dayCount + day
  }

  private static func delivery(
    of campaign: Campaign, spendPence: Int, using generator: inout SeededGenerator
  ) -> AdDay {
    guard spendPence > 0 else { return AdDay() }
    let price = campaign.costPerClickPence * generator.lognormal(logMean: 0, logDeviation: 0.15)
    let expected = Double(spendPence) / price
    let clicks = generator.poisson(mean: expected)
    let views = expected / campaign.clickRate * generator.lognormal(logMean: 0, logDeviation: 0.12)
    let impressions = max(clicks, generator.poisson(mean: views), 1)
    let reach = max(1, Int(Double(impressions) / generator.uniform(in: 1.08...1.45)))
    return AdDay(
      spendPence: spendPence, impressions: impressions, clicks: clicks,
      allClicks: clicks + generator.poisson(mean: 0.7 * Double(clicks)), reach: reach)
  }
}
