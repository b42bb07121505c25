import Ingestion
import Testing
import Vocabulary

struct ConnectorAdHistoryTests {
  @Test func theLastNameOfACampaignIsKept() throws {
    let reading = try Sample(
      """
      id,updated_at,name,customer_id,advertising_channel_type,status
      9935,2026-03-02 9:15:00,Oak sale,2121,SEARCH,ENABLED
      9935,2026-03-02 10:05:00,Oak clearance,2121,SEARCH,PAUSED
      9935,2026-02-01 8:00:00,Oak,2121,SEARCH,ENABLED
      7001,,Feeds,2121,SHOPPING,ENABLED
      7001,,Feeds all,2121,SHOPPING,ENABLED
      """
    ).read()
    #expect(reading.recognition.format == "ConnectorAdHistory")
    #expect(reading.recognition.reason.contains("Google Ads"))
    let campaigns = reading.all.adCampaigns
    #expect(campaigns.map(\.name) == ["Oak clearance", "Feeds all"])
    #expect(campaigns.map(\.status) == ["paused", "enabled"])
    #expect(campaigns.map(\.updatedDay?.description) == ["2026-03-02", nil])
    #expect(campaigns.allSatisfy { $0.platform == "Google Ads" && $0.account == "2121" })
    #expect(reading.all.skippedRows.map(\.line) == [2, 4, 5])
    #expect(Set(reading.all.skippedRows.map(\.reason)) == [.reference])
  }

  @Test func aCutIDNamesNoCampaign() throws {
    let reading = try Sample(
      "id,account_id,name,_fivetran_synced,updated_time\n6.2153E+12,17,Spring,2026-03-04T14:20:41.962,2026-03-01T16:27:51\n"
    ).read()
    #expect(reading.all.adCampaigns.isEmpty && reading.summary.rowsRejected == 1)
    #expect(reading.summary.problems.first?.found == "no whole id")
  }

  /// Rows and campaigns by Python's csv module over the same files.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("facebook_ads_campaign_history", "Meta", 9, 4), ("google_ads_account_history", "Google Ads", 1, 0),
      ("google_ads_campaign_history", "Google Ads", 10, 1), ("linkedin_ad_campaign_history", "LinkedIn", 100, 12),
      ("microsoft_ads_campaign_history", "Microsoft Ads", 10, 3), ("pinterest_campaign_history", "Pinterest", 1, 1),
      ("snapchat_campaign_history", "Snapchat", 58, 30), ("tiktok_campaign_history", "TikTok", 4, 0),
      ("twitter_campaign_history", "X", 16, 16),
    ])
  func realFiles(file: String, vendor: String, rows: Int, campaigns: Int) throws {
    let reading = try Shared.reading("api-seeds-ads/\(file)_data.csv")
    #expect(reading.recognition.format == "ConnectorAdHistory")
    #expect(reading.recognition.reason.hasSuffix("a connector's table of \(vendor)"))
    #expect(reading.summary.rowsRead == rows && reading.summary.rowsSkipped == rows - campaigns)
    #expect(reading.all.adCampaigns.count == campaigns)
    #expect(reading.all.adCampaigns.allSatisfy { $0.platform == vendor && !$0.name.isEmpty })
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realNamesAreTheLast() throws {
    let reading = try Shared.reading("api-seeds-ads/google_ads_campaign_history_data.csv")
    #expect(reading.all.adCampaigns.first?.updatedDay?.description == "2022-08-17")
    let microsoft = try Shared.reading("api-seeds-ads/microsoft_ads_campaign_history_data.csv").all.adCampaigns
    #expect(microsoft.map(\.updatedDay?.description) == ["2021-08-20", "2021-08-20", "2020-08-17"])
  }
}
