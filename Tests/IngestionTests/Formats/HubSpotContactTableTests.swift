import Ingestion
import Testing
import Vocabulary

struct HubSpotContactTableTests {
  @Test func addressesAndDigests() throws {
    let reading = try Sample(
      """
      id,_fivetran_deleted,property_email,property_createdate,property_phone,property_hs_analytics_source
      1,FALSE,ann@example.org,2026-01-02 7:05:00,+49 30 1234567,PAID_SEARCH
      2,FALSE,fcb67ef339b691956cc85fa12be6490c,2026-01-02 23:59:00,,
      3,TRUE,cid@example.org,2026-01-02 07:05:00,,
      4,FALSE,somebody at example.org,2026-01-02 07:05:00,,
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotContactTable" && reading.recognition.isVerified)
    #expect(reading.all.contacts.map(\.email?.normalized) == ["ann@example.org", nil])
    #expect(reading.all.contacts.map(\.channel) == [.paidSearch, nil])
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    #expect(reading.summary.problems.map(\.line) == [5])
    #expect(reading.summary.problems.first?.found == "text that is no e-mail address")
  }

  /// Figures by Python's csv module over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("hubspot-api/contact_data.csv")
    #expect(reading.summary.rowsRead == 22 && reading.summary.rowsRejected == 0 && reading.summary.rowsSkipped == 0)
    #expect(reading.total(.contacts) == "22")
    #expect(reading.all.contacts.allSatisfy { $0.email == nil })
    let merged = reading.all.contacts.filter { !$0.mergedIDs.isEmpty }
    #expect(merged.map(\.contactID) == ["78971951"] && merged.map(\.companyID) == ["SampleCompany"])
    #expect(merged.first?.mergedIDs == ["76340251", "46897301", "76226001"])
    #expect(reading.recognition.window?.description == "2020-05-22…2021-04-02")
    #expect(reading.recognition.timeZone == "UTC")
  }
}
