import Ingestion
import Testing
import Vocabulary

struct BrevoContactsTests {
  @Test func theBlockListByItsOlderName() throws {
    let reading = try Sample(
      "EMAIL;EMAIL_BLACKLISTED;ADDED_TIME;MODIFIED_TIME\nbr@example.org;Yes;13-04-2022 09:30;13-04-2022 10:00\n"
    ).read()
    #expect(reading.all.listMemberships.map(\.state) == [.unsubscribed])
  }

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

  @Test func withoutMomentsTheChannelsTell() throws {
    let reading = try Sample(
      """
      CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,SMS,LANDLINE_NUMBER,WHATSAPP,CITY
      7,ann@example.org,Ann,Lee,4915123456789,,,Berlin
      8,bob@example.org,Bob,Roe,,,,Bonn
      """
    ).read()
    #expect(reading.recognition.format == "BrevoContacts")
    #expect(reading.all.contacts.map(\.contactID) == ["7", "8"])
    // Nothing says whether they still get mail.
    #expect(reading.all.listMemberships.isEmpty)
  }
}
