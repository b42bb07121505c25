import Vocabulary

/// beehiiv, Subscribers, Export: one address a record, with its state. A day of unsubscribing counts before the state:
/// who pays stays "active" without wanting mail.
struct BeehiivSubscribers: SourceFormat {
  static let title = "beehiiv subscribers"
  static let isVerified = true

  private static let states: [String: ListMembership.State] = [
    "active": .subscribed, "inactive": .unsubscribed, "pending": .pending, "validating": .pending, "invalid": .cleaned,
  ]

  private var columns: MembershipColumns

  init?(_ opening: Opening) {
    let columns = MembershipColumns(
      opening.header, names: BeehiivSubscribers.names, states: BeehiivSubscribers.states)
    guard columns.has(.email), columns.has(.status), columns.has(.optIn), columns.has(.tier), columns.has(.left) else {
      return nil
    }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    findings.timeZone = "UTC"
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard let state = try columns.state(record) else {
      throw RowProblem(column: columns.map.name(.status), found: "an empty cell", expected: "a state")
    }
    batch.listMemberships.append(
      try columns.membership(
        record, platform: "beehiiv", list: "", state: columns.hasLeft(record) ? .unsubscribed : state))
  }

  private static let names: [MembershipColumns.Field: [String]] = [
    .contactID: ["id", "subscription_id"], .status: ["status"], .optIn: ["created_at"], .left: ["unsubscribed_at"],
    .tags: ["tags"], .tier: ["tier"],
  ]
}
