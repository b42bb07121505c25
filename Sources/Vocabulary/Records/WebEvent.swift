/// Something that happened on a website: a page seen, a purchase, a line of an access log. Keyed by all that names it.
package struct WebEvent: CanonicalRecord {
  package var origin: RecordOrigin
  package var tool: String
  /// Property, site or host, or "".
  package var property: String
  /// "page_view", "purchase", or as delivered.
  package var name: String
  /// Local day, in the property's zone.
  package var day: Day
  /// Millionths of a second since 1970-01-01T00:00:00Z where known.
  package var instantMicros: Int64?
  /// The tool's pseudonymous id of the browser; of a log line, a digest of address and agent.
  package var visitorID = ""
  package var userID = ""
  /// "" where the tool builds no sessions.
  package var sessionID = ""
  /// Path without a query.
  package var page = ""
  /// Of what stood behind the page's question mark, where nothing else may tell two requests of a moment apart.
  package var queryDigest: Int64?
  package var source = ""
  package var medium = ""
  package var campaign = ""
  /// The name of the click id that came along, such as "gclid".
  package var clickID = ""
  /// Host alone.
  package var referrer = ""
  package var country = ""
  package var device = ""
  /// The shop's order, for a purchase.
  package var transactionID = ""
  package var valueMicros: Int64?
  package var currency: Currency?

  package init(origin: RecordOrigin, tool: String, property: String, name: String, day: Day) {
    self.origin = origin
    self.tool = tool
    self.property = property
    self.name = name
    self.day = day
  }
}
