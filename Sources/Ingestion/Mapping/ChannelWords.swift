import Vocabulary

/// Channels by the words that tables use for them; no vendor's own.
enum ChannelWords {
  /// Nil for an empty cell; `other` for words that are not known.
  static func channel(_ text: String) -> Channel? {
    guard !BlankText.isMissing(text) else { return nil }
    return named(text) ?? .other
  }

  /// Whether the cell holds something, and no word for a channel.
  static func isUnknown(_ text: String) -> Bool { !BlankText.isMissing(text) && named(text) == nil }

  private static func named(_ text: String) -> Channel? {
    let plain = HeaderWords.plain(text)
    return known[plain] ?? known[plain.split(separator: " ").joined()]
  }

  private static let known: [String: Channel] = {
    var known: [String: Channel] = [
      "sem": .paidSearch, "ppc": .paidSearch, "cpc": .paidSearch, "search ads": .paidSearch, "social ads": .paidSocial,
      "banner": .display, "cpm": .display, "newsletter": .email, "e mail": .email, "mail": .email,
      "seo": .organicSearch,
      "organic": .organicSearch, "social": .organicSocial, "referrals": .referral, "direct traffic": .direct,
      "affiliate": .affiliates, "shopping": .shopping, "cross network": .crossNetwork, "store": .offline,
      "not recorded": .unknown,
    ]
    for channel in Channel.allCases {
      known[channel.rawValue.lowercased()] = channel
      known[HeaderWords.plain(channel.label)] = channel
    }
    return known
  }()
}
