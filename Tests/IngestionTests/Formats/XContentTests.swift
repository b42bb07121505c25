import Ingestion
import Testing
import Vocabulary

struct XContentTests {
  /// As exported until 2023; two identifiers went through a spreadsheet.
  private let old = """
    "Tweet id","Tweet permalink","Tweet text","time","impressions","engagements","engagement rate","retweets","replies","likes","user profile clicks","url clicks","hashtag clicks","detail expands","permalink clicks","follows","promoted impressions","promoted engagements"
    "649000000000000123","https://twitter.com/north/status/649000000000000123","First","2015-09-30 08:05 +0000","1000.0","50.0","0.05","4.0","1.0","20.0","3.0","7.0","0.0","12.0","0.0","0.0","-","-"
    6.49E+17,https://twitter.com/north/status/649000000000000456,Second,2015-10-01 08:05 +0000,200.0,5.0,0.025,1.0,0.0,2.0,0.0,1.0,0.0,1.0,0.0,0.0,900.0,9.0
    649000000000001000,https://twitter.com/north/status/649000000000000789,Third,2015-10-02 08:05 +0000,10.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,-,-
    6.49E+17,,Lost,2015-10-02 08:05 +0000,10.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,-,-

    """

  @Test func theOldExportAndItsRoundedIdentifiers() throws {
    let reading = try Sample(old).read()
    #expect(reading.recognition.format == "XContent")
    let posts = reading.all.socialPosts
    #expect(posts.map(\.postID) == ["649000000000000123", "649000000000000456", "649000000000000789"])
    #expect(
      reading.recognition.notes == ["2 identifiers were rounded by a spreadsheet and are taken from the permalink"])
    #expect(reading.all.rejectedRows.map(\.line) == [5] && reading.all.rejectedRows[0].found.contains("rounded"))
    // 2015-09-30T08:05:00Z by `date -u`.
    #expect(posts[0].instant == 1_443_600_300 && posts[0].profile == "north")
    #expect(reading.total(.impressions) == "1210" && reading.total(.clicks) == "8")
    #expect(reading.social(.shares) == "5" && reading.social(.profileVisits) == "3")
    #expect(reading.social(.other, "engagement rate") == "0.075")
    #expect(reading.recognition.columns.first { $0.header == "promoted impressions" }?.meaning == nil)
  }

  /// Figures by Python's csv over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("x-analytics/account_analytics_content_2024-11-21_2025-02-19.csv")
    #expect(reading.summary.rowsRead == 141 && reading.summary.rowsSkipped == 0 && reading.summary.rowsRejected == 0)
    #expect(reading.recognition.window?.description == "2024-12-31…2025-02-17")
    #expect(reading.recognition.account == "Wormhole_BR" && reading.recognition.notes.isEmpty)
    #expect(Set(reading.all.socialPosts.map(\.postID)).count == 141)
    #expect(reading.all.socialPosts.first?.postID == "1891564128784855141")
    let sums: [SocialMeasure: String] = [
      .impressions: "9325", .likes: "354", .engagements: "911", .saves: "2", .newFollowers: "18", .comments: "80",
      .shares: "63", .profileVisits: "120", .clicks: "18",
    ]
    for (measure, sum) in sums { #expect(reading.social(measure) == sum, "\(measure)") }
    #expect(reading.social(.other, "Share") == "7" && reading.social(.other, "Detail expands") == "235")
  }
}
