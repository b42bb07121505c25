import Vocabulary

/// The lead source that a CRM's users choose from a list, as a channel. Words that name none ("Web", "Advertisement")
/// are "other": recorded, and not to be told apart.
enum LeadSource {
  static func channel(_ source: String) -> Channel? {
    let key = Header.key(source).key
    return key.isEmpty ? nil : channels[key] ?? .other
  }

  private static let channels: [String: Channel] = {
    let words: [Channel: [String]] = [
      .paidSearch: [
        "paid search", "google ads", "google adwords", "adwords", "bing ads", "microsoft ads", "ppc", "sem",
      ],
      .paidSocial: ["paid social", "facebook ads", "meta ads", "linkedin ads", "instagram ads"],
      .organicSearch: ["organic search", "seo", "search engine"],
      .organicSocial: ["organic social", "social media", "social", "facebook", "twitter", "x (twitter)", "instagram"],
      .email: ["email", "e-mail", "email marketing", "newsletter", "email campaign"],
      .referral: [
        "referral", "employee referral", "external referral", "customer referral", "partner referral", "partner",
        "word of mouth", "empfehlung",
      ],
      .direct: ["direct", "direct traffic"], .display: ["display", "banner"], .affiliates: ["affiliate", "affiliates"],
      .offline: [
        "trade show", "tradeshow", "seminar", "seminar - internal", "seminar - partner", "internal seminar",
        "seminar partner", "conference", "event", "phone inquiry", "cold call", "offline", "purchased list", "messe",
      ],
    ]
    var channels: [String: Channel] = [:]
    for (channel, names) in words {
      for name in names { channels[name] = channel }
    }
    return channels
  }()
}
