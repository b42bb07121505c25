import Ingestion
import Testing
import Vocabulary

struct AmazonAdsCampaignsTests {
  /// 12.30 + 0.70; the newer page calls the column "Campaign name", as others do.
  @Test func theNewerNameOfTheCampaign() throws {
    let text =
      "State,Campaign name,Type,Campaign bidding strategy,Impressions,Clicks,Spend(USD),Orders,Sales(USD),ACOS\n"
      + "ENABLED,Oak exact,SP,Fixed bids,1204,31,12.30,6,210.50,0.0584\n"
      + "PAUSED,Oak display,SD,Fixed bids,96,4,0.70,0,0.00,\n"
    let reading = try Sample(text).read()
    #expect(reading.recognition.format == "AmazonAdsCampaigns" && reading.total(.spend) == "13")
    #expect(reading.all.adPerformance.map(\.campaign) == ["Oak exact", "Oak display"])
    let others = try Sample(text.replacing("Campaign bidding strategy", with: "Objective")).failure()
    guard case .unrecognised = others else {
      Issue.record("a campaign and ACOS alone were taken for the platform's table")
      return
    }
  }

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
