import Ingestion
import Testing
import Vocabulary

struct HubSpotEmailEventTableTests {
  @Test func events() throws {
    let reading = try Sample(
      """
      id,created,email_campaign_id,type,filtered_event,recipient
      e1,2026-03-16 19:03:20.357,2,DELIVERED,false,ann@example.org
      e2,2026-03-16 19:04:20.357,2,CLICK,false,o2wjpPyUfzBfq9OSt9I2NQ==
      e3,2026-03-16 19:04:20.357,2,OPEN,true,ann@example.org
      e4,2026-03-16 19:04:20.357,2,STATUSCHANGE,false,ann@example.org
      e5,2026-03-16 19:04:20.357,2,OPEN,false,ann at example
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotEmailEventTable")
    #expect(reading.all.emailEvents.map(\.kind) == [.delivered, .click, .other])
    #expect(reading.all.emailEvents.map(\.email?.normalized) == ["ann@example.org", nil, "ann@example.org"])
    #expect(reading.all.emailEvents[1].contactID == "o2wjpPyUfzBfq9OSt9I2NQ==")
    #expect(reading.all.skippedRows.map(\.reason) == [.filtered])
    #expect(reading.summary.problems.map(\.found) == ["text that is no e-mail address"])
    #expect(reading.total(.events) == "3" && reading.total(.emails) == "1")
    #expect(reading.total(.clicks) == "1" && reading.total(.opens) == "0")
  }

  /// Figures by Python's csv module over the same file; 2020-03-16T19:03:20Z is 1584385400.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("hubspot-api/email_event_data.csv")
    #expect(reading.summary.rowsRead == 100 && reading.summary.rowsSkipped == 3 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.events) == "97" && reading.total(.opens) == "90" && reading.total(.emails) == "3")
    let events = reading.all.emailEvents
    #expect(events.count { $0.kind == .sent } == 4 && events.count { $0.campaignID == "86863875" } == 84)
    #expect(Set(events.map(\.contactID)).count == 19 && events.allSatisfy { $0.email == nil })
    #expect(events.first?.instant == 1_584_385_400)
    #expect(reading.recognition.window?.description == "2020-03-16…2020-05-24")
  }
}
