/// Where a visit came from, as tags, a click id or a referrer tell.
package struct TrafficSource: Hashable, Sendable {
  package var source: String
  package var medium: String
  package var campaign: String
  /// The click id's name, "" for none.
  package var clickID: String

  package init(source: String = "", medium: String = "", campaign: String = "", clickID: String = "") {
    self.source = source
    self.medium = medium
    self.campaign = campaign
    self.clickID = clickID
  }

  package static let direct = TrafficSource(source: "(direct)", medium: "(none)")

  /// Whether the address itself named a source: only then is a page seen the start of something new.
  package var isTagged: Bool { !(source.isEmpty && medium.isEmpty && campaign.isEmpty && clickID.isEmpty) }

  /// The tags, completed by the rules of web analytics: a source or a medium that was tagged stands; a click id gives
  /// the platform's source and medium; a referrer gives its host and "organic", "ai-assistant" or "referral"; nothing
  /// at all is a direct visit.
  ///
  /// - Parameters:
  ///   - referrer: the host alone, "" for none.
  ///   - site: the host that was visited; a referrer of the same site (with or without "www.", or a host
  ///     below it) is none.
  package func completed(referrer: String, site: String) -> TrafficSource {
    guard source.isEmpty, medium.isEmpty else { return self }
    var completed = self
    if let click = ClickIdentifier.named(clickID) {
      completed.source = click.source
      completed.medium = click.paidMedium ?? "referral"
      return completed
    }
    let host = HostName.bare(referrer)
    guard !host.isEmpty, !HostName.lies(host, within: site) else {
      completed.source = TrafficSource.direct.source
      completed.medium = TrafficSource.direct.medium
      return completed
    }
    completed.source = host
    switch SourceCategory(host) {
    case .search: completed.medium = "organic"
    case .aiAssistant: completed.medium = "ai-assistant"
    default: completed.medium = "referral"
    }
    return completed
  }
}
