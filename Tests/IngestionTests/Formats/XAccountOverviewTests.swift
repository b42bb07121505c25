import Ingestion
import Testing
import Vocabulary

struct XAccountOverviewTests {
  @Test func postsWithoutTheirIdsAreNoDaysOfTheAccount() throws {
    let sample = try Sample(
      "Date,Post text,Link,Impressions,Engagements,New follows\n\"Mon, Feb 17, 2025\",Hello,https://x/1,10,2,0\n")
    #expect(sample.failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  @Test func theNewestDayStandsFirst() throws {
    let reading = try Sample(
      """
      Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views
      "Tue, Feb 18, 2025",62,0,3,0,4,1,0,0,7,1,2,9,0
      "Mon, Feb 17, 2025",426,18,49,1,0,2,1,1,2,4,2,0,0
      """
    ).read()
    #expect(reading.recognition.format == "XAccountOverview")
    #expect(reading.recognition.window?.description == "2025-02-17…2025-02-18")
    #expect(reading.all.socialMetrics.first?.window.description == "2025-02-18")
    // A repost is the share that others count; X's own word stays beside it.
    #expect(reading.social(.shares) == "9" && reading.social(.other, "Shares") == "4")
    #expect(reading.social(.posts) == "4" && reading.total(.views) == nil && reading.total(.posts) == nil)
  }

  /// Figures by Python's csv over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("x-analytics/account_overview_analytics.csv")
    #expect(reading.summary.rowsRead == 50 && reading.summary.rowsSkipped == 0 && reading.summary.rowsRejected == 0)
    #expect(reading.recognition.window?.description == "2024-12-31…2025-02-18" && reading.recognition.notes.isEmpty)
    let sums: [SocialMeasure: String] = [
      .impressions: "9699", .likes: "366", .engagements: "1051", .saves: "2", .newFollowers: "139",
      .lostFollowers: "4", .comments: "95", .shares: "63", .profileVisits: "123", .posts: "77",
    ]
    for (measure, sum) in sums { #expect(reading.social(measure) == sum, "\(measure)") }
    #expect(reading.total(.impressions) == "9699")
  }
}
