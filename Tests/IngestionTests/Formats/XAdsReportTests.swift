import Ingestion
import Testing
import Vocabulary

struct XAdsReportTests {
  @Test func campaigns() throws {
    let reading = try Sample(
      """
      Time period,Campaign name,Campaign ID,Funding source,Campaign start date,Currency,Spend,Impressions,Engagements,Billed engagements,Link clicks,Clicks
      2026-03-01,Launch,8xk2a,Card 1,2026-02-01,USD,40.25,9000,120,110,30,95
      2026-03-02,Launch,8xk2a,Card 1,2026-02-01,USD,9.75,1000,20,18,5,15
      """
    ).read()
    #expect(reading.recognition.format == "XAdsReport" && !reading.recognition.isVerified)
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    #expect(reading.total(.spend) == "50" && reading.total(.clicks) == "35")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.interactions) == [120, 20] && rows.map(\.allClicks) == [95, 15])
    #expect(rows.map(\.campaignID) == ["8xk2a", "8xk2a"] && rows.allSatisfy { $0.platform == "X" })
  }

  @Test func theOlderNamesAreKnown() throws {
    let reading = try Sample(
      "campaign,funding instrument name,time,spend,impressions,engagements,retweets,url clicks\nLaunch,Card,2018-03-01,\"$1,040.25\",9000,120,3,30\n"
    ).read(ReadOptions(currency: Currency("USD")))
    #expect(reading.recognition.format == "XAdsReport")
    #expect(reading.total(.spend) == "1040.25" && reading.total(.clicks) == "30")
    #expect(reading.all.adPerformance.first?.currency?.code == "USD")
  }
}
