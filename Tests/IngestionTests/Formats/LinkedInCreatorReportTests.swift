import Ingestion
import Testing
import Vocabulary

struct LinkedInCreatorReportTests {
  private static func sheet(_ rows: [(Int, [String])]) -> String {
    WorkbookSample.sheet(rows.map { WorkbookSample.row($0.0, $0.1) }.joined())
  }

  private static let one = "https://www.linkedin.com/feed/update/urn:li:activity:1"
  private static let two = "https://www.linkedin.com/feed/update/urn:li:activity:2"

  private static let book = WorkbookSample(sheets: [
    (
      "DISCOVERY", "visible",
      sheet([
        (1, ["Overall Performance", "1/1/2026 - 1/31/2026"]), (2, ["Impressions", "1,250"]),
        (3, ["Members reached", "800"]),
      ])
    ),
    (
      "ENGAGEMENT", "visible",
      sheet([
        (1, ["Date", "Impressions", "Engagements"]), (2, ["1/1/2026", "1000", "12"]), (3, ["1/31/2026", "250", "3"]),
      ])
    ),
    (
      "TOP POSTS", "visible",
      sheet([
        (1, ["Maximum of 50 posts available to include in this list"]),
        (
          3,
          [
            "Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date", "Impressions",
          ]
        ),
        (4, [one, "1/5/2026", "9", "", two, "12/31/2025", "700"]),
        (5, [two, "12/31/2025", "4", "", one, "1/5/2026", "300"]),
        (6, ["", "", "", "", "https://www.linkedin.com/feed/update/urn:li:activity:3", "1/6/2026", "20"]),
      ])
    ),
    (
      "FOLLOWERS", "visible",
      sheet([
        (1, ["Total followers on 1/31/2026:", "5000"]), (3, ["Date", "New followers"]), (4, ["1/1/2026", "6"]),
      ])
    ),
    (
      "DEMOGRAPHICS", "visible",
      sheet([
        (1, ["Top Demographics", "Value", "Percentage"]), (2, ["Job titles", "Founder", "12%"]),
        (3, ["Job titles", "Owner", "&lt; 1%"]),
      ])
    ),
  ])

  @Test func fiveSheets() throws {
    let reading = try Self.book.sample("Content_2026-01-01_2026-01-31_A Member.xlsx").read()
    #expect(reading.recognition.format == "LinkedInCreatorReport" && !reading.recognition.isVerified)
    #expect(reading.recognition.window?.description == "2026-01-01…2026-01-31")
    #expect(reading.summary.rowsRejected == 0 && reading.all.skippedRows.map(\.reason) == [.noData])
    func sheet(_ number: Int) -> [SocialMetric] { reading.all.socialMetrics.filter { $0.origin.section == number } }
    #expect(sheet(1).map(\.measure) == [.impressions, .reach])
    #expect(sheet(1).map(\.valueMicros) == [1_250_000_000, 800_000_000])
    #expect(sheet(1).allSatisfy { $0.window.dayCount == 31 })
    #expect(sheet(2).map(\.window.description) == ["2026-01-01", "2026-01-01", "2026-01-31", "2026-01-31"])
    #expect(sheet(4).map(\.valueMicros) == [6_000_000])
    #expect(sheet(5).map(\.valueMicros) == [120_000] && sheet(5)[0].dimension == "job titles")
    // Once per sheet that has them, and the file's sum takes the first.
    #expect(reading.total(.impressions) == "1250")
    #expect(reading.recognition.notes.contains { $0.hasPrefix("ENGAGEMENT: 29 of the 31 days") })
  }

  @Test func twoTablesSideBySide() throws {
    let reading = try Self.book.sample("Content_2026-01-01_2026-01-31_A Member.xlsx").read()
    let posts = reading.all.socialPosts
    #expect(posts.map(\.postID) == ["urn:li:activity:1", "urn:li:activity:2", "urn:li:activity:3"])
    #expect(posts.map { $0.publishedDay?.description } == ["2026-01-05", "2025-12-31", "2026-01-06"])
    let top = reading.all.socialMetrics.filter { $0.origin.section == 3 }
    #expect(top.map(\.postID).map { $0.suffix(1) } == ["1", "2", "2", "1", "3"])
    #expect(top.map(\.measure) == [.engagements, .impressions, .engagements, .impressions, .impressions])
    #expect(top.map { $0.valueMicros / Micros.perUnit } == [9, 700, 4, 300, 20])
    #expect(reading.total(.posts) == "3")
  }
}
