import Computation
import Vocabulary

/// Visits to the shop's website as two tools count them: one needs consent and breaks in the outage, the other counts
/// on the server and sees everybody.
struct WebVisits: Sendable {
  static let channels: [Channel] = [
    .paidSearch, .paidSocial, .display, .email, .organicSearch, .organicSocial, .referral, .direct,
  ]

  struct Site: Sendable {
    var visits = 0
    var visitors = 0
    var newVisitors = 0
    var actions = 0
    var bounces = 0
    var seconds = 0
    var longestVisit = 0
    var visitsWithOrder = 0
    var revenuePence = 0
  }

  /// By day: what the tag saw, by channel in the order of `channels`, and over all channels.
  private(set) var tagged: [[Site]] = []
  /// By day: what the server saw.
  private(set) var served: [Site] = []
  private let plan: BusinessPlan
  private let season: Season
  private let spend: AdSpend
  private let outage: Range<Int>
  private var draw: SeededGenerator

  func taggedTotal(day: Int) -> Site {
    tagged[day].reduce(into: Site()) { $0.add($1) }
  }

  init(
    plan: BusinessPlan, season: Season, spend: AdSpend, outage: Range<Int>, using generator: SeededGenerator
  ) {
    self.plan = plan
    self.season = season
    self.spend = spend
    self.outage = outage
    draw = generator
  }

  /// The next day, with its orders in the order of time.
  mutating func addDay(_ orders: [(order: Order, customer: Customer)]) {
    let day = served.count
    var sites: [Site] = []
    for channel in WebVisits.channels {
      let clicks = Campaign.all.indices.filter { Campaign.all[$0].channel == channel }.reduce(0) {
        $0 + spend.campaignDay($1, day: day).clicks
      }
      let unpaid = WebVisits.unpaidVisits(channel) * plan.scale * season.arrivals[day]
      sites.append(WebVisits.site(visits: draw.poisson(mean: 0.78 * Double(clicks) + unpaid), using: &draw))
    }
    var hidden = WebVisits.site(
      visits: draw.poisson(mean: 0.19 * Double(sites.map(\.visits).reduce(0, +))), using: &draw)
    for (order, customer) in orders {
      let channel = WebVisits.orderChannel(customer, using: &draw)
      let isSeen = draw.chance(0.87)
      let place = WebVisits.channels.firstIndex(of: channel) ?? WebVisits.channels.count - 1
      if isSeen { sites[place].addOrder(order) } else { hidden.addOrder(order) }
    }
    served.append(sites.reduce(into: hidden) { $0.add($1) })
    tagged.append(outage.contains(day) ? sites.map { _ in Site() } : sites)
  }

  private static func site(visits: Int, using draw: inout SeededGenerator) -> Site {
    guard visits > 0 else { return Site() }
    let visitors = max(1, Int(Double(visits) * draw.uniform(in: 0.78...0.88)))
    return Site(
      visits: visits, visitors: visitors, newVisitors: Int(Double(visitors) * draw.uniform(in: 0.55...0.68)),
      actions: visits + draw.poisson(mean: 2.1 * Double(visits)),
      bounces: Int(Double(visits) * draw.uniform(in: 0.40...0.52)), seconds: visits * (60 + draw.integer(below: 90)),
      longestVisit: 8 + draw.integer(below: 40))
  }

  /// Daily visits of the default plan that no ad paid for.
  private static func unpaidVisits(_ channel: Channel) -> Double {
    switch channel {
    case .organicSearch: 118
    case .direct: 84
    case .email: 46
    case .organicSocial: 39
    case .referral: 27
    default: 0
    }
  }

  /// Later orders mostly come without a click on anything paid.
  private static func orderChannel(_ customer: Customer, using draw: inout SeededGenerator) -> Channel {
    let fate = draw.uniform()
    if fate < 0.45 { return customer.recorded.channel }
    if fate < 0.65 { return .direct }
    if fate < 0.82 { return .email }
    return .organicSearch
  }
}

extension WebVisits.Site {
  fileprivate mutating func add(_ other: WebVisits.Site) {
    visits += other.visits
    visitors += other.visitors
    newVisitors += other.newVisitors
    actions += other.actions
    bounces += other.bounces
    seconds += other.seconds
    longestVisit = max(longestVisit, other.longestVisit)
    visitsWithOrder += other.visitsWithOrder
    revenuePence += other.revenuePence
  }

  fileprivate mutating func addOrder(_ order: Order) {
    visits += 1
    visitors += 1
    actions += 6
    seconds += 420
    longestVisit = max(longestVisit, 6)
    visitsWithOrder += 1
    revenuePence += order.totalPence
  }
}
