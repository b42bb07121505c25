import Vocabulary

/// The first source that HubSpot records of a contact or deal, by its label or its internal name.
enum HubSpotSource {
  /// Exports carry the label ("Paid Search"), the interface the internal name (`PAID_SEARCH`).
  /// HubSpot has no source of its own for display: it files a tagged visit it cannot place under "Other Campaigns",
  /// with "source / medium" in the second drill-down.
  static func channel(_ source: String, medium: String = "") -> Channel {
    let known = channels[Header.key(source.replacing("_", with: " ")).key] ?? .other
    guard known == .other, let medium = medium.split(separator: "/").last else { return known }
    return ["display", "banner", "cpm"].contains(Header.key(String(medium)).key) ? .display : .other
  }

  private static let channels: [String: Channel] = [
    "organic search": .organicSearch, "paid search": .paidSearch, "email marketing": .email,
    "organic social": .organicSocial, "social media": .organicSocial, "paid social": .paidSocial,
    "referrals": .referral, "referral": .referral, "direct traffic": .direct, "offline sources": .offline,
    "offline": .offline, "other campaigns": .other, "ai referrals": .referral, "unknown": .unknown,
  ]
}
