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
    #expect(ChannelGrouping.standard.channel(source: source, medium: medium, campaign: campaign) == channel)
  }

  @Test(arguments: [
    ("", "", "gclid", Channel.paidSearch), ("google", "organic", "gclid", .paidSearch),
    ("", "", "msclkid", .paidSearch),
    ("(direct)", "(none)", "wbraid", .paidSearch), ("", "", "ttclid", .paidSocial), ("", "", "dclid", .display),
    ("", "", "awc", .affiliates), ("", "", "fbclid", .organicSocial), ("facebook", "cpc", "fbclid", .paidSocial),
    ("ig", "paid", "fbclid", .paidSocial), ("", "", "unheardof", .unknown),
  ])
  func clickIdentifiers(source: String, medium: String, clickID: String, channel: Channel) {
    #expect(ChannelGrouping.standard.channel(source: source, medium: medium, clickID: clickID) == channel)
  }

  @Test func ownRulesGoFirst() {
    let own = ChannelGrouping.standard.preceded(
      by: [ChannelRule(.email, .source([.beginning("crm-")]), .medium([.exactly("cpc")]))], version: "own")
    #expect(own.channel(source: "CRM-2", medium: "cpc") == .email)
    #expect(own.channel(source: "crm-2", medium: "social") == .organicSocial)
    #expect(own.channel(source: "google", medium: "cpc") == .paidSearch)
    #expect(own.version == "own")
  }

  /// What the grouping can say is what the report can name.
  @Test func everyChannelOfTheTableHasALabelOfItsOwn() {
    #expect(Set(Channel.allCases.map(\.label)).count == Channel.allCases.count)
  }
}
