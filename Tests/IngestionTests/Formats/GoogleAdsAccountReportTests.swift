import Ingestion
import Testing
import Vocabulary

struct GoogleAdsAccountReportTests {
  /// 1801.36 + 1751.36 = 3552.72 and 298 + 237 = 535.
  @Test func daysOfTheAccount() throws {
    let reading = try Sample(
      """
      Day report
      "September 14, 2026 - September 23, 2026"
      Day,Clicks,Impr.,CTR,Currency code,Avg. CPC,Cost,Conversions,Conv. value
      2026-09-14,298,"17,174",1.2%,EUR,0.5,"1,801.36",29.00,"2,059.87"
      2026-09-15,237,"12,371",1.2%,EUR,0.5,"1,751.36",4.00,344.80
      Total: Account,535,"29,545",1.2%,EUR,0.5,"3,552.72",33.00,"2,404.67"
      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsAccountReport" && !reading.recognition.isVerified)
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-09-14", "2026-09-15"])
    #expect(reading.all.adPerformance.allSatisfy { $0.campaign.isEmpty && $0.breakdown.isEmpty })
    #expect(reading.total(.spend) == "3552.72" && reading.total(.clicks) == "535")
    #expect(reading.all.skippedRows.map(\.reason) == [.totals] && reading.summary.rowsRejected == 0)
  }

  /// Accounts of several have a day each; the lines above are often deleted.
  @Test func severalAccounts() throws {
    let reading = try Sample(
      """
      Day,Account name,Customer ID,Clicks,Impr.,Currency code,Cost
      2026-09-14,North,111-111-1111,2,100,EUR,1.50
      2026-09-14,South,222-222-2222,3,200,EUR,2.25
      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsAccountReport")
    #expect(reading.all.adPerformance.map(\.account) == ["North", "South"] && reading.total(.spend) == "3.75")
  }

  /// Within the lines above: the first week begins before the period.
  @Test func weeksOfTheAccount() throws {
    let reading = try Sample(
      """
      Week report
      "September 16, 2026 - September 23, 2026"
      Week,Clicks,Impr.,Currency code,Cost
      2026-09-14,2,100,EUR,1.50
      2026-09-21,3,200,EUR,2.25
      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsAccountReport")
    #expect(
      reading.all.adPerformance.map(\.window.description) == ["2026-09-16…2026-09-20", "2026-09-21…2026-09-23"])
  }

  @Test func devicesAreABreakdown() throws {
    let reading = try Sample(
      """
      Day,Device,Clicks,Impr.,Currency code,Cost
      2026-09-14,Computers,2,100,EUR,1.50
      2026-09-14,Mobile phones,3,200,EUR,2.25
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdown) == ["device", "device"] && reading.total(.spend) == "3.75")
  }

  /// Nothing says of what each of the two rows is.
  @Test func severalRowsOfOneDayAreRefused() throws {
    let failure = try #require(
      try Sample("Day,Clicks,Impr.,Currency code,Cost\n2026-09-14,2,100,EUR,1.50\n2026-09-14,3,200,EUR,2.25\n")
        .failure())
    #expect("\(failure)".contains("add the campaign to the report"))
  }

  /// Anybody's table, one of parts, and one of no days.
  @Test(arguments: [
    "Day,Clicks,Impressions,Cost\n2026-09-14,2,100,1.50\n",
    "Day,Age,Clicks,Impr.,Currency code,Cost\n2026-09-14,18-24,2,100,EUR,1.50\n",
    "Account name,Clicks,Impr.,Currency code,Cost\nNorth,2,100,EUR,1.50\n",
    "Day,Campaign type,Clicks,Impr.,Currency code,Cost\n2026-09-14,Search,2,100,EUR,1.50\n",
  ])
  func otherTablesAreNone(text: String) throws {
    #expect(try Sample(text).failure() == .unrecognised(file: "sample.csv", kind: nil))
  }
}
