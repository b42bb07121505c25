import Ingestion
import Testing
import Vocabulary

struct FathomTableTests {
  @Test func theDashboardsArchive() throws {
    let bytes = StoredZip.bytes([
      (
        "Summary.csv",
        "Metric,Value\nPeople,1204\nPageviews,2300\n\"Avg Time on Site (seconds)\",119\n\"Bounce Rate (%)\",40\n,\n"
          + "\"Export Date Range\",\"2026-09-02 00:00:00 to 2026-09-08 16:02:04 (UTC)\"\n\"Filters Applied\",0\n"
      ),
      (
        "Pages.csv",
        "Page,Visitors,Pageviews,\"Bounce Rate (%)\",\"Avg Time (seconds)\"\n/,900,1800,40,119\n/a,400,500,,30\n"
      ),
      ("Device_Types.csv", "\"Device Type\",Visitors\nDesktop,800\nPhone,404\n"),
      ("Cities.csv", "City,Region,Country,Visitors\nDallas,Texas,\"United States\",2\n"),
      (
        "Events.csv",
        "\"Event Name\",\"Unique Completions\",Completions,\"Conversion Rate (%)\",Value\nSignup,3,4,0.33,12\n"
      ),
    ])
    let sample = try Sample(bytes, name: "Dashboard_Export_2026-09-08.zip")
    let readings = try ExportOpener.open(path: sample.path, options: ReadOptions()).map { try Reading($0) }
    #expect(readings.map(\.recognition.format) == ["FathomSummary"] + Array(repeating: "FathomTable", count: 4))
    #expect(readings.allSatisfy { $0.summary.rowsRejected == 0 && !$0.recognition.isVerified })
    let summary = readings[0]
    #expect(summary.recognition.window?.description == "2026-09-02…2026-09-08")
    #expect(summary.recognition.timeZone == "UTC" && summary.total(.views) == "2300")
    #expect(summary.all.webTraffic.map(\.metric) == [.users, .views, .other, .other])
    #expect(summary.all.webTraffic.map(\.valueMicros) == [1_204_000_000, 2_300_000_000, 119_000_000, 400_000])
    #expect(summary.all.skippedRows.map(\.reason) == [.blank, .settings, .settings])
    let pages = readings[1]
    #expect(pages.all.webTraffic.prefix(4).map(\.valueMicros) == [900_000_000, 1_800_000_000, 400_000, 119_000_000])
    #expect(pages.all.webTraffic.count == 7 && pages.total(.views) == "2300")
    #expect(pages.all.webTraffic.allSatisfy { $0.window.isUndated && $0.dimension == "page" })
    #expect(readings[2].all.webTraffic.map(\.dimensionValue) == ["Desktop", "Phone"])
    #expect(readings[3].all.webTraffic.map(\.dimensionValue) == ["Dallas + Texas + United States"])
    #expect(readings[4].total(.conversions) == "4")
    #expect(readings[4].all.webTraffic.map(\.valueMicros) == [3_000_000, 4_000_000, 3_300, 12_000_000])
  }

  /// Two columns that anybody may have.
  @Test func withoutFathomsNameTwoColumnsAreNotEnough() throws {
    let text = "Country,Visitors\nFrance,5\n"
    #expect(try Sample(text, name: "Countries.csv").read().recognition.format == "FathomTable")
    #expect("\(try #require(try Sample(text, name: "export.csv").failure()))".contains("say nothing of the tool"))
  }
}
