import Ingestion
import Testing
import Vocabulary

struct HubSpotCompaniesTests {
  @Test func companies() throws {
    let reading = try Sample(
      """
      Record ID,Company name,Company Domain Name,Industry,Country/Region,Create Date,Company owner
      900,Acme,www.acme.example,Retail,Chile,2026-01-02 10:00,Somebody
      901,Umbra,,,,2026-01-03 10:00,Somebody
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotCompanies")
    #expect(reading.total(.companies) == "2")
    let company = try #require(reading.all.companies.first)
    #expect(company.companyID == "900" && company.name == "Acme" && company.domain == "acme.example")
    #expect(company.industry == "Retail" && company.country == "Chile")
    #expect(company.createdDay?.description == "2026-01-02")
  }
}
