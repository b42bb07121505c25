import Ingestion
import Testing
import Vocabulary

struct SalesforceAccountsTests {
  @Test func accounts() throws {
    let reading = try Sample(
      """
      Id,IsDeleted,Name,Website,Industry,BillingCountry,CreatedDate
      001x0000002xLD0,false,Acme,www.acme.example,Retail,Chile,2006-06-15T20:47:07.000Z
      001x0000002xLD1,true,Gone,,,,2006-06-15T20:47:07.000Z
      """
    ).read()
    #expect(reading.recognition.format == "SalesforceAccounts")
    #expect(reading.all.companies.map(\.companyID) == ["001x0000002xLD0AAM"])
    #expect(reading.all.companies.first?.country == "Chile")
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
  }

  @Test func withoutIDsTwoOfOneNameAreNotOne() throws {
    let reading = try Sample("NAME,PHONE,WEBSITE,REGION__C\nAcme,1,a.example,x\nAcme,2,b.example,y\n").read()
    #expect(reading.all.companies.map(\.companyID) == ["Acme"])
    #expect(reading.summary.problems.map(\.found) == ["a second record of the same name"])
  }

  /// Figures by Python's csv module over the same files, which were made for insertion and have no ids.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("insertAccountCsv.csv", 100, "accountinsert0.com", "account insert #99"),
      ("upsertAccountSmallTemplate.csv", 10, "accountupsert0.com", "account Upsert #9"),
      ("dateWithTimeZone.csv", 2, "accountinsert0.com", "account insert #1"),
    ])
  func realFiles(name: String, rows: Int, domain: String, last: String) throws {
    let reading = try Shared.reading("salesforce-dataloader/" + name)
    #expect(reading.recognition.format == "SalesforceAccounts" && reading.recognition.isVerified)
    #expect(reading.summary.rowsRead == rows && reading.summary.rowsRejected == 0)
    #expect(reading.total(.companies) == String(rows))
    #expect(reading.all.companies.first?.domain == domain && reading.all.companies.last?.companyID == last)
  }
}
