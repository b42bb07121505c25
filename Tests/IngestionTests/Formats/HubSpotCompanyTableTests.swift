import Ingestion
import Testing
import Vocabulary

struct HubSpotCompanyTableTests {
  @Test func companies() throws {
    let reading = try Sample(
      """
      id,is_deleted,property_name,property_createdate,property_industry,property_website
      1,false,Acme,2026-01-02 3:15:52,Retail,https://www.acme.example/
      2,true,Umbra,2026-01-02 03:15:52,,
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotCompanyTable")
    #expect(reading.all.companies.map(\.domain) == ["acme.example"])
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
  }

  /// Figures by Python's csv module over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("hubspot-api/company_data.csv")
    #expect(reading.summary.rowsRead == 24 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.companies) == "24")
    #expect(reading.all.companies.count { $0.country == "United States" } == 22)
    #expect(reading.all.companies.first?.companyID == "2182162682")
    #expect(reading.recognition.window?.description == "2018-07-11…2020-01-10")
  }
}
