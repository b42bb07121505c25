/// A table of rules by which visits get their channel; the first that matches counts.
package struct ChannelGrouping: Hashable, Sendable {
  /// When the rules were published, or what a business calls its own.
  package let version: String
  package let rules: [ChannelRule]

  package init(version: String, rules: [ChannelRule]) {
    self.version = version
    self.rules = rules
  }

  /// The same table with a business's own rules before it.
  package func preceded(by own: [ChannelRule], version: String) -> ChannelGrouping {
    ChannelGrouping(version: version, rules: own + rules)
  }

  /// Whether both give every visit the same channel by the same conditions; names do not matter.
  package func groups(like other: ChannelGrouping) -> Bool {
    rules.map(\.channel) == other.rules.map(\.channel) && rules.map(\.conditions) == other.rules.map(\.conditions)
  }

  /// All that a visit's channel hangs on, as texts to make one name of.
  package var parts: [String] {
    rules.flatMap { rule in
      [rule.channel.rawValue, "\(rule.conditions.count)"]
        + rule.conditions.flatMap { condition in
          [condition.field.rawValue, "\(condition.patterns.count)"]
            + condition.patterns.flatMap { [$0.comparison.rawValue, $0.text] }
        }
    }
  }

  /// A visit without source, medium, campaign and click id is not recorded, one that no rule takes is other. Before any
  /// rule is asked, a click id fills in the source and the medium that it implies.
  package func channel(of origin: TrafficSource) -> Channel {
    var visit = TrafficSource(
      source: origin.source.lowercased(), medium: origin.medium.lowercased(), campaign: origin.campaign.lowercased(),
      clickID: origin.clickID.lowercased())
    guard visit.isTagged else { return .unknown }
    if let click = ClickIdentifier.named(visit.clickID) {
      // A paid click is paid whatever the tags beside it leave out.
      if ChannelGrouping.isMissing(visit.source) { visit.source = click.source }
      if let paid = click.paidMedium, !ChannelGrouping.tellsOfPay(visit.medium) {
        visit.medium = paid
      } else if ChannelGrouping.isMissing(visit.medium) {
        visit.medium = "referral"
      }
    }
    return rules.first { $0.matches(visit) }?.channel
      ?? (visit.source.isEmpty && visit.medium.isEmpty ? .unknown : .other)
  }

  private static func isMissing(_ text: String) -> Bool {
    ["", "(not set)", "(none)", "(direct)", "direct"].contains(text)
  }
}
