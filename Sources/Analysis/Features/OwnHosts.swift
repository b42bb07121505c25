import Vocabulary
import Warehouse

/// Which host is a property's own, so that a way within the site is not taken for one to it.
///
/// A property that is named by its host is its own. Where a log does not say for whom it was written, the host is the one
/// that most events with a referrer name, with or without "www.", if a third of them do and it is no search engine,
/// network or the like: people come from many sites, and go on within one.
package struct OwnHosts: Sendable {
  private struct Property: Hashable {
    let tool: String
    let property: String
  }

  private var hosts: [Property: String] = [:]

  package init(_ counts: [ReferrerCount]) {
    for (property, counts) in Dictionary(grouping: counts, by: { Property(tool: $0.tool, property: $0.property) }) {
      var events: [String: Int] = [:]
      for count in counts { events[OwnHosts.bare(count.referrer), default: 0] += count.events }
      let total = counts.reduce(0) { $0 + $1.events }
      let own = events.filter { $0.value * 3 >= total && SourceCategory($0.key) == nil }
      hosts[property] = own.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// "" where it is not known.
  package func host(tool: String, property: String) -> String {
    if property.contains("."), !property.contains(" ") { return property }
    return hosts[Property(tool: tool, property: property)] ?? ""
  }

  private static func bare(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }
}
