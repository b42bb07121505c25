import Computation
import Vocabulary

/// What there is of a simulated business besides its customers and their orders: it does not grow with them.
struct World: Sendable {
  let plan: BusinessPlan
  let season: Season
  let disturbances: Disturbances
  let spend: AdSpend
  let demand: Demand
  let expected: ExpectedReturn
  var claims: PlatformClaims
  var visits: WebVisits
  private let generator: SeededGenerator

  init(plan: BusinessPlan) {
    generator = SeededGenerator(seed: plan.seed)
    self.plan = plan
    season = Season(firstDay: plan.firstDay, dayCount: plan.dayCount + World.foreseenDays)
    disturbances = Disturbances(plan: plan)
    spend = AdSpend(
      plan: plan, season: season, pausedSocial: disturbances.pausedSocial, using: generator.split("spend"))
    demand = Demand(plan: plan, season: season, spend: spend)
    expected = ExpectedReturn(plan: plan, demand: demand, value: ExpectedValue(plan: plan, season: season))
    claims = PlatformClaims(spend: spend, outage: disturbances.outage, using: generator.split("claims"))
    visits = WebVisits(
      plan: plan, season: season, spend: spend, outage: disturbances.outage, using: generator.split("visits"))
  }

  var customers: CustomerDraw { CustomerDraw(plan: plan, demand: demand, generator: generator.split("customers")) }
  var orders: OrderDraw { OrderDraw(plan: plan, season: season, generator: generator.split("orders")) }
  var contacts: ContactDraw { ContactDraw(plan: plan, using: generator.split("contacts")) }

  /// How far past the last day the season is known, for questions about the months ahead.
  private static let foreseenDays = 730

  /// What the platforms claim and the website sees of a day's orders, which stand in the order of time. Days come one
  /// after another.
  mutating func add(day orders: [(order: Order, customer: Customer)]) {
    for (order, customer) in orders { claims.add(order, of: customer, spend: spend) }
    visits.addDay(orders)
  }

  func spendPence(campaign: Int) -> Int { spend.spendPence(campaign: campaign, days: 0..<plan.dayCount) }

  func spendPence(channel: Channel) -> Int {
    Campaign.all.indices.filter { Campaign.all[$0].channel == channel }.reduce(0) { $0 + spendPence(campaign: $1) }
  }

  func day(_ index: Int) -> Day { plan.firstDay + index }
}
