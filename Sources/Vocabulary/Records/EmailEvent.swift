/// What one address did with one message, or what became of it.
package struct EmailEvent: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// The tool's id, or "" where it gives none.
  package var eventID: String
  package var kind: Kind
  package var day: Day
  /// Seconds since 1970-01-01T00:00:00Z where the offset is known.
  package var instant: Int64?
  package var email: EmailAddress?
  /// The tool's id of the person.
  package var contactID = ""
  /// Name, or id where there is no name.
  package var campaign = ""
  package var campaignID = ""
  /// Without a query.
  package var link = ""

  /// `open` is inflated by mail programs that fetch pictures of their own accord; `click` compares better.
  package enum Kind: String, Sendable, CaseIterable {
    case sent, delivered, open, click, bounce, unsubscribe, complaint, other
  }

  package init(origin: RecordOrigin, platform: String, eventID: String, kind: Kind, day: Day) {
    self.origin = origin
    self.platform = platform
    self.eventID = eventID
    self.kind = kind
    self.day = day
  }
}
