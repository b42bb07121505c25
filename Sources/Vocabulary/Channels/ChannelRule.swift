/// One line of a channel grouping: a visit for which all conditions hold is of the channel.
package struct ChannelRule: Hashable, Sendable {
  package var channel: Channel
  package var conditions: [Condition]

  /// Texts are compared in small letters.
  package enum Condition: Hashable, Sendable {
    case source([TextPattern])
    case medium([TextPattern])
    case campaign([TextPattern])
    case sourceIs(SourceCategory)
    /// "shop" at the start of a word, after an "e" too, or "shopping".
    case campaignNamesAShop
    indirect case either(Condition, Condition)
  }

  package enum TextPattern: Hashable, Sendable {
    case exactly(String)
    case beginning(String)
    case ending(String)
    case containing(String)

    func matches(_ text: String) -> Bool {
      switch self {
      case .exactly(let pattern): text == pattern
      case .beginning(let pattern): text.hasPrefix(pattern)
      case .ending(let pattern): text.hasSuffix(pattern)
      case .containing(let pattern): text.contains(pattern)
      }
    }
  }

  package init(_ channel: Channel, _ conditions: Condition...) {
    self.channel = channel
    self.conditions = conditions
  }

  /// `visit`: all in small letters.
  func matches(_ visit: TrafficSource) -> Bool { conditions.allSatisfy { $0.holds(for: visit) } }
}

extension ChannelRule.Condition {
  func holds(for visit: TrafficSource) -> Bool {
    switch self {
    case .source(let patterns): patterns.contains { $0.matches(visit.source) }
    case .medium(let patterns): patterns.contains { $0.matches(visit.medium) }
    case .campaign(let patterns): patterns.contains { $0.matches(visit.campaign) }
    case .sourceIs(let category): SourceCategory(visit.source) == category
    case .campaignNamesAShop: ChannelRule.namesAShop(visit.campaign)
    case .either(let one, let other): one.holds(for: visit) || other.holds(for: visit)
    }
  }
}

extension ChannelRule {
  /// The published expression `^(.*(([^a-df-z]|^)shop|shopping).*)$`.
  fileprivate static func namesAShop(_ campaign: String) -> Bool {
    campaign.ranges(of: "shop").contains { range in
      guard range.lowerBound > campaign.startIndex else { return true }
      let before = campaign[campaign.index(before: range.lowerBound)]
      return before == "e" || !("a"..."z").contains(before) || campaign[range.lowerBound...].hasPrefix("shopping")
    }
  }
}
