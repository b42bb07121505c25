import Ingestion
import Testing
import Vocabulary

struct BrevoContactsTests {
  @Test func contacts() throws {
    let reading = try Sample(
      """
      CONTACT ID,EMAIL,LASTNAME,FIRSTNAME,SMS,EMAIL_BLOCKLISTED,ADDED_TIME,MODIFIED_TIME
      7,ann@example.org,Lee,Ann,4915123456789,0,25-01-2026 10:00:00,26-01-2026 10:00:00
      8,bob@example.org,Roe,Bob,,1,02-01-2026 10:00:00,26-01-2026 10:00:00
      """
    ).read()
    #expect(reading.recognition.format == "BrevoContacts")
    #expect(reading.all.contacts.map(\.createdDay?.description) == ["2026-01-25", "2026-01-02"])
    #expect(reading.all.contacts[0].phone?.normalized == "4915123456789")
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .unsubscribed])
  }
}
