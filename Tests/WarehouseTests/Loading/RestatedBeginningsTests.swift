import Testing
import Vocabulary

@testable import Warehouse

/// Two shops or accounts that count alike, and one whose days were put right.
@Suite struct RestatedBeginningsTests {
  private func orders(_ file: String, _ days: [String], email: String? = nil, subtotal: Int64 = 40) -> Export {
    Export(
      file,
      orders: days.enumerated().map {
        order("\(1001 + $0.offset)", $0.element, email: email, line: $0.offset + 2, subtotal: subtotal)
      })
  }

  private func load(_ first: Export, _ second: Export) throws -> LoadReport {
    let scratch = try Scratch()
    try scratch.load(first)
    return try scratch.load(second)
  }

  /// Of two orders one lies a day and one two days further.
  @Test("orders of nobody that were made on other days are another shop's")
  func twoShops() throws {
    let first = orders("de.csv", ["2026-03-02", "2026-03-02"])
    var second = orders("at.csv", ["2026-03-03", "2026-03-04"], subtotal: 70)
    second.file.exportedDay = Day(iso: "2026-03-09")
    #expect(throws: WarehouseError.differentThings(table: "customerOrder", first: "at.csv", second: "de.csv")) {
      try load(first, second)
    }
    second.file.account = "AT"
    #expect(try load(first, second).rowsLoaded == 2)
  }

  @Test("a day put right, days in another time zone and orders of the same buyers are of one shop")
  func oneShop() throws {
    let days = ["2026-03-02", "2026-03-02", "2026-03-03"]
    func updated(_ days: [String], _ others: [String], email: String? = nil) throws -> Int {
      var newer = orders("b.csv", others, email: email)
      newer.file.exportedDay = Day(iso: "2026-03-09")
      return try load(orders("a.csv", days, email: email), newer).rowsUpdated
    }
    #expect(try updated(days, ["2026-03-02", "2026-03-02", "2026-02-20"]) == 1)
    #expect(try updated(days, ["2026-03-01", "2026-03-01", "2026-03-02"]) == 3)
    #expect(try updated(days, ["2026-03-05", "2026-03-06", "2026-03-07"], email: "a@b.de") == 3)
  }

  @Test("deals of other names and contacts of other addresses, created on other days, are another account's")
  func twoAccounts() throws {
    func deals(_ file: String, _ name: String, _ day: String) -> Export {
      var deal = Deal(origin: RecordOrigin(line: 2), platform: "CRM", dealID: "1")
      (deal.name, deal.createdDay) = (name, Day(iso: day))
      var batch = CanonicalBatch()
      (batch.deals, batch.rowsRead) = ([deal], 1)
      return Export(file, exported: "2026-03-0\(file.count)", [batch])
    }
    let acme = deals("a", "Acme", "2026-02-01")
    #expect(throws: WarehouseError.differentThings(table: "deal", first: "bb", second: "a")) {
      try load(acme, deals("bb", "Gamma", "2026-02-05"))
    }
    #expect(try load(acme, deals("bb", "Acme", "2026-02-05")).rowsUpdated == 1)
    #expect(try load(acme, deals("bb", "Acme Ltd", "2026-02-02")).rowsUpdated == 1)
    func contacts(_ file: String, _ email: String, _ day: String) -> Export {
      var contact = Contact(
        origin: RecordOrigin(line: 2), platform: "CRM", contactID: "1", email: EmailAddress(email))
      contact.createdDay = Day(iso: day)
      var batch = CanonicalBatch()
      (batch.contacts, batch.rowsRead) = ([contact], 1)
      return Export(file, exported: "2026-03-0\(file.count)", [batch])
    }
    let anna = contacts("a", "anna@x.de", "2026-02-01")
    #expect(throws: WarehouseError.differentThings(table: "contact", first: "bb", second: "a")) {
      try load(anna, contacts("bb", "bert@x.de", "2026-02-05"))
    }
    #expect(try load(anna, contacts("bb", "anna.berg@x.de", "2026-02-01")).rowsUpdated == 1)
  }
}
