import Ingestion
import Testing
import Vocabulary

struct ShopifyCustomersTests {
  private static let header =
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Country Code,"
    + "Default Address Phone,Phone,Total Spent,Total Orders,Note\n"

  @Test func customers() throws {
    let reading = try Sample(
      Self.header
        + """
        '6634244374859,Ann,A,ann@example.org,yes,DE,'+49 30 1234567,'+4915123456789,120.00,2,"likes
        blue"
        '6634244374860,Bob,B,,no,US,(555) 010-4477,,0.00,0,
        '6634244374861,Cid,C,cid.example.org,no,US,,,0.00,0,
        """
    ).read()
    #expect(reading.recognition.format == "ShopifyCustomers")
    #expect(!reading.recognition.isVerified)
    #expect(reading.total(.contacts) == "2")
    #expect(reading.all.contacts.map(\.contactID) == ["6634244374859", "6634244374860"])
    #expect(reading.all.contacts.map { $0.phone?.normalized } == ["+4915123456789", "5550104477"])
    #expect(reading.all.contacts.map(\.country) == ["DE", "US"])
    #expect(reading.summary.problems.map(\.column) == ["Email"])
    // Consent without an address is nobody's.
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed])
    #expect(reading.total(.subscribers) == "1")
    #expect(reading.recognition.columns.filter { $0.meaning == nil }.map(\.header).contains("Total Spent"))
  }

  /// A spreadsheet has shortened the first one's number, and the third one's is a switchboard's; what stands there is
  /// never shown.
  @Test func aCustomerIsKeptWithoutANumberThatIsNone() throws {
    let reading = try Sample(
      Self.header + "8,Ann,A,ann@example.org,yes,DE,3.93331E+11,3.93331E+11,1.00,1,\n"
        + "9,Bob,B,bob@example.org,yes,DE,,call 0170 555,1.00,1,\n"
        + "10,Cem,C,cem@example.org,yes,GB,,020 7946 0000 ext 12,1.00,1,\n"
    ).read()
    #expect(reading.all.contacts.map(\.contactID) == ["8", "9", "10"])
    #expect(reading.all.contacts.allSatisfy { $0.phone == nil && $0.email != nil })
    #expect(
      reading.recognition.notes == [
        "3 cells of \"Phone\" hold no telephone number of one person (line 2, 3, 4): the customers are kept without "
          + "it and join nobody by it"
      ])
  }
}
