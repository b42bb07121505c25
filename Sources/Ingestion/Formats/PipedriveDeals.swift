import Vocabulary

/// Pipedrive, Deals, Export: headers that begin with the record they belong to (`Deal - Title`).
struct PipedriveDeals: SourceFormat {
  static let title = "Pipedrive deals"
  static let isVerified = false

  private var columns: DealColumns

  init?(_ opening: Opening) {
    let columns = DealColumns(opening.header, names: PipedriveDeals.names)
    guard columns.has(.name), columns.has(.amount) || columns.has(.stage) || columns.has(.status) else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file, habit: nil)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if columns.isTotal(record) { return batch.skip(record, .totals) }
    let status = Header.key(record.text(columns.map[.status])).key
    guard status != "deleted" else { return batch.skip(record, .deleted) }
    var deal = try columns.deal(record, platform: "Pipedrive")
    deal.channel = LeadSource.channel(deal.sourceDetail)
    batch.deals.append(deal)
  }

  private static let names: [DealColumns.Field: [String]] = [
    .dealID: ["deal - id", "deal - pipedrive system id", "deal - system id"], .name: ["deal - title"],
    .pipeline: ["deal - pipeline"],
    .stage: ["deal - stage", "deal - stage (pipeline)"], .status: ["deal - status"], .amount: ["deal - value"],
    .currency: ["deal - currency of value", "deal - currency"],
    .created: ["deal - deal created", "deal - creation date", "deal - add time", "deal - created"],
    .close: ["deal - expected close date"], .closed: ["deal - deal closed on", "deal - closed on"],
    .won: ["deal - won time"], .lost: ["deal - lost time"], .owner: ["deal - owner"],
    .contactID: ["person - id", "deal - contact person id"],
    .companyID: ["organization - id", "deal - organization id"],
    .company: ["deal - organization", "organization - name", "organization"],
    .email: ["person - email - work", "person - email (work)", "person - email"],
    .otherEmail: ["person - email - home", "person - email (home)", "person - email - other"],
    .source: ["deal - source channel", "deal - source", "deal - lead source"],
  ]
}
