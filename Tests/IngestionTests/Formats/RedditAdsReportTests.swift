import Ingestion
import Testing
import Vocabulary

struct RedditAdsReportTests {
  @Test func communitiesAreABreakdown() throws {
    let reading = try Sample(
      """
      Date,Campaign Name,Campaign ID,Ad Group Name,Community,Amount Spent (USD),Impressions,Clicks,CTR,eCPM (USD),CPC (USD)
      2026-04-01,Launch,1510393823694638543,All,r/woodworking,12.34,4000,21,0.53%,3.09,0.59
      2026-04-02,Launch,1.51039E+18,All,r/diy,7.66,1000,4,0.40%,7.66,1.92
      """
    ).read()
    #expect(reading.recognition.format == "RedditAdsReport" && !reading.recognition.isVerified)
    #expect(reading.total(.spend) == "20" && reading.total(.clicks) == "25" && reading.total(.impressions) == "5000")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.breakdown) == ["placement", "placement"])
    #expect(rows.map(\.breakdownValue) == ["r/woodworking", "r/diy"])
    #expect(rows.map(\.campaignID) == ["1510393823694638543", ""])
    #expect(reading.summary.problems.map(\.line) == [3] && reading.summary.rowsRejected == 0)
    #expect(rows.allSatisfy { $0.currency?.code == "USD" && $0.platform == "Reddit" })
  }

  @Test func withoutCommunitiesThereIsNoBreakdown() throws {
    let reading = try Sample(
      "Campaign name,Date,Amount Spent (USD),Impressions,Clicks,eCPM (USD),CPC (USD)\nA,2026-04-01,1.50,10,1,150,1.50\n"
    ).read()
    #expect(reading.recognition.format == "RedditAdsReport")
    #expect(reading.all.adPerformance.map(\.breakdown) == [""])
  }

  /// Networks of all kinds tell an eCPM, sheets of several platforms too, and a community may be a place.
  @Test(arguments: [
    "Date,Campaign,Spend,Impressions,Clicks,eCPM\n2026-09-14,A,10.00,1000,20,10.00\n",
    "Day,Campaign,Spend,Impressions,Clicks,CTR,eCPM,eCPC,Conversions,eCPA\n2026-09-14,A,10,1000,20,2%,10,0.5,4,2.5\n",
    "Date,Data source,Campaign Name,Amount Spent,Impressions,Clicks,eCPM\n2026-09-14,Radio,A,10.00,1000,20,10.00\n",
    "Date,Campaign,Amount Spent (EUR),Impressions,Clicks,eCPM (EUR)\n2026-09-14,A,10.00,1000,20,10.00\n",
    "Date,Campaign,Community,Spend,Impressions,Clicks\n2026-09-14,A,Friesland,10.00,1000,20\n",
  ])
  func anybodysTableIsNoReportOfReddit(text: String) throws {
    #expect(try Sample(text).failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  @Test func aCommunityOfRedditTellsWhoseTableItIs() throws {
    let reading = try Sample(
      "Date,Campaign,Community,Spend,Impressions,Clicks\n2026-09-14,A,r/diy,$10.00,1000,20\n"
    ).read()
    #expect(reading.recognition.format == "RedditAdsReport" && reading.total(.spend) == "10")
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["r/diy"])
  }

  /// An interface's amounts are millionths; a table that is not wholly known must not be taken for the page's.
  @Test func anInterfacesTableIsNotThePages() throws {
    let sample = try Sample(
      "account_id,campaign_id,date,clicks,impressions,spend,ecpm\n1,2,2026-04-01,1,10,1500000,3\n")
    #expect(sample.failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// A scheduled report writes ids behind an apostrophe and groups with an underscore.
  @Test func scheduledReports() throws {
    let reading = try Sample(
      "Date,Campaign Name,Campaign Id,AD_GROUP Name,AD_GROUP Id,Ad Name,Ad Id,Impressions,Clicks,CPC (USD),Amount Spent (USD)\n"
        + "2026-04-17,Spring,'2472210695356180304,Chairs,'7,One,'8,36369,48,5.02,241.29357\n"
    ).read()
    #expect(reading.recognition.format == "RedditAdsReport")
    let row = try #require(reading.all.adPerformance.first)
    #expect(row.campaignID == "2472210695356180304" && row.adGroup == "Chairs" && row.adID == "8")
    #expect(row.spendMicros == 241_293_570 && row.currency?.code == "USD")
  }
}
