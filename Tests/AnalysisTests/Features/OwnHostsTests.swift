import Testing
import Warehouse

@testable import Analysis

struct OwnHostsTests {
  private func count(_ property: String, _ referrer: String, _ events: Int) -> ReferrerCount {
    ReferrerCount(tool: "Log", property: property, referrer: referrer, events: events)
  }

  private func properties(_ names: String...) -> [WebProperty] { names.map { WebProperty(tool: "Log", name: $0) } }

  @Test func theHostThatMostNameIsTheLogsOwn() {
    let hosts = OwnHosts(
      properties("", "W3SVC1", "W3SVC2", "www.named.example"),
      referrers: [
        count("", "www.shop.example", 30), count("", "shop.example", 25), count("", "www.google.com", 54),
        count("W3SVC1", "a.example", 5), count("W3SVC1", "b.example", 3), count("W3SVC1", "c.example", 8),
        count("W3SVC1", "t.co", 20), count("W3SVC2", "a.example", 5), count("W3SVC2", "t.co", 11),
      ])
    #expect(hosts.site(tool: "Log", property: "") == "shop.example")
    #expect(hosts.site(tool: "Log", property: "W3SVC1") == "W3SVC1")
    #expect(hosts.site(tool: "Log", property: "W3SVC2") == "W3SVC2")
    #expect(hosts.site(tool: "Other", property: "") == "")
    #expect(hosts.site(tool: "Log", property: "www.named.example") == "named.example")
  }

  /// Of one tool, and only where the host that they lie below is one's own too.
  @Test func hostsBelowAnotherAreOneSiteWithIt() {
    let names = [
      "www.shop.example", "pay.checkout.shop.example", "shop.example", "a.co.uk", "b.co.uk", "myshop.example",
    ]
    let hosts = OwnHosts(
      names.map { WebProperty(tool: "Log", name: $0) } + [WebProperty(tool: "Other", name: "blog.shop.example")],
      referrers: [])
    #expect(
      names.map { hosts.site(tool: "Log", property: $0) } == [
        "shop.example", "shop.example", "shop.example", "a.co.uk", "b.co.uk", "myshop.example",
      ])
    #expect(hosts.site(tool: "Other", property: "blog.shop.example") == "blog.shop.example")
  }

  /// A log without a host is one site with the hosts of the site whose pages people come to it from.
  @Test func aLogWithoutAHostJoinsTheHostThatItBelongsTo() {
    let hosts = OwnHosts(
      properties("", "shop.example"), referrers: [count("", "checkout.shop.example", 9), count("", "t.co", 3)])
    #expect(hosts.site(tool: "Log", property: "") == "shop.example")
  }
}
