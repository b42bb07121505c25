import Computation
import Vocabulary

/// What the ad platforms say they sold. Each claims orders by its own rule, from the same orders as the other and
/// before returns and cancellations, so that together they claim more than the shop sold.
struct PlatformClaims: Sendable {
  struct Claim: Sendable {
    /// Conversions in hundredths: the search platform credits fractions.
    var hundredths = 0
    var valuePence = 0
  }

  struct Rule: Sendable {
    let network: Campaign.Network
    /// Chance to claim an order of a customer whom one of its campaigns brought, or is recorded to have brought.
    let linkedChance: Double
    /// Chance to claim anybody else's order (views, other devices, people who would have bought anyway).
    let otherChance: Double
    /// Possible credit for one order, in hundredths.
    let credits: [Int]
  }

  static let rules = [
    Rule(network: .social, linkedChance: 0.94, otherChance: 0.12, credits: [100]),
    Rule(network: .search, linkedChance: 0.92, otherChance: 0.18, credits: [100, 100, 75, 50, 33]),
  ]

  private let dayCount: Int
  private let outage: Range<Int>
  private var cells: [Claim]
  /// One for each rule.
  private var draws: [SeededGenerator]
  private static let campaigns = rules.map { rule in
    Campaign.all.indices.filter { Campaign.all[$0].network == rule.network }
  }

  init(spend: AdSpend, outage: Range<Int>, using generator: SeededGenerator) {
    dayCount = spend.dayCount
    self.outage = outage
    cells = Array(repeating: Claim(), count: Campaign.all.count * AdSpend.groups * spend.dayCount)
    draws = PlatformClaims.rules.map { generator.split($0.network.rawValue) }
  }

  /// The next order in time.
  mutating func add(_ order: Order, of customer: Customer, spend: AdSpend) {
    if outage.contains(order.dayIndex) { return }
    for (index, rule) in PlatformClaims.rules.enumerated() {
      let campaigns = PlatformClaims.campaigns[index]
      let linked = PlatformClaims.link(customer, campaigns: campaigns)
      guard draws[index].chance(linked == nil ? rule.otherChance : rule.linkedChance) else { continue }
      let credit = rule.credits[draws[index].integer(below: rule.credits.count)]
      let candidates = linked.map { [$0] } ?? campaigns
      let places = candidates.flatMap { campaign in (0..<AdSpend.groups).map { (campaign, $0) } }
      let weights = places.map { Double(spend.cell(campaign: $0.0, group: $0.1, day: order.dayIndex).spendPence) }
      // A campaign that did not run that day has no row to put the claim in.
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let place = places[draws[index].index(weights: weights)]
      let offset = (place.0 * AdSpend.groups + place.1) * dayCount + order.dayIndex
      cells[offset].hundredths += credit
      cells[offset].valuePence += order.totalPence * credit / 100
    }
  }

  func claim(campaign: Int, group: Int, day: Int) -> Claim {
    cells[(campaign * AdSpend.groups + group) * dayCount + day]
  }

  func campaignDay(_ campaign: Int, day: Int) -> Claim {
    var sum = Claim()
    for group in 0..<AdSpend.groups {
      let part = claim(campaign: campaign, group: group, day: day)
      sum.hundredths += part.hundredths
      sum.valuePence += part.valuePence
    }
    return sum
  }

  func total(campaign: Int) -> Claim {
    var sum = Claim()
    for day in 0..<dayCount {
      let part = campaignDay(campaign, day: day)
      sum.hundredths += part.hundredths
      sum.valuePence += part.valuePence
    }
    return sum
  }

  private static func link(_ customer: Customer, campaigns: [Int]) -> Int? {
    if let recorded = customer.recorded.campaign, campaigns.contains(recorded) { return recorded }
    if let cause = ArrivalSource.all[customer.source].campaign, campaigns.contains(cause) { return cause }
    return nil
  }
}
