import Testing
import Vocabulary

@testable import Ingestion

struct ContactMappingTests {
  @Test func aRowIsAPersonAndABadAddressIsNeverShown() throws {
    var mapping = TableMapping(name: "list", kind: .contacts)
    mapping.fields = [
      .contactID: FieldMapping(["No"]), .email: FieldMapping(["Mail"]), .day: FieldMapping(["Since"]),
      .channel: FieldMapping(["Source"]),
    ]
    let text =
      "No,Mail,Since,Source\n1,Ann@Example.org,2026-03-01,Paid Search\n2,ann at example,2026-03-02,\n3,,2026-03-02,Fair\n"
    let reading = try Sample(text).read(ReadOptions(mappings: [mapping]))
    #expect(reading.total(.contacts) == "2" && reading.summary.rowsRejected == 1)
    #expect(reading.all.contacts.map(\.channel) == [.paidSearch, .other])
    #expect(reading.all.contacts[0].email?.normalized == "ann@example.org")
    #expect(reading.all.contacts[1].sourceDetail == "Fair")
    #expect(reading.summary.problems.allSatisfy { !$0.found.contains("ann at") })
  }
}
