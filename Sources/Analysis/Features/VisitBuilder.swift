import Vocabulary
import Warehouse

/// Events into visits.
///
/// Where the tool has built sessions, its ids are followed, also from host to host. Elsewhere a visit ends with more than
/// 30 minutes without an event, and a tag of another campaign, source, medium or kind of click begins a new one: the rule
/// of Universal Analytics. Midnight ends none, as in its successor. A visit's source is that of its first tagged event,
/// else the referrer of its first page.
package struct VisitBuilder: Sendable {
  /// A longer pause ends a visit.
  package var pauseMicros: Int64 = 30 * 60 * 1_000_000
  package var grouping: ChannelGrouping

  package init(grouping: ChannelGrouping = .standard) { self.grouping = grouping }

  /// The visits of one visitor of one tool, in the order of their beginning; the order of the events does not matter.
  /// Events that have neither a session's id nor a moment belong to no visit. `hosts`: which properties are one site,
  /// whose pages are no referrers.
  ///
  /// n log n in the number of events.
  package func visits(_ events: [WebEventRow], of hosts: OwnHosts) -> [WebVisit] {
    var sessions: [String: [WebEventRow]] = [:]
    for event in VisitBuilder.withoutCopies(events) where !event.sessionID.isEmpty || event.instantMicros != nil {
      sessions[event.sessionID, default: []].append(event)
    }
    let parts = sessions.flatMap { id, events -> [[WebEventRow]] in
      // What names no host, as a purchase that a server sends, is of the session's site.
      if !id.isEmpty, VisitBuilder.isOneSession(events.filter { OwnHosts.isHost($0.property) }, of: hosts) {
        return [events.sorted(by: VisitBuilder.isBefore)]
      }
      let sites = Dictionary(grouping: events) { hosts.site(tool: $0.tool, property: $0.property) }
      return sites.values.flatMap { events -> [[WebEventRow]] in
        let ordered = events.sorted(by: VisitBuilder.isBefore)
        return id.isEmpty ? split(ordered) : [ordered]
      }
    }
    return parts.compactMap { visit($0, of: hosts) }
      .sorted {
        ($0.firstMicros ?? .max, $0.sessionID, $0.day, $0.property)
          < ($1.firstMicros ?? .max, $1.sessionID, $1.day, $1.property)
      }
  }

  /// A log that does not name its host may be the same as one that does: what both tell of a moment counts once.
  private static func withoutCopies(_ events: [WebEventRow]) -> [WebEventRow] {
    guard let first = events.first, events.contains(where: { $0.property != first.property }) else { return events }
    let named = Set(events.filter { OwnHosts.isHost($0.property) }.map(\.withoutProperty))
    return events.filter {
      $0.instantMicros == nil || OwnHosts.isHost($0.property) || !named.contains($0.withoutProperty)
    }
  }

  /// Two shops may both count their visitors and sessions from 1, and rarely come to a number on the same days.
  private static func isOneSession(_ named: [WebEventRow], of hosts: OwnHosts) -> Bool {
    let days = named.map(\.day)
    guard let first = days.min(), let last = days.max() else { return false }
    return last - first <= 1 || Set(named.map { hosts.site(tool: $0.tool, property: $0.property) }).count == 1
  }

  private func split(_ events: [WebEventRow]) -> [[WebEventRow]] {
    var parts: [[WebEventRow]] = []
    var origin = TrafficSource()
    var last: Int64?
    for event in events {
      guard let instant = event.instantMicros else { continue }
      let isPause = last.map { instant - $0 > pauseMicros } ?? true
      let isNewOrigin = event.origin.isTagged && event.origin != origin
      if isPause || isNewOrigin {
        parts.append([])
        origin = event.origin
      }
      parts[parts.count - 1].append(event)
      last = instant
    }
    return parts
  }

  private func visit(_ events: [WebEventRow], of hosts: OwnHosts) -> WebVisit? {
    guard let first = events.first else { return nil }
    let pages = events.filter { $0.name == "page_view" }
    let tagged = events.first { $0.origin.isTagged }
    let landing = pages.first ?? first
    let origin = (tagged?.origin ?? TrafficSource()).completed(
      referrer: landing.referrer, site: hosts.site(tool: landing.tool, property: landing.property))
    var orders: [String] = []
    for event in events where !event.transactionID.isEmpty && !orders.contains(event.transactionID) {
      orders.append(event.transactionID)
    }
    let instants = events.compactMap(\.instantMicros)
    return WebVisit(
      tool: first.tool, property: first.property, visitorID: first.visitorID,
      userID: events.first { !$0.userID.isEmpty }?.userID ?? "", sessionID: first.sessionID, day: first.day,
      firstMicros: instants.first, lastMicros: instants.last, events: events.count, views: pages.count, origin: origin,
      channel: grouping.channel(of: origin),
      landingPage: (pages.first ?? events.first { !$0.page.isEmpty })?.page ?? "", country: first.country,
      device: first.device, transactionIDs: orders)
  }

  /// By moment; within one, tagged events first and then by all that they say, so that equal ones alone change places.
  private static func isBefore(_ left: WebEventRow, _ right: WebEventRow) -> Bool {
    let moments = (left.instantMicros ?? .max, right.instantMicros ?? .max)
    if moments.0 != moments.1 { return moments.0 < moments.1 }
    if left.origin.isTagged != right.origin.isTagged { return left.origin.isTagged }
    return left.texts.lexicographicallyPrecedes(right.texts)
  }
}

extension WebEventRow {
  fileprivate var withoutProperty: WebEventRow {
    var event = self
    event.property = ""
    return event
  }

  fileprivate var texts: [String] {
    [
      "\(day)", name, page, referrer, origin.source, origin.medium, origin.campaign, origin.clickID, transactionID,
      userID, country, device, property,
    ]
  }
}
