import Vocabulary

/// Substack, Subscribers, Export (`email_list.<publication>.csv`): one address a record. An address whose mail is
/// switched off has unsubscribed, whether or not it still pays.
struct SubstackSubscribers: SourceFormat {
  static let title = "Substack subscribers"
  static let isVerified = false

  private var columns: MembershipColumns
  private var list = ""

  init?(_ opening: Opening) {
    let columns = MembershipColumns(opening.header, names: SubstackSubscribers.names)
    guard columns.has(.email), columns.has(.status), columns.has(.optIn), opening.header.contains("active_subscription")
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    let parts = (file.split(separator: "/").last ?? "").split(separator: ".")
    if parts.count >= 3, parts[0].hasSuffix("email_list") { list = String(parts[1]) }
    return try columns.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard let isDisabled = FlagCell.value(record, columns.map[.status]) else {
      throw RowProblem(column: columns.map.name(.status), found: "neither true nor false", expected: "true or false")
    }
    batch.listMemberships.append(
      try columns.membership(
        record, platform: "Substack", list: list, state: isDisabled ? .unsubscribed : .subscribed))
  }

  private static let names: [MembershipColumns.Field: [String]] = [
    .status: ["email_disabled"], .optIn: ["created_at"], .tier: ["plan"],
  ]
}
