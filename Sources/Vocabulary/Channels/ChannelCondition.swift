/// One part of a visit and the patterns of which one must fit it.
package struct ChannelCondition: Hashable, Sendable {
  package var field: Field
  package var patterns: [TextPattern]

  /// Its names are those of the settings.
  package enum Field: String, Sendable, CaseIterable {
    case source, medium, campaign
    /// The click id's name, such as "gclid".
    case clickID
    /// The source where it is a site's name, without "www.". What equals a host also takes all that lies below it.
    case host
    /// What `SourceCategory` knows the source for, by its raw name; "" for none.
    case sourceKind
  }

  package init(_ field: Field, _ patterns: [TextPattern]) {
    self.field = field
    self.patterns = patterns
  }

  static func source(_ patterns: [TextPattern]) -> ChannelCondition { ChannelCondition(.source, patterns) }
  static func medium(_ patterns: [TextPattern]) -> ChannelCondition { ChannelCondition(.medium, patterns) }
  static func campaign(_ patterns: [TextPattern]) -> ChannelCondition { ChannelCondition(.campaign, patterns) }
  static func sourceIs(_ kind: SourceCategory) -> ChannelCondition {
    ChannelCondition(.sourceKind, [.exactly(kind.rawValue)])
  }

  /// `visit`: all in small letters.
  func holds(for visit: TrafficSource) -> Bool {
    let text =
      switch field {
      case .source: visit.source
      case .medium: visit.medium
      case .campaign: visit.campaign
      case .clickID: visit.clickID
      case .host: ChannelCondition.host(visit.source)
      case .sourceKind: SourceCategory(visit.source)?.rawValue ?? ""
      }
    return patterns.contains { pattern in
      if field == .host, case .exactly(let site) = pattern, text.hasSuffix("." + site) { return true }
      return pattern.matches(text)
    }
  }

  private static func host(_ source: String) -> String {
    guard source.contains("."), !source.contains(where: { $0 == " " || $0 == "/" }) else { return "" }
    return source.hasPrefix("www.") ? String(source.dropFirst(4)) : source
  }
}
