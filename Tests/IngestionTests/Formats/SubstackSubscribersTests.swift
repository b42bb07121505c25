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

  @Test func thePagesTableListsThoseWhoGetMail() throws {
    let reading = try Sample(
      """
      Email,Name,Stripe plan,Cancel date,Start date,Paid upgrade date,Activity,Type,Subscription source (free)
      ann@example.org,Ann,,,2025-01-01T00:00:00.000Z,,5,Free,notes
      bob@example.org,Bob,Monthly,2026-02-01T00:00:00.000Z,2025-02-01T00:00:00.000Z,2025-03-01T00:00:00.000Z,3,Paid,direct
      """
    ).read()
    #expect(reading.recognition.format == "SubstackSubscribers")
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .subscribed])
    #expect(reading.all.listMemberships.map(\.optInDay?.description) == ["2025-01-01", "2025-02-01"])
    #expect(reading.all.listMemberships.map(\.tags) == ["", "Monthly"])
  }

  @Test func theListOfPayingAddresses() throws {
    let reading = try Sample(
      """
      email,expiry,email_disabled,stripe_connected_customer_id,type
      ann@example.org,2026-07-06T16:20:44.000Z,false,cus_1,paid
      bob@example.org,2026-08-02T19:01:30.000Z,true,cus_2,paid
      """
    ).read()
    #expect(reading.recognition.format == "SubstackSubscribers")
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .unsubscribed])
    #expect(reading.all.listMemberships.map(\.optInDay) == [nil, nil])
  }
}
