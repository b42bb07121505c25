import Ingestion
import Testing
import Vocabulary

struct PipedrivePersonsTests {
  @Test func theFirstAddressThatIsFilled() throws {
    let reading = try Sample(
      """
      Person - ID,Person - Name,Person - Email - Work,Person - Email - Home,Person - Email - Other,Person - Phone - Mobile,Person - Organization,Person - Person created
      101,Ann,,,ann@example.org,+49 151 2345678,Acme,2026-01-02 10:00:00
      102,Bob,bob@example.org,b@example.org,,,,2026-01-03 10:00:00
      """
    ).read()
    #expect(reading.recognition.format == "PipedrivePersons")
    #expect(reading.all.contacts.map(\.email?.normalized) == ["ann@example.org", "bob@example.org"])
    #expect(reading.all.contacts[0].phone?.normalized == "+491512345678" && reading.all.contacts[0].companyID == "Acme")
    #expect(reading.all.contacts[1].createdDay?.description == "2026-01-03")
  }
}
