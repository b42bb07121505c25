import Vocabulary

/// HubSpot's deals as a connector copies them from the service: `property_…` columns, times in UTC. Pipeline and stage
/// are ids, which say won or lost only where the account kept the ids it began with.
struct HubSpotDealTable: SourceFormat {
  static let title = "HubSpot connector table deal"
  static let isVerified = true

  private var columns: DealColumns

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = DealColumns(header, names: HubSpotDealTable.names, stages: HubSpotDealTable.stages(header))
    guard columns.has(.dealID), columns.has(.name), columns.has(.stage) || columns.has(.amount) else { return nil }
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
    var deal = try columns.deal(record, platform: "HubSpot")
    if !deal.sourceDetail.isEmpty { deal.channel = HubSpotSource.channel(deal.sourceDetail) }
    let changes = try columns.stageChanges(record, of: deal, isUTC: true)
    batch.deals.append(deal)
    batch.dealStageChanges += changes
  }

  /// `property_hs_date_entered_closedwon` gives `closedwon`.
  private static func stages(_ header: Header) -> [DealColumns.StageColumn] {
    let leads = ["property_hs_date_entered_", "property_hs_v_2_date_entered_", "property_hs_v2_date_entered_"]
    return header.keys.enumerated().compactMap { index, key in
      leads.first { key.hasPrefix($0) && key.count > $0.count }.map {
        DealColumns.StageColumn(stage: String(key.dropFirst($0.count)), index: index)
      }
    }
  }

  private static let names: [DealColumns.Field: [String]] = [
    .dealID: ["deal_id"], .name: ["property_dealname"], .pipeline: ["deal_pipeline_id"],
    .stage: ["deal_pipeline_stage_id"], .isClosed: ["property_hs_is_closed"], .isWon: ["property_hs_is_closed_won"],
    .amount: ["property_amount"], .currency: ["property_deal_currency_code"], .created: ["property_createdate"],
    .close: ["property_closedate"], .owner: ["owner_id"], .source: ["property_hs_analytics_source"],
    .deleted: ["is_deleted", "_fivetran_deleted"],
  ]
}
