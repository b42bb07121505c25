import Testing
import Vocabulary

/// Expected channels worked out by hand from the published table of conditions.
struct ChannelGroupingTests {
  @Test(arguments: [
    ("(direct)", "(none)", "", Channel.direct), ("(direct)", "(not set)", "", .direct),
    ("google", "cpc", "EU cross-network 7", .crossNetwork), ("google", "cpc", "", .paidSearch),
    ("Bing", "PPC", "", .paidSearch), ("google", "retargeting", "", .paidSearch),
    ("google", "organic", "", .organicSearch),
    ("partner.example", "organic", "", .organicSearch), ("facebook", "paid_social", "", .paidSocial),
    ("fb", "cpm", "", .paidSocial), ("facebook.com", "referral", "", .organicSocial), ("any", "sm", "", .organicSocial),
    ("youtube", "cpc", "", .video),
    ("youtube.com", "referral", "", .organicVideo),
    ("any", "promo-video", "", .organicVideo), ("criteo", "display", "", .display), ("any", "cpm", "", .display),
    ("any", "banner", "", .display), ("any", "cpa", "", .paidOther), ("any", "paid-mail", "", .paidOther),
    ("amazon", "cpc", "", .shopping), ("amazon.de", "referral", "", .organicShopping),
    ("google", "cpc", "DE-Shopping", .shopping), ("google", "cpc", "eshop brand", .shopping),
    ("google", "cpc", "workshop", .paidSearch), ("google", "cpc", "workshopping", .shopping),
    ("chatgpt.com", "ai-assistant", "(ai-assistant)", .aiAssistant), ("claude.ai", "referral", "", .aiAssistant),
    ("crm", "e-mail", "", .email), ("email", "anything", "", .email), ("awin", "affiliate", "", .affiliates),
    ("blog.example", "referral", "", .referral), ("app.example", "app", "", .referral), ("radio", "audio", "", .audio),
    ("any", "sms", "", .sms), ("sms", "x", "", .sms), ("firebase", "x", "", .push), ("crm", "web-push", "", .push),
    ("crm", "mobile_message", "", .push), ("crm", "whatever", "", .other), ("", "", "", .unknown),
  ])
  func published(source: String, medium: String, campaign: String, channel: Channel) {
    let origin = TrafficSource(source: source, medium: medium, campaign: campaign)
    #expect(ChannelGrouping.standard.channel(of: origin) == channel)
  }

  @Test(arguments: [
    ("", "", "gclid", Channel.paidSearch), ("google", "organic", "gclid", .paidSearch),
    ("", "", "msclkid", .paidSearch),
    ("(direct)", "(none)", "wbraid", .paidSearch), ("", "", "ttclid", .paidSocial), ("", "", "dclid", .display),
    ("", "", "awc", .affiliates), ("", "", "fbclid", .organicSocial), ("facebook", "cpc", "fbclid", .paidSocial),
    ("ig", "paid", "fbclid", .paidSocial), ("", "", "unheardof", .unknown),
  ])
  func clickIdentifiers(source: String, medium: String, clickID: String, channel: Channel) {
    let origin = TrafficSource(source: source, medium: medium, clickID: clickID)
    #expect(ChannelGrouping.standard.channel(of: origin) == channel)
  }

  private static let letters = ChannelRule(
    "Letters", .email,
    [ChannelCondition(.source, [.beginning("crm-")]), ChannelCondition(.medium, [.exactly("cpc")])])

  @Test func ownRulesGoFirst() {
    let own = ChannelGrouping.standard.preceded(by: [Self.letters], version: "own")
    #expect(own.channel(of: TrafficSource(source: "CRM-2", medium: "cpc")) == .email)
    #expect(own.channel(of: TrafficSource(source: "crm-2", medium: "social")) == .organicSocial)
    #expect(own.channel(of: TrafficSource(source: "google", medium: "cpc")) == .paidSearch)
    #expect(own.version == "own")
  }

  @Test func ownRulesMayStandAlone() {
    let own = ChannelGrouping(version: "own", rules: [Self.letters])
    #expect(own.channel(of: TrafficSource(source: "crm-2", medium: "cpc")) == .email)
    #expect(own.channel(of: TrafficSource(source: "google", medium: "cpc")) == .other)
    #expect(own.channel(of: TrafficSource()) == .unknown)
  }

  /// A later rule for the same visits changes nothing.
  @Test func theFirstRuleThatFitsCounts() {
    var late = Self.letters
    late.channel = .sms
    let own = ChannelGrouping.standard.preceded(by: [Self.letters, late], version: "own")
    #expect(own.channel(of: TrafficSource(source: "crm-2", medium: "cpc")) == .email)
  }

  @Test func namesAndVersionsAreNoOtherRules() {
    var renamed = Self.letters
    renamed.name = "Post"
    var moved = Self.letters
    moved.channel = .sms
    let own = ChannelGrouping(version: "1", rules: [Self.letters])
    #expect(own.groups(like: ChannelGrouping(version: "2", rules: [renamed])))
    #expect(!own.groups(like: ChannelGrouping(version: "1", rules: [moved])))
    #expect(!own.groups(like: ChannelGrouping.standard.preceded(by: [Self.letters], version: "1")))
    #expect(own.parts == ["email", "2", "source", "1", "startsWith", "crm-", "medium", "1", "equals", "cpc"])
  }

  /// What the grouping can say is what the report can name.
  @Test func everyChannelOfTheTableHasALabelOfItsOwn() {
    #expect(Set(Channel.allCases.map(\.label)).count == Channel.allCases.count)
  }
}
