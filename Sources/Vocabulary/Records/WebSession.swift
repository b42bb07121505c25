/// A visit as web analytics built it. Keyed by tool, property and session id.
package struct WebSession: CanonicalRecord {
  package var origin: RecordOrigin
  package var tool: String
  /// Property, site or host, or "".
  package var property: String
  package var sessionID: String
  /// Local day of its beginning, in the property's zone.
  package var day: Day
  /// The tool's pseudonymous id of the browser.
  package var visitorID = ""
  /// The business's own id of the person, where the site passes it on.
  package var userID = ""
  /// Seconds since 1970-01-01T00:00:00Z of its beginning, where the offset is known.
  package var instant: Int64?
  /// How long it lasted.
  package var seconds: Int64?
  /// Pages seen.
  package var views: Int64?
  package var events: Int64?
  package var conversions: Int64?
  package var revenueMicros: Int64?
  package var currency: Currency?
  package var source = ""
  package var medium = ""
  package var campaign = ""
  /// The name of the click id that came along, such as "gclid"; it implies a paid click.
  package var clickID = ""
  /// As the tool itself grouped it; nil where it did not.
  package var channel: Channel?
  /// Path without a query.
  package var landingPage = ""
  package var country = ""
  package var device = ""

  package init(origin: RecordOrigin, tool: String, property: String, sessionID: String, day: Day) {
    self.origin = origin
    self.tool = tool
    self.property = property
    self.sessionID = sessionID
    self.day = day
  }
}
