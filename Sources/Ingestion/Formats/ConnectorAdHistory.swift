import Vocabulary

/// A connector's table of campaigns: what each was called and in which state it was, one row for each time that it
/// changed. The last row of each campaign is kept, for reports that know it by its id alone; the others are reference.
///
/// Tables of accounts and of ads without their campaign's name are recognised too, and give nothing.
struct ConnectorAdHistory: SourceFormat {
  static let title = "connector's table of campaign names"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case account, campaignID, campaign, status, updated
  }

  private struct Version {
    var day: Day?
    var second = 0
    var line = 0
  }

  private let kind: Kind
  private let map: ColumnMap<Field>
  private let id: IdentifierColumn?
  private var latest: [String: Version] = [:]

  init?(_ opening: Opening) {
    guard opening.preamble.isEmpty,
      let kind = ConnectorAdHistory.kinds.first(where: { $0.columns.allSatisfy(opening.header.contains) }),
      !ConnectorAdHistory.figures.contains(where: opening.header.contains)
    else { return nil }
    self.kind = kind
    map = ColumnMap(opening.header, names: kind.hasCampaigns ? ConnectorAdHistory.names : [:])
    id = IdentifierColumn(map[.campaignID], name: map.name(.campaignID))
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    guard let id = id?.text(record), !id.isEmpty else { return }
    let date = DateText(record[map[.updated]], order: nil)
    let version = Version(day: date?.day, second: date?.secondOfDay ?? 0, line: record.line)
    if let known = latest[id], ConnectorAdHistory.isNewer(known, than: version) { return }
    latest[id] = version
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "columns of names and states of a connector's table of \(kind.vendor)"
    findings.columns = map.meanings
    findings.part = kind.vendor
    findings.notes =
      kind.hasCampaigns
      ? ["names and states, not results: the last name of each campaign is kept, \(latest.count) in all"]
      : ["names and states, not results: nothing of it is loaded"]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard let id else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .reference))
      return
    }
    let campaignID = id.text(record)
    guard !campaignID.isEmpty else {
      throw RowProblem(column: map.name(.campaignID), found: "no whole id", expected: "a campaign's id")
    }
    guard latest[campaignID]?.line == record.line else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .reference))
      return
    }
    var campaign = AdCampaign(
      origin: RecordOrigin(record), platform: kind.vendor, account: record.text(map[.account]),
      campaignID: campaignID, name: record.text(map[.campaign]))
    campaign.status = record.text(map[.status]).lowercased()
    campaign.updatedDay = latest[campaignID]?.day
    batch.adCampaigns.append(campaign)
  }

  /// Of two rows of the same moment the later one counts.
  private static func isNewer(_ left: Version, than right: Version) -> Bool {
    (left.day?.number ?? .min, left.second) > (right.day?.number ?? .min, right.second)
  }
}

extension ConnectorAdHistory {
  private struct Kind {
    let columns: [String]
    let vendor: String
    var hasCampaigns = true
  }

  private static let figures = ["impressions", "clicks", "spend", "cost_micros"]

  private static let names: [Field: [String]] = [
    .account: ["customer_id", "ad_account_id", "advertiser_id", "account_id"], .campaignID: ["id"], .campaign: ["name"],
    .status: ["status", "entity_status", "effective_status"],
    .updated: ["updated_at", "last_modified_time", "modified_time", "updated_time", "_fivetran_synced"],
  ]

  private static let kinds = [
    Kind(columns: ["id", "name", "customer_id", "advertising_channel_type"], vendor: "Google Ads"),
    Kind(columns: ["id", "descriptive_name", "manager_customer_id"], vendor: "Google Ads", hasCampaigns: false),
    Kind(columns: ["id", "name", "account_id", "campaign_group_id", "last_modified_time"], vendor: "LinkedIn"),
    Kind(columns: ["id", "name", "account_id", "modified_time", "time_zone"], vendor: "Microsoft Ads"),
    Kind(columns: ["id", "name", "advertiser_id", "created_time", "status"], vendor: "Pinterest"),
    Kind(columns: ["id", "name", "ad_account_id", "_fivetran_synced"], vendor: "Snapchat"),
    Kind(
      columns: ["ad_id", "adgroup_id", "advertiser_id", "ad_name", "operation_status"], vendor: "TikTok",
      hasCampaigns: false),
    Kind(columns: ["id", "name", "account_id", "funding_instrument_id"], vendor: "X"),
    Kind(columns: ["id", "name", "account_id", "updated_time", "_fivetran_synced"], vendor: "Meta"),
  ]
}
