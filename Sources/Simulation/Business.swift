import Computation
import Vocabulary

/// A small online shop for outdoor clothing whose truth is known: every customer's habits and cause of coming, and
/// what each campaign really does. It holds all of it in memory; `BusinessStream` writes one of any size.
package struct Business: Sendable {
  package static let name = "Fernhill Outdoor"
  package static let currencyCode = "GBP"

  package let customers: [Customer]
  /// In the order of time.
  package let orders: [Order]
  package let contacts: [CRMContact]
  let world: World
  /// Positions in `orders` by customer, in the order of time.
  let ordersOfCustomer: [[Int]]

  /// Draws a business. Equal plans give equal businesses, to the bit. O(customers + orders + days²).
  package static func simulate(_ plan: BusinessPlan) -> Business { Business(plan: plan) }

  private init(plan: BusinessPlan) {
    var world = World(plan: plan)
    var customers: [Customer] = []
    world.customers.forEach { customers.append($0) }
    let drawing = world.orders
    var orders = customers.flatMap { drawing.orders(of: $0) }
    orders.sort { Order.precedes($0, $1) }
    var positions = Array(repeating: [Int](), count: customers.count)
    var days = Array(repeating: [(order: Order, customer: Customer)](), count: plan.dayCount)
    for (index, order) in orders.enumerated() {
      positions[order.customer].append(index)
      days[order.dayIndex].append((order, customers[order.customer]))
    }
    for day in days { world.add(day: day) }
    var drawn = world.contacts
    var contacts = customers.compactMap { drawn.contact(of: $0) }
    drawn.leads { contacts.append($0) }
    contacts.sort { CRMContact.precedes($0, $1) }
    self.world = world
    self.customers = customers
    self.orders = orders
    self.contacts = contacts.map { drawn.numbered($0) }
    ordersOfCustomer = positions
  }

  package var plan: BusinessPlan { world.plan }
  package var expected: ExpectedReturn { world.expected }
  var season: Season { world.season }
  var disturbances: Disturbances { world.disturbances }
  var spend: AdSpend { world.spend }
  var demand: Demand { world.demand }
  var claims: PlatformClaims { world.claims }
  var visits: WebVisits { world.visits }

  package func spendPence(campaign: Int) -> Int { world.spendPence(campaign: campaign) }
  package func spendPence(channel: Channel) -> Int { world.spendPence(channel: channel) }
  package func day(_ index: Int) -> Day { world.day(index) }

  /// CRM contacts who bought, as far as `isWanted`.
  func drawnRecorded(where isWanted: (Customer) -> Bool) -> TruthTally.DrawnSum {
    var sum = TruthTally.DrawnSum()
    for customer in customers where !customer.isGuest && isWanted(customer) {
      sum.customers += 1
      for index in ordersOfCustomer[customer.index] { sum.netPence += orders[index].netPence }
    }
    return sum
  }

  /// Orders that were not cancelled, in the order of time.
  func keptOrders(of customer: Customer) -> [Order] {
    ordersOfCustomer[customer.index].map { orders[$0] }.filter { !$0.isCancelled }
  }
}
