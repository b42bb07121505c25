import Ingestion
import Testing
import Vocabulary

struct TikTokOverviewTests {
  @Test func theFollowers() throws {
    let reading = try Sample(
      "Date,New followers,Total followers,Engaged audience\n2026/01/30,4,120,--\n2026/01/31,NAN,--,-\n2026/02/02,1,121,5\n"
    ).read()
    #expect(reading.recognition.format == "TikTokOverview")
    #expect(reading.all.socialMetrics.map(\.measure) == [.newFollowers, .followers, .newFollowers, .followers, .other])
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
    #expect(reading.recognition.window?.description == "2026-01-30…2026-02-02")
    #expect(reading.recognition.notes == ["1 of the 4 days from 2026-01-30 to 2026-02-02 is absent and stays unknown"])
    #expect(reading.summary.totals == [:])
  }

  @Test func aDayWithoutItsYearIsRefused() throws {
    let reading = try Sample("Date,Video Views,Profile Views\nDecember 31,4,120\n2026-01-01,5,1\n").read()
    #expect(reading.all.rejectedRows.map(\.line) == [2] && reading.total(.views) == "5")
  }

  /// Figures by Python's csv over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("tiktok-organic/TIKTOK_RAW.csv")
    #expect(reading.summary.rowsRead == 62 && reading.summary.rowsSkipped == 0 && reading.summary.rowsRejected == 0)
    #expect(reading.recognition.window?.description == "2025-10-31…2025-12-31" && reading.recognition.notes.isEmpty)
    #expect(reading.total(.views) == "521491" && reading.social(.reach) == "505414")
    #expect(reading.all.socialMetrics.count { $0.measure == .reach } == 61)
    #expect(reading.social(.profileVisits) == "2661" && reading.social(.likes) == "7178")
    #expect(reading.social(.shares) == "1926" && reading.social(.comments) == "665")
    #expect(reading.social(.netFollowers) == "402" && reading.social(.newFollowers) == "409")
    #expect(reading.social(.lostFollowers) == "7" && reading.social(.other, "Phone number clicks") == "0")
  }
}
