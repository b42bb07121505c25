import Testing

@testable import Ingestion

struct TotalsRowTests {
  @Test(arguments: [
    "Total", "TOTAL:", " Gesamtergebnis", "Grand Total", "Total (12)", "Total of 12 results", "Overall total - 5 ads",
    "Results from 7 campaigns", "Total général", "Totale complessivo", "Eindtotaal", "Suma total", "Total geral :",
    "Durchschnitt", "Mittelwert:", "Σ",
  ])
  func wordsForTotals(text: String) { #expect(TotalsRow.isTotal(text)) }

  @Test(arguments: [
    "", "Totally", "Total Wine | Search", "Sum 41", "Total (EU)", "Summer", "Subtotal of Sets", "Gesamtschule", "Media",
    "Average",
  ])
  func otherWords(text: String) { #expect(!TotalsRow.isTotal(text)) }

  /// Period tables, where nothing but the word tells the sum from a campaign: each format's own, with the sum of 30 and
  /// 12.5 that is none of a campaign.
  @Test(arguments: [
    (
      "MetaAdsReport",
      "Campaign name,Amount spent (EUR),Impressions,Link clicks,Reporting starts,Reporting ends\n"
        + "A,30,100,3,2026-03-01,2026-03-31\nB,12.5,50,1,2026-03-01,2026-03-31\nTotal,42.5,150,4,2026-03-01,2026-03-31\n"
    ),
    (
      "MicrosoftAdsReport",
      "Report Name: Campaigns\n\"Report Time: 3/1/2026,3/31/2026\"\n\nCampaign name,Impressions,Clicks,Spend\n"
        + "A,100,3,30\nB,50,1,12.5\nOverall total - 2 campaigns,150,4,42.5\n"
    ),
    (
      "LinkedInAdsReport",
      "Campaign Performance Report (in UTC)\n\"Report Start: March 1, 2026, 12:00 AM\"\n"
        + "\"Report End: March 31, 2026, 11:59 PM\"\n\nCampaign Name,Total Spent,Impressions,Clicks to Landing Page\n"
        + "A,30,100,3\nB,12.5,50,1\nGrand Total,42.5,150,4\n"
    ),
    (
      "TikTokAdsReport",
      "Campaign name,Cost,Impressions,Clicks (destination)\nA,30,100,3\nB,12.5,50,1\nTotal of 2 results,42.5,150,4\n"
    ),
  ])
  func aSumBelowCampaignsIsNoCampaign(format: String, text: String) throws {
    let reading = try Sample(text).read(ReadOptions(currency: .init("EUR")))
    #expect(reading.recognition.format == format)
    #expect(reading.all.adPerformance.map(\.campaign) == ["A", "B"])
    #expect(reading.total(.spend) == "42.5" && reading.total(.clicks) == "4")
    #expect(reading.all.skippedRows.count { $0.reason == .totals } == 1 && reading.summary.rowsRejected == 0)
    let total = reading.all.controlTotals.first { $0.metric == .spend }
    #expect(total?.valueMicros == 42_500_000 && total?.coversAllRows == true)
  }

  @Test func sumsOfSomeRowsCoverThese() throws {
    let period = ",2026-03-01,2026-03-31\n"
    let reading = try Sample(
      "Campaign name,Amount spent (EUR),Reporting starts,Reporting ends\nA,1\(period)B,2\(period)Subtotal:,3\(period)"
        + "C,4\(period)Subtotal,4\(period)Total,7\(period)"
    ).read()
    #expect(reading.total(.spend) == "7" && reading.all.adPerformance.map(\.campaign) == ["A", "B", "C"])
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [false, false, true])
  }

  /// A campaign of that name is one where more than the name tells it apart.
  @Test func aCampaignThatIsCalledTotal() throws {
    let reading = try Sample(
      "Campaign name,Day,Amount spent (EUR)\nTotal,2026-03-01,3\nTotal,2026-03-02,4\nB,2026-03-01,5\n"
    ).read()
    #expect(reading.total(.spend) == "12" && reading.all.skippedRows.isEmpty)
  }

  @Test(arguments: [
    "Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Stage\nA,10,EUR,Won\nB,5,EUR,Won\nTotal,15,EUR,\n",
    "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Stage\n1,A,10,EUR,Won\n2,B,5,EUR,Won\nSumme:,,15,EUR,\n",
  ])
  func aSumBelowDeals(text: String) throws {
    let reading = try Sample(text).read()
    #expect(reading.all.deals.map(\.name) == ["A", "B"] && reading.total(.dealAmount) == "15")
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
  }

  @Test func aSumBelowMailings() throws {
    let reading = try Sample(
      "Title,Subject,Send Date,Successful Deliveries,Unique Opens,Total Opens\n"
        + "A,Hi,2026-03-01,10,3,4\nB,Ho,2026-03-02,20,6,7\nTotal,,,30,9,11\n"
    ).read()
    #expect(reading.all.emailCampaigns.map(\.campaign) == ["A", "B"] && reading.total(.opens) == "11")
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
  }

  @Test func aSumBelowSubscriptions() throws {
    let reading = try Sample(
      "id,Customer ID,Plan,Interval,Amount,Currency,Status,Created (UTC)\n"
        + "sub_1,c1,gold,month,15,usd,active,2026-01-05\nsub_2,c2,gold,month,15,usd,active,2026-01-06\nTotal,,,,30,,,\n"
    ).read()
    #expect(reading.all.subscriptions.map(\.subscriptionID) == ["sub_1", "sub_2"])
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
  }
}
