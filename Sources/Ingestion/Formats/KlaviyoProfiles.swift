import Vocabulary

/// Klaviyo, a list or segment exported as CSV: one profile a record, with its consent to e-mail.
struct KlaviyoProfiles: SourceFormat {
  static let title = "Klaviyo profiles"
  static let isVerified = false

  private var columns: ContactColumns
  private var members: MembershipColumns

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = ContactColumns(header, names: KlaviyoProfiles.names)
    guard columns.has(.email),
      header.column(["klaviyo id", "email marketing consent", "profile created on"]) != nil
    else { return nil }
    self.columns = columns
    members = MembershipColumns(header, names: KlaviyoProfiles.memberNames, states: KlaviyoProfiles.states)
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) {
    columns.survey(record)
    members.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    let consent = try members.settle(options, file: file)
    var findings = try columns.settle(options, file: file)
    guard members.has(.status) else { return findings }
    if !columns.has(.contactID) { findings.reason = consent.reason }
    return findings.completed(by: consent)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var contact = try columns.contact(record, platform: "Klaviyo")
    contact.channel = LeadSource.channel(contact.sourceDetail)
    if contact.email != nil, let state = try members.state(record) {
      var member = try members.membership(record, platform: "Klaviyo", list: "", state: state)
      // The moment of the consent is that of its last change: of those who left, not the one when they agreed.
      if state != .subscribed {
        member.sinceDay = state == .unsubscribed ? member.optInDay : nil
        member.optInDay = nil
      } else if let suppressed = KlaviyoProfiles.suppressed(member.reason) {
        member.state = suppressed
        member.sinceDay = nil
      }
      batch.listMemberships.append(member)
    }
    batch.contacts.append(contact)
  }

  /// No mail goes to a suppressed address, whatever its consent; nil for one that is not.
  private static func suppressed(_ reasons: String) -> ListMembership.State? {
    guard !reasons.isEmpty, reasons != "[]" else { return nil }
    let reasons = reasons.lowercased()
    return reasons.contains("bounce") || reasons.contains("invalid") ? .cleaned : .unsubscribed
  }

  private static let states: [String: ListMembership.State] = [
    "subscribed": .subscribed, "unsubscribed": .unsubscribed, "never_subscribed": .nonSubscribed,
    "never subscribed": .nonSubscribed, "suppressed": .cleaned,
  ]

  private static let memberNames: [MembershipColumns.Field: [String]] = [
    .contactID: ["klaviyo id"], .status: ["email marketing consent"], .optIn: ["email marketing consent timestamp"],
    .reason: ["email suppressions"],
  ]

  private static let names = ContactWords.names([
    .contactID: ["klaviyo id", "profile id"], .created: ["profile created on", "date added"],
    .source: ["initial source", "source"],
  ])
}
