import Ingestion
import Testing
import Vocabulary

struct HubSpotContactsTests {
  @Test func firstSources() throws {
    let reading = try Sample(
      """
      Record ID,First Name,Email,Lifecycle Stage,Country/Region,Create Date,Original Source,Original Source Drill-Down 1,Original Source Drill-Down 2,Create Date
      101,Ann,Ann@Example.org,Customer,Chile,2026-01-02 10:00,Paid Search,brand-cl,shoes,2020-01-01
      102,Bob,bob@example.org,Lead,,2026-01-03 11:30,Paid Social,Facebook,spring sale,
      103,Cid,,Lead,,2026-01-04 11:30,EMAIL_MARKETING,news 12,x,
      104,Dee,dee@example.org,Lead,,2026-01-05 11:30,Organic Search,GOOGLE,shoes,
      105,Eve,dee(at)example.org,Lead,,2026-01-05 11:30,,,,
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotContacts")
    #expect(!reading.recognition.isVerified)
    #expect(reading.total(.contacts) == "5")
    #expect(reading.all.contacts.map(\.campaign) == ["brand-cl", "spring sale", "news 12", "", ""])
    #expect(reading.all.contacts.map(\.channel) == [.paidSearch, .paidSocial, .email, .organicSearch, nil])
    #expect(reading.all.contacts[0].email?.normalized == "ann@example.org")
    #expect(reading.all.contacts[0].createdDay?.description == "2026-01-02")
    #expect(reading.all.contacts[0].sourceDetail == "Paid Search / brand-cl / shoes")
    #expect(reading.all.contacts[2].email == nil && reading.all.contacts[4].email == nil)
  }

  @Test func aTaggedDisplayVisitIsDisplayThoughFiledUnderOther() throws {
    let reading = try Sample(
      """
      Record ID,Email,Create Date,Original Source,Original Source Drill-Down 1,Original Source Drill-Down 2
      1,a@example.org,2026-01-02,Other Campaigns,Autumn banners,news.example / Display
      2,b@example.org,2026-01-02,Other Campaigns,Flyer,leaflet / print
      """
    ).read()
    #expect(reading.all.contacts.map(\.channel) == [.display, .other])
    #expect(reading.all.contacts.map(\.campaign) == ["Autumn banners", "Flyer"])
  }

  @Test func aNoteNeverShowsTheCell() throws {
    let reading = try Sample("Record ID,Email,Create Date\n7,secret.person at example.org,2026-01-01\n").read()
    let note = try #require(reading.recognition.notes.first)
    #expect(note.hasPrefix("1 cell of \"Email\" holds no e-mail address (line 2)"))
    #expect(!note.contains("secret") && reading.all.contacts.map(\.contactID) == ["7"])
  }

  /// An export with the companies behind the contacts: the first id and the first day of creation are the contact's.
  @Test func associationsRepeatHeaders() throws {
    let reading = try Sample(
      """
      Record ID - Contact,First Name,Email,Phone Number,Create Date,Merged object IDs,Record ID - Company,Company name,Create Date
      101,Ann,ann@example.org,+49 30 1234567,2026-01-02 10:00,77;78,900,Acme,2019-05-06
      102,Bob,bob@example.org,reception,2026-01-03 10:00,,,Umbra,2019-05-06
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotContacts")
    #expect(reading.all.contacts.map(\.contactID) == ["101", "102"])
    #expect(reading.all.contacts.map(\.createdDay?.description) == ["2026-01-02", "2026-01-03"])
    #expect(reading.all.contacts.map(\.companyID) == ["900", "Umbra"])
    #expect(reading.all.contacts[0].mergedIDs == ["77", "78"])
    #expect(reading.all.contacts.map(\.phone?.normalized) == ["+49301234567", nil])
  }

  @Test func aDamagedIDIsRefused() throws {
    let reading = try Sample("Record ID,Email,Create Date\n1.01E+11,a@example.org,2026-01-01\n").read()
    #expect(reading.summary.problems.first?.column == "Record ID")
  }

  @Test func germanHeadersAndTabsInUTF16() throws {
    let text = "Datensatz-ID\tE-Mail\tTelefonnummer\tErstelldatum\n5\tann@example.org\t0301234567\t2026-01-02 10:00\n"
    let reading = try Sample([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).read()
    #expect(reading.recognition.format == "HubSpotContacts")
    #expect(reading.all.contacts.first?.phone?.normalized == "0301234567")
  }

  /// Owners and ids are called alike in other tools, which have accounts.
  @Test func anOwnerIsEnoughBesideTheID() throws {
    let reading = try Sample(
      "Record ID,First Name,Email,Phone Number,Job Title,Company Name,Contact owner,País/región\n"
        + "901,Ann,ann@example.org,,Buyer,Acme,Somebody,España\n"
    ).read()
    #expect(reading.recognition.format == "HubSpotContacts")
    #expect(reading.all.contacts.map(\.country) == ["España"])
    let other = try Sample(
      "Record Id,Contact Owner,Email,Account Name,Created Time\nzcrm_1,Somebody,ann@example.org,Acme,2026-01-31 10:00:00\n"
    ).read()
    #expect(other.recognition.format == "ZohoLeads")
  }
}
