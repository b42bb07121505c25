import Ingestion
import Testing
import Vocabulary

struct PinterestAdsReportTests {
  /// The value of checkouts goes with the checkouts.
  @Test func conversionsThatTheValueIsOf() throws {
    let header = "Date,Campaign name,Spend in account currency,Impressions,Total conversions,Checkouts"
    let checkouts = try Sample("\(header),Checkout value in account currency\n2026-09-01,A,10.00,500,4,1,8.99\n").read()
    #expect(checkouts.total(.conversions) == "1")
    let all = try Sample("\(header),Total conversion value\n2026-09-01,A,10.00,500,4,1,8.99\n").read()
    #expect(all.total(.conversions) == "4")
  }

  @Test func outboundClicksLeadOff() throws {
    let reading = try Sample(
      """
      Date,Campaign ID,Campaign name,Ad group name,Spend in account currency,Impressions,Pin clicks,Outbound clicks,CTR,Total conversions
      2026-09-01,626744,Oak,A,10.00,5000,150,60,3.0%,4
      2026-09-01,626744,Oak,B,5.50,2500,70,30,2.8%,
      Total,,,,15.50,7500,220,90,,4
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.recognition.format == "PinterestAdsReport" && !reading.recognition.isVerified)
    #expect(reading.recognition.timeZone == "UTC")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.clicks) == [60, 30] && rows.map(\.allClicks) == [150, 70])
    #expect(rows.map(\.conversionsMicros) == [4_000_000, nil])
    #expect(reading.total(.spend) == "15.5" && reading.total(.impressions) == "7500")
    #expect(reading.all.skippedRows == [SkippedRow(line: 4, reason: .totals)])
    #expect(rows.allSatisfy { $0.platform == "Pinterest" && $0.currency?.code == "EUR" })
  }

  @Test func withoutOutboundClicksThereAreNone() throws {
    let reading = try Sample("Campaign name,Spend,Impressions,Pin clicks\nOak,10.00,5000,150\n").read()
    #expect(reading.recognition.format == "PinterestAdsReport")
    #expect(reading.total(.clicks) == nil && reading.all.adPerformance.first?.allClicks == 150)
  }

  /// A campaign that is called so has an id.
  @Test func aTotalWithTheRowsDayHasNoID() throws {
    let header = "Campaign name,Campaign ID,Date,Currency,Spend in account currency,Impressions\n"
    let reading = try Sample(header + "Pins,62,2026-10-01,USD,10.00,1000\nTotal,,2026-10-01,USD,10.00,1000\n").read()
    #expect(reading.total(.spend) == "10" && reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.all.controlTotals.first?.coversAllRows == true)
    let named = try Sample(header + "Pins,62,2026-10-01,USD,10.00,1000\nTotal,63,2026-10-01,USD,10.00,1000\n").read()
    #expect(named.total(.spend) == "20")
  }
}
