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
    #expect(reading.total(.contacts) == "4")
    #expect(reading.all.contacts.map(\.campaign) == ["brand-cl", "spring sale", "news 12", ""])
    #expect(reading.all.contacts.map(\.channel) == [.paidSearch, .paidSocial, .email, .organicSearch])
    #expect(reading.all.contacts[0].email?.normalized == "ann@example.org")
    #expect(reading.all.contacts[0].createdDay?.description == "2026-01-02")
    #expect(reading.all.contacts[0].sourceDetail == "Paid Search / brand-cl / shoes")
    #expect(reading.all.contacts[2].email == nil)
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

  @Test func aProblemNeverShowsTheCell() throws {
    let reading = try Sample("Record ID,Email,Create Date\n7,secret.person at example.org,2026-01-01\n").read()
    let problem = try #require(reading.summary.problems.first)
    #expect(problem.column == "Email")
    #expect(!"\(problem)".contains("secret"))
  }
}
