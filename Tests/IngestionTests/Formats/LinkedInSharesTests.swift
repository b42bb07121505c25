import Ingestion
import Testing
import Vocabulary

struct LinkedInSharesTests {
  @Test func postsWithoutFigures() throws {
    let reading = try Sample(
      """
      Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility
      2026-03-14 10:02:11,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7438,"One ""quoted""
      text",,,MEMBER_NETWORK
      2026-03-15 10:02:11,https://example.org/1,Other,,,MEMBER_NETWORK
      """
    ).read()
    #expect(reading.recognition.format == "LinkedInShares" && !reading.recognition.isVerified)
    #expect(reading.all.socialPosts.map(\.postID) == ["urn:li:share:7438"])
    #expect(reading.all.socialPosts[0].title == "One \"quoted\" text")
    #expect(reading.all.rejectedRows.map(\.column) == ["ShareLink"])
    #expect(reading.all.socialMetrics.isEmpty && reading.total(.posts) == "1")
  }

  /// Its only record has five cells under six names.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func simulatedFile() throws {
    let reading = try Shared.reading("linkedin/linkedin_shares.csv")
    #expect(reading.summary.rowsRead == 1 && reading.summary.rowsRejected == 0)
    #expect(reading.all.socialPosts.map(\.postID) == ["urn:li:share:9"])
    #expect(reading.all.socialPosts.map { $0.publishedDay?.description } == ["2026-03-14"])
    #expect(reading.recognition.notes == ["the record in line 2 lacks its last cells: they are missing"])
  }
}
