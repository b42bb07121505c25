import Ingestion
import Testing
import Vocabulary

struct SubstackSubscribersTests {
  @Test func theNameCarriesThePublication() throws {
    let text = """
      email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at
      ann@example.org,true,2026-12-01T00:00:00.000Z,monthly,false,2026-01-02T10:00:00.000Z,
      bob@example.org,false,,other,true,2026-01-03T10:00:00.000Z,
      """
    let reading = try Sample(text, name: "email_list.weekly.csv").read()
    #expect(reading.recognition.format == "SubstackSubscribers")
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .unsubscribed])
    #expect(reading.all.listMemberships.map(\.list) == ["weekly", "weekly"])
    #expect(reading.all.listMemberships.map(\.tags) == ["monthly", "other"])
    #expect(reading.all.listMemberships.map(\.sinceDay?.description) == ["2026-01-02", nil])
    #expect(try Sample(text, name: "list.csv").read().all.listMemberships.map(\.list) == ["", ""])
  }
}
