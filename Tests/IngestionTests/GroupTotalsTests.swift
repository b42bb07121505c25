import Testing
import Vocabulary

@testable import Ingestion

/// Sums worked out by hand: Brand 10 + 2.50 = 12.50 and 7 + 1 clicks, Generic 4.25 and 3, all 16.75 and 11.
struct GroupTotalsTests {
  private static let header = "Campaign name,Ad group name,Cost,Impressions,Clicks (destination)\n"
  private static let brand = "Brand,Exact,10,100,7\nBrand,Broad,2.50,50,1\n"

  private func read(_ rows: String) throws -> Reading {
    let reading = try Sample(Self.header + rows).read(ReadOptions(currency: .init("EUR")))
    #expect(reading.recognition.format == "TikTokAdsReport" && reading.summary.rowsRejected == 0)
    return reading
  }

  @Test(arguments: [
    ("Brand Total", "Generic Total"), ("Total Brand", "Total: Generic"), ("Brand Ergebnis", "Generic Ergebnis"),
    ("BRAND".capitalized + " - Subtotal:", "Generic – sum"),
  ])
  func sumsOfGroupsAreNoCampaigns(first: String, second: String) throws {
    let reading = try read(
      "\(Self.brand)\(first),,12.50,150,8\nGeneric,Wide,4.25,20,3\n\(second),,4.25,20,3\nGrand Total,,16.75,170,11\n")
    #expect(reading.all.adPerformance.map(\.adGroup) == ["Exact", "Broad", "Wide"])
    #expect(reading.total(.spend) == "16.75" && reading.total(.clicks) == "11")
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .totals, .totals] && reading.summary.rowsRead == 6)
    let spend = reading.all.controlTotals.filter { $0.metric == .spend }
    #expect(spend.map(\.valueMicros) == [12_500_000, 4_250_000, 16_750_000])
    #expect(spend.map(\.coversAllRows) == [false, false, true])
  }

  /// Whatever it is called, a row stays a campaign that differs in one figure, is told apart as fully as the others, has
  /// another name than the group above, stands elsewhere or has spent nothing.
  @Test(arguments: [
    ("Brand Total,,12.50,151,8", 4), ("Brand Total,,12.50,150,9", 4), ("Brand Total,,12.40,150,8", 4),
    ("Brand Total,All,12.50,150,8", 4), ("Branding Total,,12.50,150,8", 4), ("Brand Totals 2,,12.50,150,8", 4),
    ("Brand Total,,,150,8", 4), ("Brand,,12.50,150,8", 4),
  ])
  func whatIsNoSumIsACampaign(row: String, count: Int) throws {
    let reading = try read(Self.brand + row + "\nOther,Wide,1,1,1\n")
    #expect(reading.all.adPerformance.count == count && reading.all.skippedRows.isEmpty)
  }

  @Test func aSumThatStandsElsewhereIsACampaign() throws {
    let reading = try read(Self.brand + "Other,Wide,1,1,1\nBrand Total,,12.50,150,8\n")
    #expect(reading.all.adPerformance.count == 4)
  }

  @Test func nothingSpentIsNoSum() throws {
    let reading = try read("Brand,Exact,0,1,0\nBrand Total,,0,1,0\nOther,Wide,1,1,1\n")
    #expect(reading.all.adPerformance.count == 3)
  }

  /// Where campaigns alone tell rows apart, a campaign "Brand" and one "Brand Total" may have the same figures.
  @Test func withoutAFinerColumnThereAreNoGroups() throws {
    let reading = try Sample(
      "Campaign name,Cost,Impressions,Clicks (destination)\nBrand,5,10,1\nBrand Total,5,10,1\nC,1,1,1\n"
    ).read(ReadOptions(currency: .init("EUR")))
    #expect(reading.all.adPerformance.map(\.campaign) == ["Brand", "Brand Total", "C"])
  }

  /// Two levels of sums, and amounts that were rounded: 3.333 + 3.333 + 3.333 stands as 10.00 where each is 3.33.
  @Test func sumsOfSums() throws {
    let reading = try Sample(
      "Campaign name,Ad group name,Ad name,Cost,Impressions,Clicks (destination)\n"
        + "A,X,1,3.33,1,1\nA,X,2,3.33,1,1\nA,X,3,3.33,1,1\nA,X Total,,10.00,3,3\nA,Y,4,1,1,0\nA,Y Total,,1,1,0\n"
        + "A Total,,,11.00,4,3\nB,Z,5,2,1,1\nB,Z Total,,2,1,1\nB Total,,,2,1,1\n"
    ).read(ReadOptions(currency: .init("EUR")))
    #expect(reading.all.adPerformance.map(\.ad) == ["1", "2", "3", "4", "5"])
    #expect(reading.all.skippedRows.count == 5 && reading.total(.impressions) == "5")
  }

  /// By days such rows have no day, and are not refused for it.
  @Test(arguments: [
    (
      "MetaAdsReport",
      "Campaign name,Day,Amount spent (EUR),Impressions,Link clicks\nA,2026-03-01,30,100,3\nA,2026-03-02,12.5,50,1\n"
        + "A Total,,42.5,150,4\nB,2026-03-01,1,10,0\nB Total,,1,10,0\nGrand Total,,43.5,160,4\n"
    ),
    (
      "MicrosoftAdsReport",
      "TimePeriod,CampaignName,CurrencyCode,Impressions,Clicks,Spend\n2026-03-01,A,EUR,100,3,30\n"
        + "2026-03-02,A,EUR,50,1,12.5\n,A Total,,150,4,42.5\n2026-03-01,B,EUR,10,0,1\n,B Total,,10,0,1\n"
        + ",Grand Total,,160,4,43.5\n"
    ),
    (
      "LinkedInAdsReport",
      "Campaign Performance Report (in UTC)\n\"Report Start: March 1, 2026, 12:00 AM\"\n"
        + "\"Report End: March 31, 2026, 11:59 PM\"\n\nStart Date (in UTC),Campaign Name,Total Spent,Impressions,"
        + "Clicks to Landing Page\n03/01/2026,A,30,100,3\n03/02/2026,A,12.5,50,1\n,A Total,42.5,150,4\n"
        + "03/01/2026,B,1,10,0\n,B Total,1,10,0\n,Grand Total,43.5,160,4\n"
    ),
    (
      "GoogleAdsCampaignReport",
      "Campaign report\nMarch 1, 2026 - March 31, 2026\nCampaign,Day,Currency code,Cost,Impr.,Clicks\n"
        + "A,2026-03-01,EUR,30,100,3\nA,2026-03-02,EUR,12.5,50,1\nA Total,,,42.5,150,4\nB,2026-03-01,EUR,1,10,0\n"
        + "B Total,,,1,10,0\nGrand Total,,,43.5,160,4\n"
    ),
  ])
  func daysOfCampaigns(format: String, text: String) throws {
    let reading = try Sample(text).read(ReadOptions(currency: .init("EUR")))
    #expect(reading.recognition.format == format && reading.summary.rowsRejected == 0)
    #expect(reading.all.adPerformance.map(\.campaign) == ["A", "A", "B"])
    #expect(reading.total(.spend) == "43.5" && reading.total(.clicks) == "4")
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .totals, .totals])
  }
}
