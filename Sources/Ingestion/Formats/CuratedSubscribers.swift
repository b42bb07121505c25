import Vocabulary

/// Curated, Subscribers, Export: the addresses that are subscribed now, with the campaign by which they came.
struct CuratedSubscribers: SourceFormat {
  static let title = "Curated subscribers"
  static let isVerified = false

  private var columns: MembershipColumns

  init?(_ opening: Opening) {
    let columns = MembershipColumns(opening.header, names: CuratedSubscribers.names)
    guard columns.has(.email), columns.has(.optIn), opening.header.contains("utm last path") else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    batch.listMemberships.append(
      try columns.membership(record, platform: "Curated", list: "", state: .subscribed))
  }

  private static let names: [MembershipColumns.Field: [String]] = [.optIn: ["subscribed at"]]
}
