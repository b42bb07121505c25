import Ingestion
import Testing
import Vocabulary

struct SalesforceContactsTests {
  @Test func aReportOfLeadsWithoutIDs() throws {
    let reading = try Sample(
      "Lead Owner,Company / Account,Email,Lead Source,Lead Status,Create Date,Email Opt Out\n"
        + "Ana,Acme,jo@example.org,Web,Open,6/20/2024,0\nAna,Beta,al@example.org,Web,Open,6/21/2024,1\n"
    ).read()
    #expect(reading.recognition.format == "SalesforceContacts")
    #expect(reading.all.contacts.map(\.contactID) == ["jo@example.org", "al@example.org"])
    #expect(reading.all.listMemberships.map(\.email.normalized) == ["al@example.org"])
    // Several leads of one address are one member.
    #expect(reading.all.listMemberships.map(\.contactID) == [""])
  }

  @Test func leadsOfTheDataLoader() throws {
    let reading = try Sample(
      """
      ID,ISDELETED,LASTNAME,FIRSTNAME,COMPANY,EMAIL,STATUS,LEADSOURCE,COUNTRY,CREATEDDATE
      00Qx0000001YtCr,false,Lee,Ann,Acme,Ann@Example.org,Open - Not Contacted,Trade Show,Chile,2006-06-15T20:47:07.000Z
      00Qx0000001YtCs,true,Roe,Bob,Acme,bob@example.org,Open,Web,,2006-06-15T20:47:07.000Z
      """
    ).read()
    #expect(reading.recognition.format == "SalesforceContacts")
    let contact = try #require(reading.all.contacts.first)
    #expect(contact.contactID == "00Qx0000001YtCrEAK" && contact.companyID == "Acme")
    #expect(contact.email?.normalized == "ann@example.org" && contact.channel == .offline)
    #expect(contact.lifecycleStage == "Open - Not Contacted" && contact.country == "Chile")
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
  }

  @Test func reportsWithLabels() throws {
    let reading = try Sample(
      "Contact ID,First Name,Email,Account Name,Lead Source\n003x0000002xLD0,Ann,ann@example.org,Acme,Partner\n"
    ).read()
    #expect(reading.recognition.format == "SalesforceContacts")
    #expect(reading.all.contacts.map(\.channel) == [.referral])
  }

  @Test func reportsWithoutIDs() throws {
    let reading = try Sample(
      """
      "First Name","Last Name","Account Name","Email","Mobile","Mailing Country","Account Owner","Created Date"
      "Ann","Lee","Acme","ann@example.org","+44 7000 000000","China","Somebody","31/12/2026"
      "Bob","Roe","Acme","","","China","Somebody","31/12/2026"
      """
    ).read()
    #expect(reading.recognition.format == "SalesforceContacts")
    #expect(reading.all.contacts.map(\.contactID) == ["ann@example.org"])
    #expect(reading.all.contacts.map(\.country) == ["China"] && reading.all.contacts[0].companyID == "Acme")
    #expect(reading.summary.problems.map(\.column) == ["Email"])
  }

  @Test(arguments: [
    ("Username,ProfileId,Email", "Salesforce users, who are staff"),
    ("CaseNumber,Subject,Status", "Salesforce cases, which are service and not marketing"),
  ])
  func otherRecordsAreCalledByName(header: String, kind: String) throws {
    #expect(
      try Sample(header + "\na,b,c\n").failure() == .leftOut(file: "sample.csv", kind: kind, advice: "leave it out"))
  }
}
