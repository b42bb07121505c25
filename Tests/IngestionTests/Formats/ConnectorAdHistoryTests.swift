import Ingestion
import Testing
import Vocabulary

struct ConnectorAdHistoryTests {
  @Test func namesAreReference() throws {
    let reading = try Sample(
      "id,account_id,name,_fivetran_synced,updated_time\n62,17,Spring,2026-03-04T14:20:41.962,2026-03-01T16:27:51\n"
    ).read()
    #expect(reading.recognition.format == "ConnectorAdHistory")
    #expect(reading.recognition.reason.contains("Meta"))
    #expect(reading.all.skippedRows.map(\.reason) == [.reference])
    #expect(reading.recognition.notes.count == 1)
  }

  /// Rows by Python's csv module over the same files.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("facebook_ads_campaign_history", "Meta", 9), ("google_ads_account_history", "Google Ads", 1),
      ("google_ads_campaign_history", "Google Ads", 10), ("linkedin_ad_campaign_history", "LinkedIn", 100),
      ("microsoft_ads_campaign_history", "Microsoft Ads", 10), ("pinterest_campaign_history", "Pinterest", 1),
      ("snapchat_campaign_history", "Snapchat", 58), ("tiktok_campaign_history", "TikTok", 4),
      ("twitter_campaign_history", "X", 16),
    ])
  func realFiles(file: String, vendor: String, rows: Int) throws {
    let reading = try Shared.reading("api-seeds-ads/\(file)_data.csv")
    #expect(reading.recognition.format == "ConnectorAdHistory")
    #expect(reading.recognition.reason.hasSuffix("a connector's table of \(vendor)"))
    #expect(reading.summary.rowsRead == rows && reading.summary.rowsSkipped == rows)
    #expect(Set(reading.all.skippedRows.map(\.reason)) == [.reference])
  }
}
