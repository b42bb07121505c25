import Vocabulary
import Warehouse

/// Which site a property belongs to, so that a way within the site is not taken for one to it.
///
/// A property that is named by its host is its own. Where a log does not say for whom it was written, the host is the
/// one that most events with a referrer name, with or without "www.", if a third of them do and it is no search engine,
/// network or the like: people come from many sites, and go on within one. Hosts of one tool that lie below another of
/// its hosts are one site with it. Two that lie side by side are not: without a list of endings nobody can tell
/// "a.shop.example" and "b.shop.example" from "a.co.uk" and "b.co.uk".
package struct OwnHosts: Sendable {
  private var sites: [WebProperty: String] = [:]

  package init(_ properties: [WebProperty], referrers: [ReferrerCount]) {
    let counts = Dictionary(grouping: referrers) { WebProperty(tool: $0.tool, name: $0.property) }
    for properties in Dictionary(grouping: properties, by: \.tool).values {
      var hosts: [WebProperty: String] = [:]
      for property in properties {
        hosts[property] =
          OwnHosts.isHost(property.name) ? HostName.bare(property.name) : OwnHosts.host(in: counts[property] ?? [])
      }
      let own = Set(hosts.values)
      for (property, host) in hosts { sites[property] = OwnHosts.site(of: host, among: own) }
    }
  }

  /// A host without "www."; the property's own name where no host is known.
  package func site(tool: String, property: String) -> String {
    sites[WebProperty(tool: tool, name: property)] ?? property
  }

  /// Whether a property is named by its host.
  static func isHost(_ property: String) -> Bool { property.contains(".") && !property.contains(" ") }

  private static func host(in counts: [ReferrerCount]) -> String? {
    var events: [String: Int] = [:]
    for count in counts { events[HostName.bare(count.referrer), default: 0] += count.events }
    let total = counts.reduce(0) { $0 + $1.events }
    let own = events.filter { $0.value * 3 >= total && SourceCategory($0.key) == nil }
    return own.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The highest of one's own hosts that `host` lies below, or itself.
  private static func site(of host: String, among own: Set<String>) -> String {
    var site = host
    var rest = host[...]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      if rest.contains("."), own.contains(String(rest)) { site = String(rest) }
    }
    return site
  }
}
