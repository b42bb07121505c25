import Ingestion
import Testing
import Vocabulary

struct HubSpotDealContactTableTests {
  @Test func pairs() throws {
    let reading = try Sample(
      "deal_id,contact_id,type_id,_fivetran_deleted\n1,101,3,false\n1,102,3,true\n2,,3,false\n"
    ).read()
    #expect(reading.recognition.format == "HubSpotDealContactTable")
    #expect(reading.all.dealContacts.map(\.contactID) == ["101"])
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    #expect(reading.summary.problems.map(\.column) == ["contact_id"])
  }

  /// Figures by Python's csv module over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("hubspot-api/deal_contact_data.csv")
    #expect(reading.summary.rowsRead == 11 && reading.summary.rowsRejected == 0)
    #expect(Set(reading.all.dealContacts.map { [$0.dealID, $0.contactID] }).count == 11)
    #expect(reading.all.dealContacts.first?.dealID == "86133127")
  }
}
