import Vocabulary

/// Salesforce, opportunities exported by the Data Loader: names of the programming interface as headers, in any case,
/// times in UTC or with their offset.
struct SalesforceOpportunities: SourceFormat {
  static let title = "Salesforce Data Loader opportunities"
  static let isVerified = true

  private var columns: DealColumns

  init?(_ opening: Opening) {
    let columns = DealColumns(
      opening.header, names: SalesforceOpportunities.names, openStages: SalesforceStage.open)
    guard columns.has(.dealID), columns.has(.stage), columns.has(.name), columns.has(.amount) || columns.has(.close)
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file, habit: .plain)
    findings.timeZone = "UTC"
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !columns.isDeleted(record) else { return batch.skip(record, .deleted) }
    var deal = try columns.deal(record, platform: "Salesforce")
    deal.dealID = SalesforceID.full(deal.dealID)
    deal.companyID = SalesforceID.full(deal.companyID)
    deal.contactID = SalesforceID.full(deal.contactID)
    deal.channel = LeadSource.channel(deal.sourceDetail)
    batch.deals.append(deal)
  }

  private static let names: [DealColumns.Field: [String]] = [
    .dealID: ["id"], .name: ["name"], .stage: ["stagename"], .isClosed: ["isclosed"], .isWon: ["iswon"],
    .amount: ["amount"], .currency: ["currencyisocode"], .created: ["createddate"], .close: ["closedate"],
    .owner: ["ownerid", "owner.name"], .contactID: ["contactid"], .companyID: ["accountid"],
    .company: ["account.name"], .source: ["leadsource"], .campaign: ["campaign.name", "campaignid"],
    .deleted: ["isdeleted"],
  ]
}

/// Stages that every organisation begins with and that are open, as keys.
enum SalesforceStage {
  static let open: Set<String> = [
    "prospecting", "qualification", "needs analysis", "value proposition", "id. decision makers", "perception analysis",
    "proposal/price quote", "negotiation/review",
  ]
}
