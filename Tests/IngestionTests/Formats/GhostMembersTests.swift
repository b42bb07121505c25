import Ingestion
import Testing
import Vocabulary

struct GhostMembersTests {
  @Test func members() throws {
    let reading = try Sample(
      """
      id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers
      m1,ann@example.org,Ann,,true,false,,2026-01-02T10:00:00.000Z,,"VIP,Early",Gold
      m2,bob@example.org,Bob,,false,false,,2026-01-03T10:00:00.000Z,,,
      m3,cid@example.org,Cid,,true,false,,2026-01-03T10:00:00.000Z,2026-02-01T00:00:00.000Z,,
      m4,dee@example.org,Dee,,,false,,2026-01-03T10:00:00.000Z,,,
      """
    ).read()
    #expect(reading.recognition.format == "GhostMembers")
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .unsubscribed])
    #expect(
      reading.all.listMemberships[0].tags == "VIP, Early, Gold" && reading.all.listMemberships[0].contactID == "m1")
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    #expect(reading.summary.problems.map(\.column) == ["subscribed_to_emails"])
  }
}
