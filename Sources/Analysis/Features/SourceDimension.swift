import Vocabulary

/// A dimension of a web report that tells source and medium of visits, alone or with the campaign.
struct SourceDimension: Hashable, Sendable {
  private enum Part {
    case pair, source, medium, campaign, group
  }

  private let parts: [Part]

  /// `name`: in small letters, several joined by " + ". Nil where it tells no source or no medium, tells more than those
  /// and the campaign, or tells of a person's first visit and not of this one.
  init?(_ name: String) {
    var parts: [Part] = []
    for text in name.components(between: " + ") {
      guard let part = SourceDimension.part(text) else { return nil }
      parts.append(part)
    }
    let isWhole = parts.contains(.pair) || (parts.contains(.source) && parts.contains(.medium))
    guard isWhole, Set(parts).count == parts.count else { return nil }
    self.parts = parts
  }

  var tellsCampaign: Bool { parts.contains(.campaign) }

  private static func part(_ text: String) -> Part? {
    let words = text.split { $0 == " " || $0 == "_" || $0 == "/" }.filter {
      !["session", "utm", "manual"].contains($0)
    }
    switch words.joined(separator: " ") {
    case "source medium": return .pair
    case "source": return .source
    case "medium": return .medium
    case "campaign", "campaign name": return .campaign
    case "default channel group", "default channel grouping", "channel group": return .group
    default: return nil
    }
  }

  /// Without the blanks around its parts. Nil for a value that does not have the dimension's parts: a campaign may hold
  /// the sign that joins them.
  func origin(_ value: String) -> TrafficSource? {
    let texts = parts.count == 1 ? [value] : value.components(between: " + ")
    guard texts.count == parts.count else { return nil }
    var origin = TrafficSource()
    for (part, text) in zip(parts, texts) {
      switch part {
      case .pair:
        let sides = text.components(between: " / ")
        origin.source = (sides.count > 1 ? sides.dropLast().joined(separator: " / ") : text).withoutOuterBlanks
        origin.medium = sides.count > 1 ? sides[sides.count - 1].withoutOuterBlanks : ""
      case .source: origin.source = text.withoutOuterBlanks
      case .medium: origin.medium = text.withoutOuterBlanks
      case .campaign: origin.campaign = text.withoutOuterBlanks
      case .group: continue
      }
    }
    return origin
  }
}

extension String {
  /// Tags are typed by hand, some with blanks around them.
  fileprivate var withoutOuterBlanks: String {
    withUTF8Bytes { String(decoding: BlankText.trimmed($0), as: UTF8.self) }
  }

  /// The texts between the places where `mark` stands, empty ones too.
  fileprivate func components(between mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let place = rest.firstRange(of: mark) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }
}
