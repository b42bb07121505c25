import Computation
import Modeling
import Vocabulary

/// What did we spend, what is recorded to have come back, and how sure are we?
///
/// Recorded return of a channel = Σ net revenue up to the as-of day of customers whose recorded first source is the
/// channel and whose first order lies inside the window of its spend ÷ Σ its spend. Interval: Poisson bootstrap over
/// customers, studentised, 90 %; the spend is what it was.
package enum ReturnAnalysis {
  package static let level = 0.9
  package static let fewestWeeks = 8
  package static let fewestCustomers = 20

  package static func returns(
    of ledger: Ledger, grossMargin: Double?, using generator: SeededGenerator, on workers: Workers = .one
  ) -> Insight<Returns> {
    let dated = ledger.spend.filter { $0.window != nil }
    guard let window = ledger.spendWindow else {
      return Insight(.notEnough([Shortfall(.adFiles, have: 0, required: 1)]), caveats: ledger.caveats)
    }
    let builder = RowBuilder(
      ledger: ledger, grossMargin: grossMargin, generator: generator.split("recorded return"), workers: workers)
    let channels = Dictionary(grouping: dated, by: \.channel).map { channel, facts in
      builder.row(facts, channel: channel, campaign: "")
    }
    let campaigns = Dictionary(grouping: dated.filter { !$0.campaign.isEmpty }) {
      CampaignKey(channel: $0.channel, name: NameSpelling.normalized($0.campaign))
    }.map { key, facts in
      builder.row(facts, channel: key.channel, campaign: facts.map(\.campaign).min() ?? key.name)
    }
    let returns = Returns(
      asOf: ledger.asOf, currency: ledger.currency, window: window, grossMargin: grossMargin,
      channels: channels.sorted(by: bySpend), campaigns: campaigns.sorted(by: bySpend),
      totalSpend: Micros.double(dated.reduce(0) { $0 + ($1.spendMicros ?? 0) }),
      totalRevenue: channels.sorted(by: bySpend).reduce(0) { $0 + $1.revenue })
    return Insight(.found(returns), caveats: caveats(ledger, dated: dated))
  }

  private static func bySpend(_ left: Returns.Row, _ right: Returns.Row) -> Bool {
    if left.spend != right.spend { return left.spend > right.spend }
    return left.channel != right.channel ? left.channel < right.channel : left.campaign < right.campaign
  }

  private static func caveats(_ ledger: Ledger, dated: [SpendFact]) -> [Caveat] {
    var caveats = ledger.caveats
    if !ledger.orders.isEmpty { caveats += [.recordedNotIncremental, .returnsStillGrow] }
    if dated.contains(where: { $0.conversionValueMicros != nil }) { caveats.append(.platformClaimsOverlap) }
    let undated = ledger.spend.filter { $0.window == nil }
    for (platform, facts) in Dictionary(grouping: undated, by: \.platform).sorted(by: { $0.key < $1.key }) {
      caveats.append(.undatedFacts(source: platform, count: facts.count))
    }
    // Guests are in all revenue, and nobody knows where they came from.
    let all = ledger.orders.reduce(0) { $0 + $1.netMicros }
    let unsourced = all - ledger.histories.filter { $0.channel != nil }.reduce(0) { $0 + $1.netMicros }
    if all > 0, unsourced > 0 {
      caveats.append(.revenueWithoutSource(share: Double(unsourced) / Double(all)))
    }
    return caveats
  }
}

/// By which an ad platform's campaign and a CRM's drill-down are the same: channel and name, whatever the case and
/// the blanks around it.
package struct CampaignKey: Hashable, Sendable {
  package let channel: Channel
  package let name: String
}

private struct RowBuilder {
  let ledger: Ledger
  let grossMargin: Double?
  let generator: SeededGenerator
  let workers: Workers

  func row(_ facts: [SpendFact], channel: Channel, campaign: String) -> Returns.Row {
    let windows = facts.compactMap(\.window)
    let window = windows.dropFirst().reduce(windows[0]) { $0.union($1) }
    let spendMicros = facts.reduce(0) { $0 + ($1.spendMicros ?? 0) }
    let customers = newCustomers(channel: channel, campaign: campaign, in: window)
    let revenues = customers.map { Micros.double($0.netMicros) }
    let spend = Micros.double(spendMicros)
    let claimedValue = total(facts, \.conversionValueMicros)
    var row = Returns.Row(
      channel: channel, campaign: campaign, platforms: Set(facts.map(\.platform)).sorted(), spend: spend,
      window: window, weeksWithSpend: weeks(facts), newCustomers: customers.count,
      revenue: Micros.double(customers.reduce(0) { $0 + $1.netMicros }),
      claimedReturn: claimedValue.flatMap { spend > 0 ? Micros.double($0) / spend : nil },
      claimedConversions: total(facts, \.conversionsMicros).map(Micros.double),
      clicks: total(facts, \.clicks).map { Int($0) }, impressions: total(facts, \.impressions).map { Int($0) },
      verdict: .notEnoughData)
    row.shortfall = shortfall(row)
    guard row.shortfall == nil,
      let estimate = try? RatioBootstrap(level: ReturnAnalysis.level).estimate(
        revenues, over: .fixed(spend), using: generator.split(channel.rawValue + "/" + campaign), on: workers)
    else { return row }
    row.recordedReturn = Estimate(
      estimate.ratio, low: estimate.interval.lower, high: estimate.interval.upper, level: ReturnAnalysis.level,
      sampleSize: customers.count)
    row.costPerNewCustomer = cost(spend, customers.count)
    row.verdict = verdict(estimate)
    return row
  }

  private func newCustomers(channel: Channel, campaign: String, in window: DateWindow) -> [PurchaseHistory] {
    let name = NameSpelling.normalized(campaign)
    return ledger.histories.filter { history in
      guard history.channel == channel, let first = history.purchases.first?.day, window.contains(first) else {
        return false
      }
      return campaign.isEmpty || NameSpelling.normalized(history.campaign) == name
    }
  }

  private func shortfall(_ row: Returns.Row) -> Shortfall? {
    if ledger.orders.isEmpty { return Shortfall(.ordersFiles, have: 0, required: 1) }
    if !ledger.histories.contains(where: { $0.channel != nil }) {
      return Shortfall(.contactFiles, have: 0, required: 1)
    }
    if row.spend <= 0 { return Shortfall(.weeksWithSpend, have: 0, required: ReturnAnalysis.fewestWeeks) }
    if row.weeksWithSpend < ReturnAnalysis.fewestWeeks {
      return Shortfall(.weeksWithSpend, have: row.weeksWithSpend, required: ReturnAnalysis.fewestWeeks)
    }
    if row.newCustomers < ReturnAnalysis.fewestCustomers {
      return Shortfall(.newCustomers, have: row.newCustomers, required: ReturnAnalysis.fewestCustomers)
    }
    return nil
  }

  /// Customers come as a Poisson count N: √N is normal about √μ with variance ¼ (Anscombe's root is for small counts,
  /// which are refused).
  private func cost(_ spend: Double, _ count: Int) -> Estimate {
    let root = Double(count).squareRoot()
    let half = NormalDistribution.quantile((1 + ReturnAnalysis.level) / 2) / 2
    let low = (root - half) * (root - half)
    let high = (root + half) * (root + half)
    return Estimate(
      spend / Double(count), low: spend / high, high: spend / low, level: ReturnAnalysis.level, sampleSize: count)
  }

  /// From the chance that the return is above break-even, normal in its logarithm.
  private func verdict(_ estimate: RatioBootstrap.Estimate) -> Returns.Verdict {
    let breakEven = 1 / (grossMargin ?? 1)
    let z = (Logarithm.of(estimate.ratio) - Logarithm.of(breakEven)) / (estimate.standardError / estimate.ratio)
    let chance = NormalDistribution.cumulative(z)
    if grossMargin == nil, chance >= 0.2 { return .marginUnknown }
    switch chance {
    case 0.95...: return .paysBack
    case 0.80...: return .probablyPaysBack
    case 0.20...: return .cannotTell
    case 0.05...: return .probablyLoses
    default: return .loses
    }
  }

  private func weeks(_ facts: [SpendFact]) -> Int {
    var mondays: Set<Day> = []
    for fact in facts where (fact.spendMicros ?? 0) > 0 {
      guard let window = fact.window else { continue }
      var monday = window.first.weekStart
      while monday <= window.last {
        mondays.insert(monday)
        monday = monday + 7
      }
    }
    return mondays.count
  }

  private func total(_ facts: [SpendFact], _ column: KeyPath<SpendFact, Int64?>) -> Int64? {
    let known = facts.compactMap { $0[keyPath: column] }
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}
