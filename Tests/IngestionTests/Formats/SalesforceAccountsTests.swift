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

  /// The page's labels, with its footer; an account of several contacts or deals would be a row for each.
  @Test func aReportOfAccounts() throws {
    let reading = try Sample(
      """
      "Account Owner","Account Name","Billing Country","Type","Last Activity","Account ID","Created Date"
      "Ida","Acme","Luxembourg","Customer","","0015g000002xL00","1/15/2026"
      "Ida","North","Chile","Customer","","0015g000002xL01","1/24/2026"


      "Grand Totals (2 records)"
      """
    ).read()
    #expect(reading.recognition.format == "SalesforceAccounts" && reading.recognition.timeZone == nil)
    #expect(reading.all.companies.map(\.name) == ["Acme", "North"])
    #expect(reading.all.companies.allSatisfy { $0.companyID.count == 18 })
    #expect(reading.all.companies[1].createdDay?.description == "2026-01-24")
    #expect(reading.summary.rowsRejected == 0)
    for other in ["Contact ID", "Opportunity Name", "Email", "Case Number"] {
      let sample = try Sample("Account Owner,Account Name,Account ID,\(other)\nIda,Acme,0015g000002xL00,x\n")
      let format = try? sample.read().recognition.format
      #expect(format != "SalesforceAccounts")
    }
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
