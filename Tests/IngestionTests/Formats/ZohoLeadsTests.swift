import Ingestion
import Testing
import Vocabulary

struct ZohoLeadsTests {
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
