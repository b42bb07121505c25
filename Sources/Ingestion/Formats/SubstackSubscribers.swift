import Vocabulary

/// Substack, Subscribers, Export: one address a record. Files called `email_list.<publication>.csv` say whether an address
/// still gets mail; the table of the page lists those who do. An address whose mail is switched off has unsubscribed,
/// whether or not it still pays.
struct SubstackSubscribers: SourceFormat {
  static let title = "Substack subscribers"
  static let isVerified = false

  private var columns: MembershipColumns
  private var list = ""

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = MembershipColumns(header, names: SubstackSubscribers.names)
    let isOfPage = header.contains("stripe plan") && columns.has(.optIn)
    let isOfMail =
      columns.has(.status) && header.column(["active_subscription", "stripe_connected_customer_id"]) != nil
    guard columns.has(.email), isOfPage || isOfMail else { return nil }
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
    guard let isDisabled = columns.has(.status) ? FlagCell.value(record, columns.map[.status]) : false else {
      throw RowProblem(column: columns.map.name(.status), found: "neither true nor false", expected: "true or false")
    }
    batch.listMemberships.append(
      try columns.membership(
        record, platform: "Substack", list: list, state: isDisabled ? .unsubscribed : .subscribed))
  }

  private static let names: [MembershipColumns.Field: [String]] = [
    .status: ["email_disabled"], .optIn: ["created_at", "start date"], .tier: ["plan", "stripe plan", "type"],
  ]
}
