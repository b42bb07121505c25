import Vocabulary

/// Google Ads, a report of the whole account by day, week, month, quarter or year, as "Day report"; its shape is
/// `GoogleAdsTable`'s. No real file stands behind it yet.
///
/// Its rows name nothing below the account. Where several are of the same days and no column tells them apart, nobody could
/// say of what each is.
struct GoogleAdsAccountReport: SourceFormat {
  static let title = "Google Ads account report"
  static let isVerified = false

  private var table: GoogleAdsTable
  private let spanColumns: [Int]
  private let keys: [Int]
  private var seen: Set<String> = []
  private var repeats = false

  init?(_ opening: Opening) {
    let found = GoogleAdsTable(opening, breakdowns: [], scopes: [], titles: GoogleAdsAccountReport.titles)
    guard let table = found, !GoogleAdsTable.namesParts(opening.header) else { return nil }
    let map = table.table.map
    spanColumns = GoogleAdsAccountReport.spans.compactMap { map[$0] }
    keys = spanColumns + GoogleAdsAccountReport.others.compactMap { map[$0] }
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
    guard !repeats, spanColumns.allSatisfy({ TotalsRow.isFilled(record[$0]) }) else { return }
    repeats = !seen.insert(keys.map { record.text($0) }.joined(separator: "\n")).inserted
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    let findings = try table.settle(options, file: file)
    if repeats, !findings.columns.contains(where: { $0.meaning == "breakdownValue" }) {
      throw .leftOut(
        file: file, kind: "several rows of an account for the same days, and no column that says of what each is",
        advice: "add the campaign to the report and export it again")
    }
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
