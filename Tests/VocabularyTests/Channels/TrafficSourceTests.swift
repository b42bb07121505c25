import Testing
import Vocabulary

struct TrafficSourceTests {
  @Test func tagsStand() {
    let tagged = TrafficSource(source: "newsletter", medium: "email", clickID: "gclid")
    #expect(tagged.completed(referrer: "www.google.com", site: "shop.example") == tagged)
  }

  @Test func aClickIdentifierNamesItsPlatform() {
    let visit = TrafficSource(campaign: "spring", clickID: "gclid").completed(referrer: "", site: "")
    #expect(visit == TrafficSource(source: "google", medium: "cpc", campaign: "spring", clickID: "gclid"))
    #expect(TrafficSource(clickID: "fbclid").completed(referrer: "", site: "").medium == "referral")
  }

  @Test(arguments: [
    ("www.google.de", "google.de", "organic"), ("chatgpt.com", "chatgpt.com", "ai-assistant"),
    ("l.facebook.com", "l.facebook.com", "referral"), ("blog.example", "blog.example", "referral"),
    ("", "(direct)", "(none)"), ("WWW.Shop.example", "(direct)", "(none)"), ("shop.example", "(direct)", "(none)"),
    ("checkout.shop.example", "(direct)", "(none)"), ("myshop.example", "myshop.example", "referral"),
  ])
  func referrers(host: String, source: String, medium: String) {
    let visit = TrafficSource().completed(referrer: host, site: "www.shop.example")
    #expect(visit == TrafficSource(source: source, medium: medium))
  }
}
