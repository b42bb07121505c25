/// Where a visit, a cost or a customer comes from, in the words of the field's default channel groupings.
/// Vendors' own words are mapped to these in the file of each format, so no other place names a vendor.
package enum Channel: String, Sendable, CaseIterable, Comparable {
  case paidSearch, paidSocial, display, video, shopping, crossNetwork, affiliates, audio, paidOther
  case email, sms, push, organicSearch, aiAssistant, organicSocial, organicVideo, organicShopping
  case referral, direct, offline, other, unknown

  package var label: String {
    switch self {
    case .paidSearch: "Paid search"
    case .paidSocial: "Paid social"
    case .display: "Display"
    case .video: "Video"
    case .shopping: "Shopping ads"
    case .crossNetwork: "Cross-network"
    case .affiliates: "Affiliates"
    case .audio: "Audio"
    case .paidOther: "Other paid"
    case .email: "Email"
    case .sms: "SMS"
    case .push: "Push notifications"
    case .organicSearch: "Organic search"
    case .aiAssistant: "AI assistants"
    case .organicSocial: "Organic social"
    case .organicVideo: "Organic video"
    case .organicShopping: "Organic shopping"
    case .referral: "Referral"
    case .direct: "Direct"
    case .offline: "Offline"
    case .other: "Other"
    case .unknown: "Not recorded"
    }
  }

  package static func < (left: Channel, right: Channel) -> Bool { left.order < right.order }

  private var order: Int { Channel.allCases.firstIndex(of: self) ?? Channel.allCases.count }
}
