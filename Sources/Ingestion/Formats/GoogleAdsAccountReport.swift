import Vocabulary

/// Google Ads, a report of the whole account by day, week, month, quarter or year, as "Day report"; its shape is
/// `GoogleAdsTable`'s. No real file stands behind it yet.
///
/// Its rows name nothing below the account.
struct GoogleAdsAccountReport: SourceFormat {
  static let title = "Google Ads account report"
  static let isVerified = false

  private var table: GoogleAdsTable
  private let spanColumns: [Int]
  private var rows: AccountRows

  init?(_ opening: Opening) {
    let found = GoogleAdsTable(opening, breakdowns: [], scopes: [], titles: GoogleAdsAccountReport.titles)
    guard let table = found, !GoogleAdsTable.namesParts(opening.header) else { return nil }
    let map = table.table.map
    spanColumns = GoogleAdsAccountReport.spans.compactMap { map[$0] }
    rows = AccountRows(spanColumns + GoogleAdsAccountReport.others.compactMap { map[$0] })
    // Nobody else writes "Impr." beside a "Cost" and a currency's code.
    guard !spanColumns.isEmpty, !GoogleAdsAccountReport.levels.contains(where: table.has),
      table.isTitled || (table.has(.currency) && opening.header.contains("impr."))
    else { return nil }
    self.table = table
  }

  var width: Int? { table.table.width }

  mutating func survey(_ record: RawRecord) {
    table.survey(record)
    // Totals name no day.
    if spanColumns.allSatisfy({ TotalsRow.isFilled(record[$0]) }) { rows.survey(record) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    let findings = try table.settle(options, file: file)
    if !findings.columns.contains(where: { $0.meaning == "breakdownValue" }) { try rows.check(file: file) }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let row = try table.row(record, in: &batch) { batch.adPerformance.append(row) }
  }

  private static let titles: Set<String> = [
    "day report", "week report", "month report", "quarter report", "year report",
  ]
  private static let spans: [AdField] = [.day, .week, .month, .quarter, .year]
  private static let others: [AdField] = [.account, .currency, .network, .device, .hour, .conversionAction]
  private static let levels: [AdField] = [
    .campaign, .campaignID, .campaignType, .adGroup, .adGroupID, .ad, .adID, .keyword, .searchTerm, .matchType,
  ]
}
