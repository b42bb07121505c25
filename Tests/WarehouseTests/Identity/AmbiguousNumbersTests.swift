import Testing
import Vocabulary

@testable import Warehouse

@Suite struct AmbiguousNumbersTests {
  private func bought(_ id: String, _ email: String?, _ phone: String, in country: String, line: Int) -> CustomerOrder {
    var bought = order(id, "2026-09-01", email: email, line: line, subtotal: 1)
    bought.phone = PhoneNumber(phone)
    bought.country = country
    return bought
  }

  /// How many of two orders with one number belong to a customer; the first has an address and comes from Germany.
  private func linked(_ phone: String, second country: String) throws -> Int64 {
    let scratch = try Scratch()
    let orders = [
      bought("1", "ann@x.de", phone, in: "Germany", line: 2), bought("2", nil, phone, in: country, line: 3),
    ]
    try scratch.load(Export("orders", orders: orders))
    try scratch.warehouse.rebuildIdentity()
    return try scratch.count("customerLink")
  }

  @Test(arguments: ["Austria", "AT", "at"])
  func aNumberWithoutItsCountryJoinsNobodyAbroad(country: String) throws {
    #expect(try linked("0170 1234567", second: country) == 1)
  }

  @Test(arguments: ["Germany", "germany", "DE", "de", ""])
  func itJoinsWithinOneCountryAndWhereNoneIsGiven(country: String) throws {
    #expect(try linked("0170 1234567", second: country) == 2)
  }

  @Test func aNumberWithItsCountryJoinsWhereverThePersonIs() throws {
    #expect(try linked("+49 170 1234567", second: "Austria") == 2)
  }

  @Test func theCountriesOfContactsCountToo() throws {
    let scratch = try Scratch()
    try scratch.load(Export("orders", orders: [bought("1", "ann@x.de", "0170 1234567", in: "DE", line: 2)]))
    var contact = Contact(origin: RecordOrigin(line: 2), platform: "CRM", contactID: "7", email: nil)
    contact.phone = PhoneNumber("0170 1234567")
    contact.country = "Austria"
    var batch = CanonicalBatch()
    batch.contacts = [contact]
    batch.rowsRead = 1
    try scratch.load(Export("contacts", [batch]))
    try scratch.warehouse.rebuildIdentity()
    #expect(try scratch.count("customerLink WHERE kind = 'order'") == 1)
    #expect(try scratch.count("customerLink WHERE kind = 'contact'") == 0)
  }

  /// Ann's number leads nobody anywhere; hiding the address of either of Bob's orders leads to Bob.
  @Test func suchNumbersAreNotTried() throws {
    let scratch = try Scratch()
    try scratch.load(
      Export(
        "orders",
        orders: [
          bought("1", "ann@x.de", "0170 1234567", in: "DE", line: 2),
          bought("2", "ann@x.de", "0170 1234567", in: "AT", line: 3),
          bought("3", "bob@x.de", "+49 30 7654321", in: "DE", line: 4),
          bought("4", "bob@x.de", "+49 30 7654321", in: "AT", line: 5),
        ]))
    try scratch.warehouse.rebuildIdentity()
    let phone = try #require(try IdentityQualities.fetch(from: scratch.warehouse).first { $0.rule == .phone })
    #expect(phone.links == 1 && phone.trials == 2 && phone.right == 2)
  }
}
