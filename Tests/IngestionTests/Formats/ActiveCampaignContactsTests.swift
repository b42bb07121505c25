import Ingestion
import Testing
import Vocabulary

struct ActiveCampaignContactsTests {
  @Test func contactsAndTheirStateOnTheList() throws {
    let reading = try Sample(
      """
      ID,Email,First Name,Phone,Customer Account,Tags,Date Created,Status
      7,ann@example.org,Ann,+493012345678,Acme,"VIP,Blog",2026-01-02 10:00:00,Active
      8,bob@example.org,Bob,,,,2026-01-03 10:00:00,Unsubscribed
      """
    ).read()
    #expect(reading.recognition.format == "ActiveCampaignContacts")
    #expect(reading.all.contacts.map(\.contactID) == ["7", "8"] && reading.all.contacts[0].companyID == "Acme")
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .unsubscribed])
    #expect(reading.all.listMemberships[0].tags == "VIP, Blog")
  }

  @Test func withoutAStateNoListIsClaimed() throws {
    let reading = try Sample("ID,Email,Lists,Date Created\n7,ann@example.org,Main,2026-01-02\n").read()
    #expect(reading.all.contacts.count == 1 && reading.all.listMemberships.isEmpty)
    #expect(reading.total(.subscribers) == nil)
  }
}
