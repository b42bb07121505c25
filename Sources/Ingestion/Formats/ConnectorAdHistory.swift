import Vocabulary

/// A connector's table of accounts, campaigns or ads: what each was called and in which state it was, one row for each
/// time that it changed. It holds no results, so its rows are skipped as reference.
struct ConnectorAdHistory: SourceFormat {
  static let title = "connector's table of campaign names"
  static let isVerified = true

  private let header: Header
  private let vendor: String

  init?(_ opening: Opening) {
    guard opening.preamble.isEmpty,
      let match = ConnectorAdHistory.signatures.first(where: { $0.columns.allSatisfy(opening.header.contains) }),
      !ConnectorAdHistory.figures.contains(where: opening.header.contains)
    else { return nil }
    header = opening.header
    vendor = match.vendor
  }

  var width: Int? { header.count }

  mutating func survey(_ record: RawRecord) {}

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "columns of names and states of a connector's table of \(vendor)"
    findings.columns = header.names.map { ColumnMeaning(header: $0, meaning: nil) }
    findings.notes = ["names and states, not results: nothing of it is loaded"]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    batch.skippedRows.append(SkippedRow(line: record.line, reason: .reference))
  }

  private static let figures = ["impressions", "clicks", "spend", "cost_micros"]

  private static let signatures: [(columns: [String], vendor: String)] = [
    (["id", "name", "customer_id", "advertising_channel_type"], "Google Ads"),
    (["id", "descriptive_name", "manager_customer_id"], "Google Ads"),
    (["id", "name", "account_id", "campaign_group_id", "last_modified_time"], "LinkedIn"),
    (["id", "name", "account_id", "modified_time", "time_zone"], "Microsoft Ads"),
    (["id", "name", "advertiser_id", "created_time", "status"], "Pinterest"),
    (["id", "name", "ad_account_id", "_fivetran_synced"], "Snapchat"),
    (["ad_id", "adgroup_id", "advertiser_id", "ad_name", "operation_status"], "TikTok"),
    (["id", "name", "account_id", "funding_instrument_id"], "X"),
    (["id", "name", "account_id", "updated_time", "_fivetran_synced"], "Meta"),
  ]
}
