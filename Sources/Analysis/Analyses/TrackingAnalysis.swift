import Vocabulary
import Warehouse

/// Do the visits that a website counts and the cost that its advertising bills tell of the same campaigns?
package enum TrackingAnalysis {
  /// Where a business has channel rules of its own, or no tool names channels, visits are grouped by what sent them, and
  /// the channels that tools name are left aside.
  ///
  /// - Parameter origins: what sent the visits, where that is known already.
  package static func fetch(
    from warehouse: Warehouse, ledger: Ledger, origins: VisitOrigins? = nil, by rules: ChannelGrouping = .standard
  ) throws(WarehouseError) -> TrackingAudit? {
    var visits = try TaggedVisits.fetch(from: warehouse)
    let campaigns = try CampaignNames.fetch(from: warehouse)
    let isGrouped = !rules.groups(like: .standard) || !visits.contains { Level($0.dimension) == .channel }
    let known = try isGrouped && origins == nil ? VisitOrigins.fetch(upTo: ledger.asOf, from: warehouse) : origins
    if isGrouped, let known {
      visits = visits.filter { Level($0.dimension) != .channel } + tagged(known, by: rules)
      if !visits.contains(where: { Level($0.dimension) == .campaign }) { visits += named(known) }
    }
    return audit(visits: visits, ledger: ledger, campaigns: campaigns)
  }

  static func tagged(_ origins: VisitOrigins, by rules: ChannelGrouping) -> [TaggedVisits] {
    zip(origins.rows, origins.channels(by: rules)).map { row, channel in
      TaggedVisits(
        tool: origins.tool, property: row.property, dimension: "channel",
        value: [.other, .unknown].contains(channel) ? "unassigned" : channel.label, window: row.window,
        sessions: row.sessions)
    }
  }

  /// The campaigns of a table by source, medium and campaign.
  private static func named(_ origins: VisitOrigins) -> [TaggedVisits] {
    guard origins.rows.contains(where: { !isNoCampaign($0.origin.campaign) }) else { return [] }
    return origins.rows.map { row in
      TaggedVisits(
        tool: origins.tool, property: row.property, dimension: "campaign", value: row.origin.campaign,
        window: row.window, sessions: row.sessions)
    }
  }

  /// Nil where no tool tells visits by channel or campaign. The tool with the most visits is asked, and of windows of one
  /// property that overlap the later one.
  ///
  /// - Parameter campaigns: all that advertising exports name, beside the ledger's own.
  static func audit(visits: [TaggedVisits], ledger: Ledger, campaigns names: [CampaignName] = []) -> TrackingAudit? {
    let known = visits.filter { Level($0.dimension) != nil && $0.window.last <= ledger.asOf }
    guard let tool = primaryTool(known) else { return nil }
    let channels = windows(of: .channel, known.filter { $0.tool == tool })
    let campaigns = windows(of: .campaign, known.filter { $0.tool == tool })
    let spans = (channels + campaigns).map(\.window)
    guard let first = spans.first else { return nil }
    let price = revenuePerVisit(channels.isEmpty ? campaigns : channels, ledger)
    let byChannel = channelGaps(channels, ledger, price: price)
    let byCampaign = campaignGaps(campaigns, ledger, names, price: price)
    let window = spans.reduce(first) { $0.union($1) }
    return TrackingAudit(
      tool: tool, window: window, revenuePerVisit: price,
      unassigned: unassigned(channels, price: price),
      gaps: (byChannel.gaps + byCampaign.gaps).sorted {
        ($1.money ?? 0, $0.kind.rawValue, $0.subject) < ($0.money ?? 0, $1.kind.rawValue, $1.subject)
      },
      channelsChecked: byChannel.checked, campaignsChecked: byCampaign.checked,
      leftOut: leftOut(ledger, within: window))
  }

  /// The visits of one property in one window by value.
  struct Period {
    var window: DateWindow
    var visits: [String: Int64]

    var total: Int64 { visits.values.reduce(0, +) }

    func overlaps(_ other: Period) -> Bool { window.clipped(to: other.window) != nil }
  }

  enum Level {
    case channel, campaign

    /// What a first visit once was tells nothing of this one.
    init?(_ dimension: String) {
      guard !dimension.contains("first user"), !dimension.contains(" + ") else { return nil }
      if dimension == "channel" || dimension.contains("channel group") {
        self = .channel
      } else if ["campaign", "session campaign", "campaign name", "utm_campaign"].contains(dimension) {
        self = .campaign
      } else {
        return nil
      }
    }
  }

  private static func primaryTool(_ visits: [TaggedVisits]) -> String? {
    Dictionary(grouping: visits, by: \.tool)
      .map { (tool: $0.key, sessions: $0.value.reduce(0) { $0 + $1.sessions }) }
      .min { ($1.sessions, $0.tool) < ($0.sessions, $1.tool) }?.tool
  }

  /// In order of their last days, the longest last of those that end together. Windows of one property never overlap.
  /// A tool may call a dimension otherwise from some day on: of each window the first by name counts.
  static func windows(of level: Level, _ visits: [TaggedVisits]) -> [Period] {
    CountedWindow.all(
      of: visits.filter { Level($0.dimension) == level }, property: \.property, window: \.window
    )
    .map { counted in
      let dimension = counted.facts.map(\.dimension).min()
      let rows = counted.facts.filter { $0.dimension == dimension }
      return Period(window: counted.window, visits: Dictionary(rows.map { ($0.value, $0.sessions) }) { $0 + $1 })
    }
    .sorted { ($0.window.last, $0.window.dayCount) < ($1.window.last, $1.window.dayCount) }
  }

  private static func revenuePerVisit(_ periods: [Period], _ ledger: Ledger) -> Double? {
    let visits = periods.reduce(0) { $0 + $1.total }
    let revenue = ledger.orders.filter { order in periods.contains { $0.window.contains(order.day) } }
      .reduce(Int64(0)) { $0 + $1.netMicros }
    return visits > 0 && revenue > 0 ? Micros.double(revenue) / Double(visits) : nil
  }

  private static let unassignedNames: Set<String> = ["unassigned", "(other)", "(not set)", "unknown"]

  /// Of the last seven days where visits come by day, else of the latest window, and of windows of other properties that
  /// overlap these: an export by day and one by week give one answer. A longer window that ends among the seven days, with
  /// days after it, is of the time before: how much of it is of the seven days nobody tells.
  static func unassigned(_ periods: [Period], price: Double?) -> TrackingAudit.Unassigned? {
    guard let last = periods.last else { return nil }
    let week = periods.filter { last.window.last - $0.window.first < 7 }.reduce(last.window) { $0.union($1.window) }
    let latest = periods.filter { $0.window.clipped(to: week) != nil }
    let before = periods.filter { $0.window.clipped(to: week) == nil }
    func visits(_ periods: [Period]) -> Int64 { periods.reduce(0) { $0 + $1.total } }
    func count(_ periods: [Period]) -> Int64 {
      periods.reduce(0) { sum, period in
        sum + period.visits.filter { unassignedNames.contains($0.key.lowercased()) }.values.reduce(0, +)
      }
    }
    let (all, allBefore) = (visits(latest), visits(before))
    guard all > 0 else { return nil }
    return TrackingAudit.Unassigned(
      visits: count(latest), share: Double(count(latest)) / Double(all),
      shareBefore: allBefore > 0 ? Double(count(before)) / Double(allBefore) : nil,
      value: price.map { $0 * Double(count(latest)) },
      window: latest.reduce(last.window) { $0.union($1.window) })
  }

  /// Only channels that are paid in every tool's words are compared: where a tool files paid visits under another
  /// name, both sides of the difference are shown.
  private static func channelGaps(_ periods: [Period], _ ledger: Ledger, price: Double?)
    -> (gaps: [TrackingAudit.Gap], checked: Int)
  {
    var gaps: [TrackingAudit.Gap] = []
    var checked = 0
    for channel in Channel.allCases where channel.isPaid {
      let seen = periods.map { period in period.visits.filter { channel.goesBy($0.key) }.values.reduce(0, +) }
      let sighted = zip(periods, seen).filter { $0.1 > 0 }.map { $0.0 }
      let unseen = periods.filter { period in !sighted.contains { $0.overlaps(period) } }
      let facts = ledger.spend.filter { $0.channel == channel && ($0.spendMicros ?? 0) != 0 }
      var (cost, lost, visits, unpaid): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
      for (period, count) in zip(periods, seen) where count > 0 {
        visits += count
        let spent = facts.filter { $0.lies(within: period.window) }.reduce(Int64(0)) { $0 + ($1.spendMicros ?? 0) }
        if spent == 0, !isPaidOtherwise(channel, ledger, within: period.window) { unpaid += count }
      }
      for fact in facts where periods.contains(where: { fact.lies(within: $0.window) }) {
        cost += fact.spendMicros ?? 0
        if unseen.contains(where: { fact.lies(within: $0.window) }) { lost += fact.spendMicros ?? 0 }
      }
      if cost > 0 || visits > 0 { checked += 1 }
      if lost > 0 {
        gaps.append(
          TrackingAudit.Gap(kind: .costWithoutVisits, subject: channel.label, visits: nil, money: Micros.double(lost)))
      }
      if unpaid > 0 {
        gaps.append(
          TrackingAudit.Gap(
            kind: .visitsWithoutCost, subject: channel.label, visits: unpaid, money: price.map { $0 * Double(unpaid) }))
      }
    }
    return (gaps, checked)
  }

  /// Whether the channel cost money of which no figure tells.
  private static func isPaidOtherwise(_ channel: Channel, _ ledger: Ledger, within window: DateWindow) -> Bool {
    ledger.spendLeftOut.contains { $0.channel == channel && ($0.spendMicros ?? 0) > 0 && $0.lies(within: window) }
  }

  private static func leftOut(_ ledger: Ledger, within window: DateWindow) -> [Caveat] {
    let currencies = ledger.spendLeftOut.filter { $0.lies(within: window) }.map(\.currency)
    var caveats = Dictionary(grouping: currencies.compactMap { $0 }) { $0 }
      .sorted { $0.key < $1.key }.map { Caveat.otherCurrencyLeftOut($0.key, amounts: $0.value.count) }
    let unknown = currencies.count { $0 == nil }
    if unknown > 0 { caveats.append(.currencyUnknown(amounts: unknown)) }
    return caveats
  }

  private static func campaignGaps(_ periods: [Period], _ ledger: Ledger, _ names: [CampaignName], price: Double?)
    -> (gaps: [TrackingAudit.Gap], checked: Int)
  {
    guard let first = periods.first else { return ([], 0) }
    let span = periods.reduce(first.window) { $0.union($1.window) }
    var tags: [String: (name: String, visits: Int64)] = [:]
    for (name, visits) in periods.flatMap({ $0.visits.sorted { $0.key < $1.key } })
    where visits > 0 && !isNoCampaign(name) {
      tags[spelling(name), default: (name, 0)].visits += visits
    }
    var cost: [String: (name: String, micros: Int64)] = [:]
    for fact in ledger.spend where !fact.campaign.isEmpty {
      guard fact.lies(within: span), let micros = fact.spendMicros, micros > 0 else { continue }
      cost[spelling(fact.campaign), default: (fact.campaign, 0)].micros += micros
    }
    guard !cost.isEmpty else { return ([], 0) }
    let meant = meanings(of: names)
    let met = Set(tags.keys.flatMap { meant[$0] ?? [$0] })
    let unseen = cost.filter { !met.contains($0.key) }.map {
      TrackingAudit.Gap(
        kind: .campaignWithoutVisits, subject: $0.value.name, visits: nil, money: Micros.double($0.value.micros))
    }
    let unknown = tags.filter { cost[$0.key] == nil && meant[$0.key] == nil }.map { _, tag in
      TrackingAudit.Gap(
        kind: .tagWithoutCampaign, subject: tag.name, visits: tag.visits, money: price.map { $0 * Double(tag.visits) })
    }
    return (unseen + unknown, met.union(cost.keys).count)
  }

  /// By what a tag may say, a campaign's name or its id, the names that it means: platforms fill in either.
  private static func meanings(of names: [CampaignName]) -> [String: Set<String>] {
    var meant: [String: Set<String>] = [:]
    for campaign in names {
      let name = spelling(campaign.name.isEmpty ? campaign.id : campaign.name)
      meant[name, default: []].insert(name)
      if !campaign.id.isEmpty { meant[spelling(campaign.id), default: []].insert(name) }
    }
    return meant
  }

  private static func isNoCampaign(_ name: String) -> Bool {
    name.isEmpty || (name.hasPrefix("(") && name.hasSuffix(")"))
  }

  /// Tags are typed by hand: capitals, blanks, hyphens and underscores tell no two campaigns apart, nor does the way in
  /// which an address writes them.
  static func spelling(_ name: String) -> String {
    let text =
      name.utf8.contains(UInt8(ascii: "%"))
      ? String(validating: PercentEncoding.decoded(name.utf8), as: UTF8.self) ?? name : name
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

extension SpendFact {
  /// Not where no file dates it.
  fileprivate func lies(within days: DateWindow) -> Bool {
    window.map { days.contains($0.first) && days.contains($0.last) } ?? false
  }
}

extension Channel {
  /// Whether visits of it are bought.
  var isPaid: Bool {
    switch self {
    case .paidSearch, .paidSocial, .display, .video, .shopping, .crossNetwork, .affiliates, .audio, .paidOther: true
    default: false
    }
  }

  /// Whether a tool's report means it by this name.
  func goesBy(_ name: String) -> Bool {
    let name = name.lowercased()
    if name == rawValue.lowercased() || name == label.lowercased() { return true }
    switch self {
    case .video: return name == "paid video"
    case .shopping: return name == "paid shopping"
    case .paidOther: return name == "paid other"
    default: return false
    }
  }
}
