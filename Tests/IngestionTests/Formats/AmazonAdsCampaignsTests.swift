import Ingestion
import Testing
import Vocabulary

struct AmazonAdsCampaignsTests {
  @Test func theTableAsThePageShowedIt() throws {
    let reading = try Sample(
      """
      State,Campaigns,Status,Type,Start date,End date,Budget(USD),Impressions,Clicks,CTR,Spend(USD),CPC(USD),Orders,Sales(USD),ACOS,ROAS
      ENABLED,Oak exact,DELIVERING,SP,01/15/2026,,10.00,"1,204",31,2.57%,42.80,1.38,6,"1,210.50",3.54%,28.28
      ENABLED,Oak display,DELIVERING,SD,01/15/2026,,10.00,96,4,4.17%,7.20,1.80,0,0.00,,
      """
    ).read()
    #expect(reading.recognition.format == "AmazonAdsCampaigns" && !reading.recognition.isVerified)
    let rows = reading.all.adPerformance
    #expect(rows.map(\.campaign) == ["Oak exact", "Oak display"] && rows.map(\.channel) == [.shopping, .display])
    #expect(rows.allSatisfy { $0.window.isUndated && $0.currency?.code == "USD" })
    #expect(rows.map(\.conversionValueMicros) == [1_210_500_000, 0])
    #expect(reading.total(.spend) == "50" && reading.total(.clicks) == "35" && reading.total(.conversions) == "6")
    #expect(reading.recognition.notes.contains { $0.contains("does not say which days") })
  }
}
