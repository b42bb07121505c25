import Ingestion
import Testing
import Vocabulary

struct TikTokAdsReportTests {
  @Test func daysAndTheLastRow() throws {
    let reading = try Sample(
      """
      Campaign name,Campaign ID,Ad group name,Ad name,By Day,Cost,Currency,Impressions,Clicks (destination),Clicks (all),Reach,Conversions,Total complete payment value
      Spring,1801,Women,Clip 1,2026-03-01,"1,204.50",EUR,"90,100",310,402,70000,12,890.10
      Spring,1801,Men,Clip 1,2026-03-02,95.50,EUR,1900,40,44,-,--,0
      Total of 2 results,,,,,"1,300.00",EUR,"92,000",350,446,71000,12,890.10
      """
    ).read()
    #expect(reading.recognition.format == "TikTokAdsReport" && !reading.recognition.isVerified)
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    #expect(reading.summary.rowsRead == 3 && reading.all.skippedRows == [SkippedRow(line: 4, reason: .totals)])
    #expect(reading.total(.spend) == "1300" && reading.total(.clicks) == "350")
    #expect(reading.total(.impressions) == "92000" && reading.total(.conversions) == "12")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.adGroup) == ["Women", "Men"] && rows.map(\.allClicks) == [402, 44])
    #expect(rows.map(\.reach) == [70_000, nil] && rows.map(\.conversionsMicros) == [12_000_000, nil])
    #expect(rows.allSatisfy { $0.platform == "TikTok" && $0.channel == .paidSocial && $0.currency?.code == "EUR" })
    let control = try #require(reading.all.controlTotals.first { $0.metric == .spend })
    #expect(control.valueMicros == 1_300_000_000 && control.label == "Total of 2 results" && control.coversAllRows)
  }

  @Test func theCurrencyMayStandInTheHeaderAndDaysMayBeMissing() throws {
    let reading = try Sample(
      "clicks (destination);COST (EUR);Impressions;Campaign Name\n20;8,50;1.234;Spring\n10;4,25;500;Autumn\n"
    ).read()
    #expect(reading.recognition.format == "TikTokAdsReport")
    #expect(reading.recognition.currency?.code == "EUR" && reading.total(.spend) == "12.75")
    #expect(reading.all.adPerformance.allSatisfy { $0.window == .undated })
    #expect(reading.recognition.notes.first?.contains("does not say which days") == true)
  }

  @Test func theNameTellsThePeriod() throws {
    let text = "Campaign name,Cost,Currency,Impressions,Clicks (destination)\nSpring,8.50,EUR,10,2\n"
    let reading = try Sample(text, name: "Campaign-Report-(2025-03-01 to 2025-03-14).csv").read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2025-03-01…2025-03-14"])
    #expect(reading.recognition.window?.description == "2025-03-01…2025-03-14" && reading.recognition.notes.isEmpty)
    let days = text.replacing("Cost", with: "By Day,Cost").replacing("8.50", with: "2025-03-02,8.50")
    let dated = try Sample(days, name: "Campaign-Report-(2025-03-01 to 2025-03-14).csv").read()
    #expect(dated.recognition.window?.description == "2025-03-02")
  }

  @Test func ageAndGenderAreABreakdown() throws {
    let reading = try Sample(
      "Campaign name,Age,Gender,Placement,By Day,Cost,Impressions,CTR (destination)\nA,18-24,Female,,2026-03-01,1.5,10,1.00%\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdown) == ["age+gender"])
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["18-24+Female"])
  }

  @Test func weeksAreWrittenOut() throws {
    let reading = try Sample(
      "Campaign name,By Week,Currency,Cost,Impressions,Clicks (destination)\n"
        + "A,2026-10-05 ~ 2026-10-11,EUR,10.50,2000,21\nA,2026-10-12 ~ 2026-10-18,EUR,9.50,1900,19\n"
    ).read()
    let windows = reading.all.adPerformance.map(\.window)
    #expect(windows.map(\.description) == ["2026-10-05…2026-10-11", "2026-10-12…2026-10-18"])
    #expect(windows.allSatisfy { $0.grain == .week })
    #expect(reading.recognition.window?.description == "2026-10-05…2026-10-18")
  }
}
