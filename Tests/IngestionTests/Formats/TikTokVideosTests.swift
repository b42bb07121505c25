import Ingestion
import Testing
import Vocabulary

struct TikTokVideosTests {
  @Test func theIdentifierStandsInTheLink() throws {
    let reading = try Sample(
      """
      Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views
      2026-01-31,A,https://www.tiktok.com/@north.shop/video/7567452112981069079?lang=en,2026/01/30 18:19:10,4,--,1,"1,250"
      2026-01-31,B,https://www.tiktok.com/@north.shop/photo/7567452112981069080,2026/01/31 18:19:10,4,2,1,10
      2026-01-31,C,https://www.tiktok.com/@north.shop,2026/01/31 18:19:10,4,2,1,10
      """
    ).read()
    #expect(reading.recognition.format == "TikTokVideos" && reading.recognition.account == "north.shop")
    #expect(reading.all.socialPosts.map(\.postID) == ["7567452112981069079", "7567452112981069080"])
    #expect(reading.all.rejectedRows.map(\.line) == [4])
    #expect(reading.total(.views) == "1260" && reading.social(.comments) == "2" && reading.social(.likes) == "8")
    #expect(
      reading.all.socialPosts[0].publishedDay?.description == "2026-01-30" && reading.all.socialPosts[0].instant == nil)
  }

  /// 7567452112981069079 >> 32 is 1761934746, which is 2025-10-31 18:19:06 in Greenwich; 7476809635882598400 is of
  /// 2025-03-01, and was kept back until April.
  @Test func theIdentifierTellsTheYear() throws {
    let reading = try Sample(
      """
      Video title,Video link,Post time,Total views
      A,https://www.tiktok.com/@s/video/7567452112981069079,November 1,4
      B,https://www.tiktok.com/@s/video/7476809635882598400,April 3,5
      C,https://www.tiktok.com/@s/video/12,March 3,6
      """
    ).read()
    #expect(reading.all.socialPosts.map(\.publishedDay?.description) == ["2025-11-01", "2025-04-03"])
    #expect(reading.recognition.window?.description == "2025-04-03…2025-11-01")
    #expect(reading.all.rejectedRows.map(\.line) == [4] && reading.total(.views) == "9")
  }

  /// Figures by Python's csv over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("tiktok-organic/TIKTOK_VIDEO_RAW.csv")
    #expect(reading.summary.rowsRead == 51 && reading.summary.rowsSkipped == 0 && reading.summary.rowsRejected == 0)
    #expect(Set(reading.all.socialPosts.map(\.postID)).count == 51 && reading.total(.posts) == "51")
    #expect(reading.total(.views) == "538938" && reading.social(.likes) == "7481")
    #expect(reading.social(.comments) == "135" && reading.social(.shares) == "1985" && reading.social(.saves) == "570")
    #expect(reading.recognition.account == "vintagerest.bg")
    #expect(reading.all.socialMetrics.allSatisfy { $0.window.isUndated && !$0.postID.isEmpty })
  }
}
