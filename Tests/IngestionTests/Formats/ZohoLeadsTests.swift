import Ingestion
import Testing
import Vocabulary

struct ZohoLeadsTests {
  @Test func whoWantsNoMail() throws {
    let reading = try Sample(
      "Record Id,Lead Owner,Email,Lead Source,Created Time,Email Opt Out\nzcrm_1,Ana,jo@example.org,Web,2026-04-10 08:12:44,true\n"
        + "zcrm_2,Ana,al@example.org,Web,2026-04-10 08:12:44,false\n"
    ).read()
    #expect(reading.all.contacts.count == 2)
    #expect(reading.all.listMemberships.map(\.email.normalized) == ["jo@example.org"])
    #expect(reading.all.listMemberships.map(\.state) == [.unsubscribed])
  }

  @Test func leads() throws {
    let reading = try Sample(
      """
      Record Id,Lead Owner,Company,First Name,Last Name,Email,Phone,Lead Source,Lead Status,Created Time
      zcrm_5110001,Somebody,Acme,Ann,Lee,ann@example.org,+49 30 1234567,Trade Show,Contacted,2026-01-02 10:00:00
      """
    ).read()
    #expect(reading.recognition.format == "ZohoLeads")
    let contact = try #require(reading.all.contacts.first)
    #expect(contact.contactID == "zcrm_5110001" && contact.channel == .offline && contact.lifecycleStage == "Contacted")
    #expect(contact.companyID == "Acme" && contact.createdDay?.description == "2026-01-02")
  }
}
