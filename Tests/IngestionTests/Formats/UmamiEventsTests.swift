import Ingestion
import Testing
import Vocabulary

struct UmamiEventsTests {
  private let header =
    "website_id,session_id,visit_id,event_id,hostname,browser,device,country,url_path,utm_source,utm_medium,utm_campaign,"
    + "referrer_domain,gclid,fbclid,event_type,event_name,distinct_id,created_at\n"

  @Test func pagesAndEvents() throws {
    let reading = try Sample(
      header + "w1,s1,v1,e1,Example.com,chrome,desktop,FI,/,news,email,spring,example.com,,,1,,,2026-09-21 10:00:00\n"
        + "w1,s1,v1,e2,example.com,chrome,desktop,FI,/cart,,,,,,abc,2,signup,u7,2026-09-21 23:59:30.500\n",
      name: "website_event.csv"
    ).read()
    #expect(reading.recognition.format == "UmamiEvents" && !reading.recognition.isVerified)
    #expect(reading.recognition.timeZone == "UTC" && reading.recognition.account == "example.com")
    let events = reading.all.webEvents
    #expect(events.map(\.name) == ["page_view", "signup"] && events.map(\.page) == ["/", "/cart"])
    #expect(events.map(\.visitorID) == ["s1", "s1"] && events.map(\.sessionID) == ["v1", "v1"])
    #expect(events.map(\.source) == ["news", ""] && events.map(\.referrer) == ["", ""])
    #expect(events.map(\.clickID) == ["", "fbclid"] && events.map(\.userID) == ["", "u7"])
    // 2026-09-21T10:00:00Z, by Python's datetime.
    #expect(events.first?.instantMicros == 1_789_984_800_000_000)
    #expect(events.allSatisfy { $0.day.description == "2026-09-21" && $0.property == "example.com" })
    #expect(reading.total(.events) == "2" && reading.summary.rowsRejected == 0)
  }

  @Test func aColumnMoreOrLessInAnotherOrder() throws {
    let reading = try Sample(
      "created_at,url_path,remark,event_type,session_id,website_id\n2026-09-21 10:00:00,/a,x,1,s1,w1\n"
    ).read()
    #expect(reading.recognition.format == "UmamiEvents")
    #expect(reading.all.webEvents.map(\.property) == ["w1"] && reading.all.webEvents.map(\.page) == ["/a"])
  }

  @Test func aRowWithoutItsMomentIsRefused() throws {
    let reading = try Sample(
      "created_at,url_path,event_type,session_id,website_id\n,/a,1,s1,w1\n2026-09-21,/a,1,s1,w1\n"
    ).read()
    #expect(reading.all.rejectedRows.map(\.column) == ["created_at"] && reading.all.webEvents.count == 1)
  }
}
