import Vocabulary

/// Ghost, Members, Export: one member a record. A member without e-mails has left every newsletter.
struct GhostMembers: SourceFormat {
  static let title = "Ghost members"
  static let isVerified = false

  private var columns: MembershipColumns

  init?(_ opening: Opening) {
    let columns = MembershipColumns(opening.header, names: GhostMembers.names)
    guard columns.has(.email), columns.has(.status), opening.header.contains("complimentary_plan") else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard record.text(columns.map[.deleted]).isEmpty else { return batch.skip(record, .deleted) }
    guard let isSubscribed = FlagCell.value(record, columns.map[.status]) else {
      throw RowProblem(column: columns.map.name(.status), found: "neither true nor false", expected: "true or false")
    }
    batch.listMemberships.append(
      try columns.membership(record, platform: "Ghost", list: "", state: isSubscribed ? .subscribed : .unsubscribed))
  }

  private static let names: [MembershipColumns.Field: [String]] = [
    .contactID: ["id"], .status: ["subscribed_to_emails", "subscribed"], .optIn: ["created_at"], .tags: ["labels"],
    .tier: ["tiers", "products"], .deleted: ["deleted_at"],
  ]
}
