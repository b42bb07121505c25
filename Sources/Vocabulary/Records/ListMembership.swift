/// Whether an address may be written to, in its latest known state. Keyed by tool, list and address.
package struct ListMembership: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// "" where the export does not say.
  package var list: String
  package var email: EmailAddress
  package var state: State
  /// Day of the state: of opting in, of leaving, of cleaning.
  package var sinceDay: Day?
  package var optInDay: Day?
  package var reason = ""
  /// The mailing by which the address left.
  package var campaign = ""
  /// Names joined by ", ".
  package var tags = ""
  /// The tool's id of the person.
  package var contactID = ""

  /// `cleaned`: the mail bounces. `nonSubscribed`: known, but never agreed.
  package enum State: String, Sendable, CaseIterable { case subscribed, unsubscribed, cleaned, nonSubscribed, pending }

  package init(origin: RecordOrigin, platform: String, list: String, email: EmailAddress, state: State) {
    self.origin = origin
    self.platform = platform
    self.list = list
    self.email = email
    self.state = state
  }
}
