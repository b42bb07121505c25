import Ingestion
import Testing
import Vocabulary

struct KlaviyoEventTableTests {
  @Test func events() throws {
    let reading = try Sample(
      """
      id,person_id,campaign_id,datetime,metric_id,type,property_campaign_name,property_url,_fivetran_deleted
      1,P1,C1,2026-01-02 10:00:00.000,M1,Clicked Email,Spring,https://a.example/x?email=ann@example.org,FALSE
      2,P1,,2026-01-02 10:00:00.000,M2,Placed Order,,,FALSE
      3,P1,C1,2026-01-02 10:00:00.000,M3,Opened Email,,,TRUE
      """
    ).read()
    #expect(reading.recognition.format == "KlaviyoEventTable")
    #expect(reading.all.emailEvents.map(\.link) == ["https://a.example/x"])
    #expect(reading.all.emailEvents.map(\.campaign) == ["Spring"] && reading.total(.clicks) == "1")
    #expect(reading.all.skippedRows.map(\.reason) == [.otherKind, .deleted])
  }

  /// Figures by Python's csv module over the same file. The time stamp in the first event's uuid (version 1) is
  /// 2020-04-05T20:02:45Z, 1586116965: the table's times are in UTC.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("klaviyo-api/klaviyo_event.csv")
    #expect(reading.summary.rowsRead == 4 && reading.summary.rowsSkipped == 1 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.emails) == "3" && reading.total(.events) == "3")
    #expect(reading.all.emailEvents.map(\.campaignID) == ["ZZ7re", "LyZ7re", ""])
    #expect(reading.all.emailEvents.map(\.campaign) == Array(repeating: "Instagram Live", count: 3))
    #expect(reading.all.emailEvents.map(\.contactID) == ["MCX88q", "MCX88q", "LRqEsZ"])
    #expect(reading.all.emailEvents.first?.instant == 1_586_116_965)
  }
}
