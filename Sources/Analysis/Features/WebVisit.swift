import Vocabulary

/// A visit to a website, built from its events.
package struct WebVisit: Hashable, Sendable {
  package var tool: String
  package var property: String
  package var visitorID: String
  /// The person's own id where the site passes it on, the first one that it gave.
  package var userID = ""
  /// The tool's; "" for a visit that inactivity parts from the next.
  package var sessionID: String
  /// Of its first event, in the property's zone.
  package var day: Day
  /// Millionths of a second since 1970-01-01T00:00:00Z of the first and the last event.
  package var firstMicros: Int64?
  package var lastMicros: Int64?
  package var events: Int
  package var views: Int
  package var origin: TrafficSource
  package var channel: Channel
  /// Path without a query.
  package var landingPage: String
  package var country: String
  package var device: String
  /// Orders of the shop, in the order of purchase, each once.
  package var transactionIDs: [String]

  /// Whole seconds from the first event to the last: 0 for a visit of one event.
  package var seconds: Int64? {
    guard let firstMicros, let lastMicros else { return nil }
    return (lastMicros - firstMicros) / 1_000_000
  }
}
