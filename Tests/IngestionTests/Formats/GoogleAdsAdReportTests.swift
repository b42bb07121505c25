import Ingestion
import Testing
import Vocabulary

struct GoogleAdsAdReportTests {
  @Test(arguments: ["All but removed", "Filtered"])
  func adsAreCalledByTheirHeadlines(shown: String) throws {
    let reading = try Sample(
      """
      Ad report
      "October 1, 2026 - October 2, 2026"
      Ad status,Headline 1,Headline 2,Headline 3,Ad name,Campaign,Ad group,Ad type,Impr.,Currency code,Cost,Conversions
      Enabled,Oak chairs,Made here,Free returns, --,Brand,Exact,Responsive search ad,"1,000",EUR,10.50,1.50
      Enabled, --, --, --,Banner 7,Feeds,All,Image ad,400,EUR,2.00,0.00
      Total: \(shown) ads, --, --, --, --, --, --, --,"1,400",EUR,12.50,1.50
      Total: Account, --, --, --, --, --, --, --,"1,900",EUR,15.00,2.50

      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsAdReport")
    #expect(reading.all.adPerformance.map(\.ad) == ["Oak chairs | Made here | Free returns", "Banner 7"])
    #expect(reading.all.adPerformance.map(\.adGroup) == ["Exact", "All"])
    #expect(reading.total(.spend) == "12.5" && reading.total(.conversions) == "1.5")
    #expect(reading.summary.rowsRead == 4 && reading.summary.rowsSkipped == 2)
    let meanings = reading.recognition.columns.prefix(6).map(\.meaning)
    #expect(meanings == [nil, "headline", "headline", "headline", "ad", "campaign"])
    let covering = reading.all.controlTotals.filter { $0.metric == .spend && $0.coversAllRows }
    #expect(covering.map(\.valueMicros) == [12_500_000])
  }

  @Test func germanWithTabsAndAnIDWithoutATitle() throws {
    let reading = try Sample(
      "Anzeigenstatus\tAnzeigen-ID\tAnzeigentitel 1\tKampagne\tWährungscode\tKosten\tKlicks\nAktiv\t7001\tStühle\tMarke\tEUR\t1.204,50\t12\n"
    ).read()
    #expect(reading.recognition.format == "GoogleAdsAdReport")
    #expect(reading.all.adPerformance.first?.adID == "7001")
    #expect(reading.total(.spend) == "1204.5")
  }

  /// Figures by Python's csv module over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("google-ads/Ad_report-_22nd_Jan.csv")
    #expect(reading.recognition.format == "GoogleAdsAdReport" && reading.recognition.isVerified)
    #expect(reading.summary.rowsRead == 20 && reading.summary.rowsSkipped == 5 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.spend) == "117.06" && reading.total(.impressions) == "305")
    #expect(reading.total(.conversions) == "0" && reading.total(.clicks) == nil)
    #expect(reading.all.adPerformance.compactMap(\.interactions).reduce(0, +) == 17)
    #expect(reading.recognition.window?.description == "2026-01-20…2026-01-21")
    #expect(
      reading.all.adPerformance.first?.ad
        == "Exterior Surface Cleaning Pros | Restore Curb Appeal | Concrete Pressure Washing")
    let covering = reading.all.controlTotals.filter { $0.metric == .spend && $0.coversAllRows }
    #expect(covering.map(\.valueMicros) == [117_060_000])
  }
}
