import Ingestion
import Testing
import Vocabulary

struct SnapchatAdsReportTests {
  @Test func anEndAtMidnightBelongsToTheDayBefore() throws {
    let reading = try Sample(
      """
      Start Time,End Time,Campaign Name,Campaign ID,Ad Set Name,Amount Spent,Currency,Paid Impressions,Swipe Ups,Paid Reach
      2026-09-01 00:00:00,2026-09-02 00:00:00,Spring,40ba77bb-289d,Teens,30.25,GBP,5000,40,4000
      2026-09-02 00:00:00,2026-09-30 23:59:59,Spring,40ba77bb-289d,Teens,9.75,GBP,1000,10,900
      """
    ).read()
    #expect(reading.recognition.format == "SnapchatAdsReport" && !reading.recognition.isVerified)
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-09-01", "2026-09-02…2026-09-30"])
    #expect(reading.total(.spend) == "40" && reading.total(.clicks) == "50" && reading.total(.impressions) == "6000")
    #expect(reading.all.adPerformance.map(\.reach) == [4000, 900])
  }

  @Test func theFileEndsWithItsLastDay() throws {
    let header = "Start Time,End Time,Campaign Name,Amount Spent,Paid Impressions\n"
    let rows = "2026-09-01 00:00:00,2026-09-02 00:00:00,A,1,2\n2026-09-02 00:00:00,2026-09-03 00:00:00,A,1,2\n"
    let reading = try Sample(header + rows).read()
    #expect(reading.recognition.window?.description == "2026-09-01…2026-09-02")
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-09-01", "2026-09-02"])
    let dates = try Sample(header + "2026-09-01,2026-09-30,A,1,2\n").read()
    #expect(dates.recognition.window?.grain == .month)
  }

  @Test func theEndsProveTheOrderOfTheStarts() throws {
    let reading = try Sample(
      "Start Time,End Time,Campaign Name,Amount Spent,Paid Impressions\n01/09/2026,30/09/2026,Spring,30.25,5000\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-09-01…2026-09-30"])
  }

  @Test func aStartAloneIsNoPeriod() throws {
    let reading = try Sample("Start Time,Campaign Name,Amount Spent,Paid Impressions\n2026-09-01,Spring,30.25,5000\n")
      .read()
    #expect(reading.recognition.format == "SnapchatAdsReport")
    #expect(reading.all.adPerformance.map(\.window) == [.undated])
    #expect(reading.recognition.notes.count == 1)
  }

  /// Of campaigns merged over their starts. A total begins with the first of them, or says nothing of it.
  @Test(arguments: ["2026-03-14", ""])
  func aLaterRowWithoutItsCampaignIsABadRowAndATotalIsNone(start: String) throws {
    let reading = try Sample(
      "Campaign Name,Start Time,Amount Spent,Paid Impressions,Currency\nA,2026-03-14,10.14,1400,EUR\n"
        + ",2026-03-15,10.15,1500,EUR\nB,2026-03-14,20.14,1400,EUR\n,\(start),40.43,4300,EUR\n"
    ).read()
    #expect(reading.all.rejectedRows.map(\.line) == [3] && reading.all.skippedRows.map(\.line) == [5])
    #expect(reading.all.rejectedRows.map(\.column) == ["Campaign Name"] && reading.total(.spend) == "30.28")
    #expect(reading.all.rejectedRows.map(\.expected) == ["a campaign's name"])
  }

  /// The other network with an amount spent by day has its own columns.
  @Test func aDayColumnMakesItNobodyElses() throws {
    let reading = try Sample(
      "Day,Campaign name,Amount spent (EUR),Impressions,Swipes\n2026-09-01,Spring,30.25,5000,7\n"
    )
    .read()
    #expect(reading.recognition.format == "SnapchatAdsReport" && reading.total(.clicks) == "7")
  }
}
