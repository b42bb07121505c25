import Ingestion
import Testing
import Vocabulary

struct KlaviyoPersonTableTests {
  @Test func persons() throws {
    let reading = try Sample(
      """
      id,created,email,phone_number,country,organization,custom_source,_fivetran_deleted,_fivetran_synced
      01AA,2026-01-02 10:00:00.000,ann@example.org,+493012345678,Germany,Acme,newsletter,false,2026-01-03 00:00:00
      01AB,2026-01-02 10:00:00.000,bob@example.org,,,,,true,2026-01-03 00:00:00
      """
    ).read()
    #expect(reading.recognition.format == "KlaviyoPersonTable")
    #expect(reading.all.contacts.map(\.companyID) == ["Acme"] && reading.all.contacts.map(\.channel) == [.email])
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
  }

  /// Figures by Python's csv module over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("klaviyo-api/klaviyo_person.csv")
    #expect(reading.summary.rowsRead == 2 && reading.summary.rowsRejected == 0)
    #expect(reading.all.contacts.map(\.contactID) == ["01F35SYVPX6MS88ARK37864GJX", "01F366M1ZERT4HM2Z9R2V9G7BY"])
    #expect(reading.all.contacts.map(\.country) == ["United States", "United States"])
    #expect(reading.all.contacts.allSatisfy { $0.phone?.isInternational == true && $0.email != nil })
    #expect(reading.recognition.window?.description == "2021-04-13")
  }
}
