import Testing
import Warehouse

@testable import Analysis

struct OwnHostsTests {
  private func count(_ property: String, _ referrer: String, _ events: Int) -> ReferrerCount {
    ReferrerCount(tool: "Log", property: property, referrer: referrer, events: events)
  }

  @Test func theHostThatMostNameIsTheLogsOwn() {
    let hosts = OwnHosts([
      count("", "www.shop.example", 30), count("", "shop.example", 25), count("", "www.google.com", 54),
      count("W3SVC1", "a.example", 5), count("W3SVC1", "b.example", 3), count("W3SVC1", "c.example", 8),
      count("W3SVC1", "t.co", 20), count("W3SVC2", "a.example", 5), count("W3SVC2", "t.co", 11),
    ])
    #expect(hosts.host(tool: "Log", property: "") == "shop.example")
    #expect(hosts.host(tool: "Log", property: "W3SVC1") == "")
    #expect(hosts.host(tool: "Log", property: "W3SVC2") == "")
    #expect(hosts.host(tool: "Other", property: "") == "")
    #expect(hosts.host(tool: "Log", property: "www.named.example") == "www.named.example")
  }
}
