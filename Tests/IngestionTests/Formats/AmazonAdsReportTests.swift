import Ingestion
import Testing
import Vocabulary

struct AmazonAdsReportTests {
  @Test func advertisedProductsByDay() throws {
    let reading = try Sample(
      """
      Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Advertised SKU,Advertised ASIN,Impressions,Clicks,Spend,7 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,7 Day Total Orders (#)
      "Jul 22, 2026",Chairs,EUR,Oak exact,Main,CH-1,B0ABCD1234,"1,204",31,42.80,"€1,210.50",3.54%,6
      "Jul 23, 2026",Chairs,EUR,Oak exact,Main,CH-1,B0ABCD1234,96,4,7.20,€0.00,,0
      """
    ).read()
    #expect(reading.recognition.format == "AmazonAdsReport" && !reading.recognition.isVerified)
    #expect(reading.recognition.window?.description == "2026-07-22…2026-07-23")
    #expect(reading.total(.spend) == "50" && reading.total(.clicks) == "35" && reading.total(.conversions) == "6")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.conversionValueMicros) == [1_210_500_000, 0])
    #expect(rows.map(\.attribution) == ["7 day", "7 day"] && rows.map(\.ad) == ["CH-1", "CH-1"])
    #expect(rows.allSatisfy { $0.platform == "Amazon Ads" && $0.channel == .shopping && $0.currency?.code == "EUR" })
  }

  @Test func searchTermsOverAPeriod() throws {
    let reading = try Sample(
      """
      Start Date,End Date,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Spend,14 Day Total Sales ($),14 Day Total Orders (#)
      2026-07-01,2026-07-31,Oak,Main,oak chair,EXACT,oak chairs for sale,100,3,$4.50,$210.00,1
      """
    ).read()
    let row = try #require(reading.all.adPerformance.first)
    #expect(row.window.grain == .month && row.attribution == "14 day")
    #expect(row.breakdown == "searchTerm+target+matchType")
    #expect(row.breakdownValue == "oak chairs for sale+oak chair+EXACT")
    #expect(row.spendMicros == 4_500_000 && row.currency == nil && row.conversionsMicros == 1_000_000)
  }

  /// A spreadsheet's day has a midnight beside it, and is the last of the period all the same.
  @Test func anEndIsADayAlsoWithAMidnight() throws {
    let reading = try Sample(
      """
      Start Date,End Date,Campaign Name,Customer Search Term,Impressions,Clicks,Spend,14 Day Total Sales,14 Day Total Orders (#)
      2025-03-01 00:00:00,2025-03-14 00:00:00,Oak,oak chair,100,3,4.50,210.00,1
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2025-03-01…2025-03-14"])
    #expect(reading.recognition.window?.description == "2025-03-01…2025-03-14")
  }

  @Test func displayIsDisplay() throws {
    let reading = try Sample(
      "Date,Campaign Name,Ad Product,Impressions,Clicks,Cost,14 Day Total Orders\n2026-07-01,A,Sponsored Display,5,1,2.25,0\n2026-07-01,B,Sponsored Brands,5,1,2.25,0\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.channel) == [.display, .shopping])
  }
}
