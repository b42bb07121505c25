import Vocabulary

/// Zoho CRM, Deals (formerly Potentials), Export: ids such as `zcrm_511000…`.
struct ZohoDeals: SourceFormat {
  static let title = "Zoho CRM deals"
  static let isVerified = false

  private static let openStages: Set<String> = [
    "qualification", "needs analysis", "value proposition", "identify decision makers", "id. decision makers",
    "proposal/price quote", "negotiation/review",
  ]

  private var columns: DealColumns

  init?(_ opening: Opening) {
    let columns = DealColumns(opening.header, names: ZohoDeals.names, openStages: ZohoDeals.openStages)
    guard columns.has(.dealID), columns.has(.name), columns.has(.stage), columns.has(.close) else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file, habit: nil)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if columns.isTotal(record) { return batch.skip(record, .totals) }
    var deal = try columns.deal(record, platform: "Zoho CRM")
    deal.channel = LeadSource.channel(deal.sourceDetail)
    batch.deals.append(deal)
  }

  private static let names: [DealColumns.Field: [String]] = [
    .dealID: ["record id"], .name: ["deal name", "potential name"], .pipeline: ["pipeline"],
    .stage: ["stage"], .amount: ["amount"], .currency: ["currency"], .created: ["created time"],
    .close: ["closing date"], .owner: ["deal owner", "potential owner", "deal owner.id"],
    .contactID: ["contact name.id", "contact id"], .companyID: ["account name.id", "account id"],
    .company: ["account name"], .source: ["lead source"], .campaign: ["campaign source"],
  ]
}
