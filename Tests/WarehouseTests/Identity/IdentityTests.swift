import Testing
import Vocabulary

@testable import Warehouse

@Suite struct IdentityTests {
  func contact(_ id: String, _ email: String?, _ day: String, _ channel: Channel?, campaign: String = "", line: Int)
    -> Contact
  {
    var contact = Contact(
      origin: RecordOrigin(line: line), platform: "CRM", contactID: id, email: email.flatMap { EmailAddress($0) })
    contact.createdDay = Day(iso: day)
    contact.channel = channel
    contact.campaign = campaign
    return contact
  }

  @Test func shopGuestAndContactOfOneAddressAreOneCustomerWithTheFirstSource() throws {
    let scratch = try Scratch()
    try scratch.load(
      Export(
        "orders",
        orders: [
          order("1", "2026-09-01", email: "Ann@X.de ", line: 2, subtotal: 1),
          order("2", "2026-09-02", email: "'ann@x.de", line: 3, subtotal: 2),
          order("3", "2026-09-02", email: "zoe@x.de", line: 4, subtotal: 2),
        ]))
    var batch = CanonicalBatch()
    batch.contacts = [
      contact("7", "ann@x.de", "2026-08-05", .paidSearch, campaign: "Brand", line: 2),
      contact("8", "ANN@x.de", "2026-08-09", .email, line: 3), contact("9", "bob@x.de", "2026-08-09", nil, line: 4),
      contact("10", nil, "2026-08-09", .direct, line: 5),
    ]
    batch.rowsRead = 4
    try scratch.load(Export("contacts", [batch]))
    try scratch.warehouse.rebuildIdentity()
    let sources = try CustomerSources.fetch(from: scratch.warehouse)
    #expect(sources.map(\.channel) == [.paidSearch, nil, nil])
    #expect(sources.map(\.campaign) == ["Brand", "", ""])
    #expect(sources.map(\.inShop) == [true, false, true])
    #expect(sources.map(\.inCRM) == [true, true, false])
    #expect(sources[0].contactCreatedDay == Day(iso: "2026-08-05"))
    #expect(try scratch.count("customerLink") == 6)

    let before = try CustomerAddresses.fetch(from: scratch.warehouse)
    try scratch.load(
      Export("more", exported: "2026-10-01", orders: [order("4", "2026-09-30", email: "al@x.de", subtotal: 1)]))
    try scratch.warehouse.rebuildIdentity()
    let after = try CustomerAddresses.fetch(from: scratch.warehouse)
    #expect(after.filter { before[$0.key] != nil } == before)
    #expect(after.count == 4)
  }
}
