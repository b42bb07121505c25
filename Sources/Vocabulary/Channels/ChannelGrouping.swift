/// A table of rules by which visits get their channel; the first that matches counts.
package struct ChannelGrouping: Hashable, Sendable {
  /// When the rules were published, and by whom where they are one's own.
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

  /// A visit without source, medium and click id is not recorded, one that no rule takes is other.
  package func channel(source: String, medium: String, campaign: String = "", clickID: String = "") -> Channel {
    var visit = TrafficSource(
      source: source.lowercased(), medium: medium.lowercased(), campaign: campaign.lowercased(),
      clickID: clickID.lowercased())
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

  private static func tellsOfPay(_ medium: String) -> Bool {
    (paid + display + [.exactly("affiliate"), .exactly("affiliates")]).contains { $0.matches(medium) }
  }

  /// `^(.*cp.*|ppc|retargeting|paid.*)$`
  private static let paid: [ChannelRule.TextPattern] = [
    .containing("cp"), .exactly("ppc"), .exactly("retargeting"), .beginning("paid"),
  ]
  private static let display: [ChannelRule.TextPattern] = [
    .exactly("display"), .exactly("banner"), .exactly("expandable"), .exactly("interstitial"), .exactly("cpm"),
  ]
  private static let mail: [ChannelRule.TextPattern] = [
    .exactly("email"), .exactly("e-mail"), .exactly("e_mail"), .exactly("e mail"),
  ]
  private static let social: [ChannelRule.TextPattern] = [
    .exactly("social"), .exactly("social-network"), .exactly("social-media"), .exactly("sm"),
    .exactly("social network"), .exactly("social media"),
  ]

  /// The default channel group of Google Analytics 4 as of 2026-06-07, in its order (support.google.com/analytics/answer/
  /// 9756891), from which manual traffic alone is taken: a file does not tell the ad network of a linked account. Its
  /// list of sources is longer than ours. An assistant's site counts as one also where the medium says referral, since
  /// access logs and older exports know only that.
  package static let standard = ChannelGrouping(
    version: "2026-06-07",
    rules: [
      ChannelRule(
        .direct, .source([.exactly("(direct)"), .exactly("direct")]),
        .medium([.exactly("(none)"), .exactly("(not set)"), .exactly("")])),
      ChannelRule(.crossNetwork, .campaign([.containing("cross-network")])),
      ChannelRule(.shopping, .either(.sourceIs(.shopping), .campaignNamesAShop), .medium(paid)),
      ChannelRule(.paidSearch, .sourceIs(.search), .medium(paid)),
      ChannelRule(.paidSocial, .sourceIs(.social), .medium(paid)),
      ChannelRule(.video, .sourceIs(.video), .medium(paid)),
      ChannelRule(.display, .medium(display)),
      ChannelRule(.paidOther, .medium(paid)),
      ChannelRule(.aiAssistant, .medium([.exactly("ai-assistant")])),
      ChannelRule(
        .aiAssistant, .sourceIs(.aiAssistant), .medium([.exactly("referral"), .exactly("(not set)"), .exactly("")])),
      ChannelRule(.organicShopping, .either(.sourceIs(.shopping), .campaignNamesAShop)),
      ChannelRule(.organicSocial, .either(.sourceIs(.social), .medium(social))),
      ChannelRule(.organicVideo, .either(.sourceIs(.video), .medium([.containing("video")]))),
      ChannelRule(.organicSearch, .either(.sourceIs(.search), .medium([.exactly("organic")]))),
      ChannelRule(.email, .either(.source(mail), .medium(mail))),
      ChannelRule(.affiliates, .medium([.exactly("affiliate"), .exactly("affiliates")])),
      ChannelRule(.referral, .medium([.exactly("referral"), .exactly("app"), .exactly("link")])),
      ChannelRule(.audio, .medium([.exactly("audio")])),
      ChannelRule(.sms, .either(.source([.exactly("sms")]), .medium([.exactly("sms")]))),
      ChannelRule(
        .push,
        .either(
          .medium([.ending("push"), .containing("mobile"), .containing("notification")]),
          .source([.exactly("firebase")]))),
    ])
}
