import Ingestion
import Testing
import Vocabulary

struct LinkedInPageReportTests {
  private static let metrics = WorkbookSample.sheet(
    WorkbookSample.row(1, ["Aggregated organic and sponsored engagement metrics for your posts over time"])
      + WorkbookSample.row(
        2,
        [
          "Date", "Impressions (organic)", "Impressions (sponsored)", "Impressions (total)",
          "Unique impressions (organic)", "Clicks (organic)", "Clicks (sponsored)", "Reactions (organic)",
          "Comments (organic)", "Reposts (organic)", "Engagement rate (organic)",
        ])
      + WorkbookSample.row(3, ["03/31/2026", "100", "900", "1000", "80", "7", "20", "5", "1", "2", "0.15"])
      + WorkbookSample.row(4, ["04/01/2026", "50", "0", "50", "40", "2", "0", "1", "0", "0", "6%"]))

  private static let posts = WorkbookSample.sheet(
    WorkbookSample.row(1, ["Engagement metrics for each of your posts"])
      + WorkbookSample.row(
        2,
        ["Post title", "Post link", "Post type", "Created date", "Impressions", "Clicks", "Likes", "Engagement rate"])
      + WorkbookSample.row(
        3,
        [
          "Hello", "https://www.linkedin.com/feed/update/urn:li:activity:7001", "Organic", "03/30/2026", "90", "5", "4",
          "0.1",
        ])
      + WorkbookSample.row(
        4,
        [
          "Paid", "https://www.linkedin.com/feed/update/urn:li:activity:7002", "Sponsored", "03/30/2026", "900", "20",
          "4", "0.1",
        ]))

  @Test func bothSheetsOfTheContent() throws {
    let book = WorkbookSample(sheets: [
      ("Metrics", "visible", Self.metrics), ("Notes", "visible", WorkbookSample.sheet(WorkbookSample.row(1, ["x"]))),
      ("All posts", "visible", Self.posts),
    ])
    let reading = try book.sample().read()
    #expect(reading.recognition.format == "LinkedInPageReport" && !reading.recognition.isVerified)
    #expect(reading.recognition.dialect == "sheet \"Metrics\", sheet \"All posts\"")
    #expect(reading.summary.rowsRead == 4 && reading.summary.rowsRejected == 0)
    // A file's sum takes the first sheet that has the figure: the posts' impressions are the page's again.
    #expect(reading.total(.impressions) == "150" && reading.total(.clicks) == "9" && reading.total(.posts) == "1")
    let days = reading.all.socialMetrics.filter { $0.postID.isEmpty }
    #expect(days.count == 14 && Set(days.map(\.origin.section)) == [1])
    #expect(Set(days.map(\.window.description)) == ["2026-03-31", "2026-04-01"])
    #expect(days.filter { $0.measureName == "Engagement rate (organic)" }.map(\.valueMicros) == [150_000, 60_000])
    // What was paid for is left to the ads, and said.
    #expect(reading.all.skippedRows == [SkippedRow(line: 4, reason: .otherKind)] && reading.summary.rowsSkipped == 1)
    #expect(reading.all.socialPosts.map(\.postID) == ["urn:li:activity:7001"])
    #expect(reading.all.socialPosts.map(\.kind) == ["Organic"])
    let ofPosts = reading.all.socialMetrics.filter { !$0.postID.isEmpty }
    #expect(Set(ofPosts.map(\.postID)) == ["urn:li:activity:7001"] && ofPosts.count == 4)
    #expect(Set(ofPosts.map(\.origin.section)) == [3])
  }

  @Test func followersByDayAndPlace() throws {
    let book = WorkbookSample(sheets: [
      (
        "New followers", "visible",
        WorkbookSample.sheet(
          WorkbookSample.row(1, ["Date", "Sponsored followers", "Organic followers", "Total followers"])
            + WorkbookSample.row(2, ["12/31/2025", "1", "4", "5"]))
      ),
      (
        "Location", "visible",
        WorkbookSample.sheet(
          WorkbookSample.row(1, ["Location", "Total followers"])
            + WorkbookSample.row(2, ["Greater Hamburg Area", "310"]))
      ),
    ])
    let reading = try book.sample().read()
    #expect(reading.all.socialMetrics.map(\.measure) == [.newFollowers, .other, .followers])
    #expect(reading.all.socialMetrics.map(\.valueMicros) == [5_000_000, 4_000_000, 310_000_000])
    #expect(reading.all.socialMetrics[2].dimension == "location")
    #expect(reading.all.socialMetrics[2].dimensionValue == "Greater Hamburg Area")
    #expect(reading.summary.totals == [:])
  }

  /// Sheets of the same columns are one table.
  @Test func sheetsOfOtherReports() throws {
    let table = WorkbookSample.row(1, ["Date", "Video views", "Profile views"])
    let book = WorkbookSample(sheets: [
      ("A", "visible", WorkbookSample.sheet(table + WorkbookSample.row(2, ["2026-01-01", "3", "1"]))),
      ("B", "visible", WorkbookSample.sheet(table + WorkbookSample.row(2, ["2026-01-02", "5", "1"]))),
    ])
    let reading = try book.sample().read()
    #expect(reading.total(.views) == "8")
    #expect(reading.all.socialMetrics.map(\.origin) == [1, 1, 2, 2].map { .init(line: 2, section: $0) })
  }

  @Test(arguments: ["4/1/2026", "4/13/2026"])
  func datesThatReadBothWays(day: String) throws {
    let reading = try Sample("Date,Impressions (organic),Clicks (organic)\n\(day),100,7\n").read()
    #expect(reading.recognition.format == "LinkedInPageReport")
    let isNoted = reading.recognition.notes.contains { $0.contains("month first, as the platform writes them") }
    #expect(isNoted == (day == "4/1/2026"))
  }
}
