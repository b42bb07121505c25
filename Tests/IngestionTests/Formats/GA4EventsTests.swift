import Ingestion
import Testing
import Vocabulary

struct GA4EventsTests {
  @Test func nestedJSON() throws {
    let reading = try Sample(
      """
      {"event_date":"20260131","event_timestamp":"1769900399123456","event_name":"purchase","event_params":[\
      {"key":"ga_session_id","value":{"int_value":"1769900000"}},\
      {"key":"page_location","value":{"string_value":"https://Shop.example/thanks?utm_source=mail&utm_medium=email"}},\
      {"key":"page_referrer","value":{"string_value":"https://www.pay.example/x"}},\
      {"key":"currency","value":{"string_value":"EUR"}}],"user_pseudo_id":"123.456","user_id":null,\
      "device":{"category":"Desktop"},"geo":{"country":"Germany"},"traffic_source":{"source":"first","medium":"touch"},\
      "ecommerce":{"transaction_id":"T-1","purchase_revenue":29.99,"purchase_revenue_in_usd":31.5},"items":[{"item_id":"a"}]}
      {"event_date":"20260201","event_timestamp":"1769900401000000","event_name":"page_view","event_params":[\
      {"key":"ga_session_id","value":{"int_value":"1769900000"}},\
      {"key":"page_location","value":{"string_value":"https://shop.example"}}],"user_pseudo_id":"123.456",\
      "collected_traffic_source":{"manual_source":"google","manual_medium":"cpc","gclid":"Cj0"},\
      "ecommerce":{"transaction_id":"(not set)","purchase_revenue":0}}
      """, name: "events.ndjson"
    ).read()
    #expect(reading.recognition.format == "GA4Events")
    #expect(reading.recognition.window?.description == "2026-01-31…2026-02-01")
    #expect(reading.recognition.account == "shop.example")
    let events = reading.all.webEvents
    #expect(events.map(\.day.description) == ["2026-01-31", "2026-02-01"])
    #expect(events.map(\.instantMicros) == [1_769_900_399_123_456, 1_769_900_401_000_000])
    #expect(events.map(\.sessionID) == ["123.456.1769900000", "123.456.1769900000"])
    #expect(events.map(\.page) == ["/thanks", "/"])
    #expect(events.map(\.source) == ["mail", "google"])
    #expect(events.map(\.medium) == ["email", "cpc"])
    #expect(events.map(\.clickID) == ["", "gclid"])
    #expect(events.map(\.valueMicros) == [29_990_000, nil])
    #expect(events.map(\.currency?.code) == ["EUR", nil])
    #expect(events.map(\.transactionID) == ["T-1", ""])
    #expect([events[0].referrer, events[0].country, events[0].device] == ["www.pay.example", "Germany", "desktop"])
    #expect(events[0].userID == "")
  }

  @Test func damagedRowsAreNamed() throws {
    let reading = try Sample(
      """
      event_date,event_timestamp,event_name,user_pseudo_id
      20260131,1769900399123456,click,1.2
      20260131,1.7699E+15,click,1.2
      20260131,1769900399123456,click,1.20253E+17
      2026-13-01,1769900399123456,click,1.2
      20260131,1769900399123456,,1.2
      """
    ).read()
    #expect(reading.all.webEvents.count == 1)
    #expect(
      reading.all.rejectedRows.map(\.column) == ["event_timestamp", "user_pseudo_id", "event_date", "event_name"])
    #expect(reading.all.webEvents[0].sessionID == "")
  }

  /// Figures by Python's csv and datetime over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func theRealTable() throws {
    let reading = try Shared.reading("ga4-bigquery/event_data.csv")
    #expect(reading.recognition.format == "GA4Events")
    #expect(reading.summary.rowsRead == 6)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.total(.events) == "6")
    let events = reading.all.webEvents
    #expect(events.map(\.name) == ["purchase", "add_to_cart", "scroll", "view_item", "checkout", "begin_checkout"])
    #expect(events.allSatisfy { $0.day == Day(iso: "2024-09-10") })
    #expect(
      events.map { ($0.instantMicros ?? 0) / 1_000_000 }
        == [1_725_971_700, 1_725_972_000, 1_725_972_300, 1_725_973_500, 1_725_974_100, 1_725_972_120])
    #expect(
      events.map(\.sessionID) == [
        "pseudo_123.session_123", "pseudo_456.session_456", "pseudo_789.session_789", "pseudo_123.session_124",
        "pseudo_124.session_125", "pseudo_456.session_456",
      ])
    #expect(events.map(\.source) == ["", "source1", "source2", "source1", "", "source1"])
    #expect(events.map(\.medium) == ["organic", "paid_search", "social", "organic", "email", "paid_search"])
    #expect(events.map(\.clickID) == ["gclid", "", "gclid", "gclid", "gclid", ""])
    #expect(events.map(\.valueMicros) == [29_990_000, nil, nil, nil, 49_990_000, nil])
    #expect(events.map(\.transactionID) == ["txn_123", "", "", "", "txn_124", ""])
    #expect(events.map(\.property) == ["hostname", "hostname", "hostname2", "hostname", "hostname", "hostname"])
    #expect(events[0].currency?.code == "USD")
  }
}
