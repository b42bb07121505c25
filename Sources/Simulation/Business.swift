import Computation
import Vocabulary

/// A small online shop for outdoor clothing whose truth is known: every customer's habits and cause of coming, and
/// what each campaign really does.
package struct Business: Sendable {
  package static let name = "Fernhill Outdoor"
  package static let currencyCode = "GBP"

  package let plan: BusinessPlan
  package let customers: [Customer]
  /// In the order of time.
  package let orders: [Order]
  package let contacts: [CRMContact]
  package let expected: ExpectedReturn
  let season: Season
  let disturbances: Disturbances
  let spend: AdSpend
  let demand: Demand
  let claims: PlatformClaims
  let visits: WebVisits
  /// Positions in `orders` by customer, in the order of time.
  let ordersOfCustomer: [[Int]]

  /// Draws a business. Equal plans give equal businesses, to the bit. O(customers + orders + days²).
  package static func simulate(_ plan: BusinessPlan) -> Business { Business(plan: plan) }

  private init(plan: BusinessPlan) {
    let generator = SeededGenerator(seed: plan.seed)
    let season = Season(firstDay: plan.firstDay, dayCount: plan.dayCount + Business.foreseenDays)
    let disturbances = Disturbances(plan: plan)
    let spend = AdSpend(
      plan: plan, season: season, pausedSocial: disturbances.pausedSocial, using: generator.split("spend"))
    let demand = Demand(plan: plan, season: season, spend: spend)
    let customers = CustomerDraw(plan: plan, demand: demand, generator: generator.split("customers")).customers()
    let drawing = OrderDraw(plan: plan, season: season, generator: generator.split("orders"))
    var orders = customers.flatMap { drawing.orders(of: $0) }
    orders.sort { $0.time != $1.time ? $0.time < $1.time : $0.customer < $1.customer }
    var positions = Array(repeating: [Int](), count: customers.count)
    for (index, order) in orders.enumerated() { positions[order.customer].append(index) }

    self.plan = plan
    self.season = season
    self.disturbances = disturbances
    self.spend = spend
    self.demand = demand
    self.customers = customers
    self.orders = orders
    ordersOfCustomer = positions
    contacts = CRMContact.all(customers: customers, plan: plan, using: generator.split("contacts"))
    expected = ExpectedReturn(plan: plan, demand: demand, value: ExpectedValue(plan: plan, season: season))
    claims = PlatformClaims(
      orders: orders, customers: customers, spend: spend, outage: disturbances.outage,
      using: generator.split("claims"))
    visits = WebVisits(
      plan: plan, season: season, spend: spend, orders: orders, customers: customers, outage: disturbances.outage,
      using: generator.split("visits"))
  }

  /// How far past the last day the season is known, for questions about the months ahead.
  static let foreseenDays = 730

  package func spendPence(campaign: Int) -> Int { spend.spendPence(campaign: campaign, days: 0..<plan.dayCount) }

  package func spendPence(channel: Channel) -> Int {
    Campaign.all.indices.filter { Campaign.all[$0].channel == channel }.reduce(0) { $0 + spendPence(campaign: $1) }
  }

  package func day(_ index: Int) -> Day { plan.firstDay + index }

  /// Orders that were not cancelled, in the order of time.
  func keptOrders(of customer: Customer) -> [Order] {
    ordersOfCustomer[customer.index].map { orders[$0] }.filter { !$0.isCancelled }
  }
}
