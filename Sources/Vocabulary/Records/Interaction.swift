/// A contact with a person outside the website: a call, a visit to an event, a form filled in on paper.
package struct Interaction: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var kind: Kind
  /// The tool's id, or "" where it gives none.
  package var interactionID: String
  /// Whether its id, address and name tell it from all others, whatever its day: an export of before an event may know
  /// that of the order alone, and events are put off.
  package var hasLastingID = false
  package var day: Day
  /// Seconds since 1970-01-01T00:00:00Z where the offset is known.
  package var instant: Int64?
  /// Of the event, or the number called as a label.
  package var name = ""
  package var email: EmailAddress?
  package var phone: PhoneNumber?
  /// How long it lasted.
  package var seconds: Int64?
  /// "answered", "missed", "attended", as delivered in small letters.
  package var outcome = ""
  package var source = ""
  package var medium = ""
  package var campaign = ""
  package var channel: Channel?
  package var valueMicros: Int64?
  package var currency: Currency?

  package enum Kind: String, Sendable, CaseIterable { case call, event, form, meeting, message, other }

  package init(origin: RecordOrigin, platform: String, kind: Kind, interactionID: String, day: Day) {
    self.origin = origin
    self.platform = platform
    self.kind = kind
    self.interactionID = interactionID
    self.day = day
  }
}
