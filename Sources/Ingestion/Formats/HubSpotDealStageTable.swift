import Vocabulary

/// HubSpot's history of deal stages as a connector copies it: one stage that a deal entered a record, in UTC.
struct HubSpotDealStageTable: SourceFormat {
  static let title = "HubSpot connector table deal_stage"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case dealID, stage, entered
  }

  private static let names: [Field: [String]] = [.dealID: ["deal_id"], .stage: ["value"], .entered: ["date_entered"]]

  private let map: ColumnMap<Field>
  private var entered: DateColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: HubSpotDealStageTable.names)
    guard map.has(.dealID), map.has(.stage), let entered = DateColumn(map[.entered], name: map.name(.entered)) else {
      return nil
    }
    self.map = map
    self.entered = entered
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { entered.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try entered.settle(options, file: file)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.dealID))\" and \"\(map.name(.entered))\""
    findings.columns = map.meanings
    findings.timeZone = "UTC"
    findings.window = entered.window
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let deal = try IdentifierCell.text(record, map[.dealID], name: map.name(.dealID))
    let stage = record.text(map[.stage])
    guard !deal.isEmpty, !stage.isEmpty, let date = try entered.date(record) else {
      throw RowProblem(
        column: map.name(deal.isEmpty ? .dealID : stage.isEmpty ? .stage : .entered), found: "an empty cell",
        expected: "a deal, a stage and a day")
    }
    var change = DealStageChange(
      origin: RecordOrigin(record), platform: "HubSpot", dealID: deal, stage: stage, day: date.day)
    change.instant = date.instantUTC
    batch.dealStageChanges.append(change)
  }
}
