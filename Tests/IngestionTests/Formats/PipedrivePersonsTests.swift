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

  /// The words of its other exports.
  @Test func headersWithTheKindInBrackets() throws {
    let reading = try Sample(
      "Person - Name,Person - Phone (Work),Person - Email (Work),Organization,Person - Pipedrive System ID\n"
        + "Ada,+49 170 1234567,ada@example.com,North,5\n"
    ).read()
    #expect(reading.recognition.format == "PipedrivePersons")
    let person = try #require(reading.all.contacts.first)
    #expect(person.contactID == "5" && person.companyID == "North" && person.email != nil && person.phone != nil)
  }

  /// All of a person's addresses in one cell: the first is the one; what is no address is left out.
  @Test func severalAddressesInACell() throws {
    let reading = try Sample(
      """
      Person - Name,Person - ID,Person - Email,Person - Person created
      Ann,1,"ann@example.org, a.lee@example.com",2026-03-01 10:00:00
      Bob,2,"bob@example.org;b@example.com",2026-03-02 10:00:00
      Cid,3,"ask reception, cid@example.org",2026-03-03 10:00:00
      """
    ).read()
    #expect(reading.all.contacts.map(\.email?.normalized) == ["ann@example.org", "bob@example.org", nil])
    #expect(reading.summary.problems.isEmpty)
  }
}
