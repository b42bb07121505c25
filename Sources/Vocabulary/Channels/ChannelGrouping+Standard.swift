extension ChannelGrouping {
  static func tellsOfPay(_ medium: String) -> Bool {
    (paid + display + [.exactly("affiliate"), .exactly("affiliates")]).contains { $0.matches(medium) }
  }

  /// `^(.*cp.*|ppc|retargeting|paid.*)$`
  private static let paid: [TextPattern] = [
    .containing("cp"), .exactly("ppc"), .exactly("retargeting"), .beginning("paid"),
  ]
  private static let display = texts("display", "banner", "expandable", "interstitial", "cpm")
  private static let mail = texts("email", "e-mail", "e_mail", "e mail")
  private static let social = texts(
    "social", "social-network", "social-media", "sm", "social network", "social media")

  /// The published expression for a campaign that names a shop: "shop" at the start of a word, after an "e" too, or
  /// "shopping".
  private static let shop: [TextPattern] = {
    guard let expression = try? TextExpression("^(.*(([^a-df-z]|^)shop|shopping).*)$") else {
      preconditionFailure("the published expression can be read")
    }
    return [.matching(expression)]
  }()

  private static func texts(_ texts: String...) -> [TextPattern] { texts.map(TextPattern.exactly) }

  /// The default channel group of Google Analytics 4 as of 2026-06-07, in its order, the assistants before the unpaid
  /// channels (support.google.com/analytics/answer/9756891). The rules for manual traffic alone are taken: a file does
  /// not tell the ad network of a linked account. Its list of sources is longer than ours. An assistant's site counts
  /// as one also where the medium says referral, since access logs and older exports know only that.
  package static let standard = ChannelGrouping(
    version: "2026-06-07",
    rules: [
      ChannelRule(
        "Direct", .direct, [.source(texts("(direct)", "direct")), .medium(texts("(none)", "(not set)", ""))]),
      ChannelRule("Cross-network", .crossNetwork, [.campaign([.containing("cross-network")])]),
      ChannelRule("Shopping ads, by site", .shopping, [.sourceIs(.shopping), .medium(paid)]),
      ChannelRule("Shopping ads, by campaign", .shopping, [.medium(paid), .campaign(shop)]),
      ChannelRule("Paid search", .paidSearch, [.sourceIs(.search), .medium(paid)]),
      ChannelRule("Paid social", .paidSocial, [.sourceIs(.social), .medium(paid)]),
      ChannelRule("Video", .video, [.sourceIs(.video), .medium(paid)]),
      ChannelRule("Display", .display, [.medium(display)]),
      ChannelRule("Other paid", .paidOther, [.medium(paid)]),
      ChannelRule("AI assistants, by medium", .aiAssistant, [.medium(texts("ai-assistant"))]),
      ChannelRule(
        "AI assistants, by site", .aiAssistant,
        [.sourceIs(.aiAssistant), .medium(texts("referral", "(not set)", ""))]),
      ChannelRule("Organic shopping, by site", .organicShopping, [.sourceIs(.shopping)]),
      ChannelRule("Organic shopping, by campaign", .organicShopping, [.campaign(shop)]),
      ChannelRule("Organic social, by site", .organicSocial, [.sourceIs(.social)]),
      ChannelRule("Organic social, by medium", .organicSocial, [.medium(social)]),
      ChannelRule("Organic video, by site", .organicVideo, [.sourceIs(.video)]),
      ChannelRule("Organic video, by medium", .organicVideo, [.medium([.containing("video")])]),
      ChannelRule("Organic search, by site", .organicSearch, [.sourceIs(.search)]),
      ChannelRule("Organic search, by medium", .organicSearch, [.medium(texts("organic"))]),
      ChannelRule("Email, by source", .email, [.source(mail)]),
      ChannelRule("Email, by medium", .email, [.medium(mail)]),
      ChannelRule("Affiliates", .affiliates, [.medium(texts("affiliate", "affiliates"))]),
      ChannelRule("Referral", .referral, [.medium(texts("referral", "app", "link"))]),
      ChannelRule("Audio", .audio, [.medium(texts("audio"))]),
      ChannelRule("SMS, by source", .sms, [.source(texts("sms"))]),
      ChannelRule("SMS, by medium", .sms, [.medium(texts("sms"))]),
      ChannelRule(
        "Push notifications, by medium", .push,
        [.medium([.ending("push"), .containing("mobile"), .containing("notification")])]),
      ChannelRule("Push notifications, by source", .push, [.source(texts("firebase"))]),
    ])
}
