import Ingestion
import Testing
import Vocabulary

struct PlausibleYearsTests {
  @Test func aDayFiveHundredYearsAheadIsRefusedAndNoPartOfTheWindow() throws {
    let reading = try Sample(
      "Date,Clicks,Impressions,CTR,Position\n2026-03-01,2,16,12.5%,4\n2526-03-02,1,9,11%,5\n1926-03-03,1,9,11%,5\n"
    ).read()
    #expect(reading.total(.clicks) == "2" && reading.recognition.window?.description == "2026-03-01")
    #expect(reading.all.rejectedRows.map(\.found) == ["a day in the year 2526", "a day in the year 1926"])
    #expect(reading.all.rejectedRows.allSatisfy { $0.column == "Date" && $0.expected.contains("from 1990 to 2099") })
  }

  @Test func theBoundsThemselvesAreRead() throws {
    let reading = try Sample(
      "Date,Clicks,Impressions,CTR,Position\n1990-01-01,2,16,12.5%,4\n2099-12-31,1,9,11%,5\n"
    ).read()
    #expect(reading.total(.clicks) == "3" && reading.all.rejectedRows.isEmpty)
  }

  /// "Never" is no slip of the keyboard, and a contact may be older than the web.
  @Test(arguments: [("9999-12-31", true), ("2999-12-31", true), ("1970-01-01", true), ("2526-01-01", false)])
  func daysBesideTheFact(day: String, isRead: Bool) throws {
    let reading = try Sample(
      "Deal - ID,Deal - Title,Deal - Value,Deal - Status,Deal - Expected close date\n1,Oak,1200,Open,\(day)\n"
    ).read()
    #expect(reading.all.deals.map { $0.closeDay?.description } == (isRead ? [day] : []))
    #expect(reading.all.rejectedRows.count == (isRead ? 0 : 1))
  }

  @Test func eventsOfGoogleAnalyticsToo() throws {
    let reading = try Sample(
      "event_date,event_name,user_pseudo_id\n20260301,page_view,a\n25260301,page_view,a\n"
    ).read()
    #expect(reading.all.webEvents.count == 1 && reading.all.rejectedRows.map(\.column) == ["event_date"])
    #expect(reading.recognition.window?.description == "2026-03-01")
  }
}
