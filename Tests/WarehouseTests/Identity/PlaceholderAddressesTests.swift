import Testing
import Vocabulary

@testable import Warehouse

@Suite struct PlaceholderAddressesTests {
  /// Each is typed by two buyers with accounts of their own.
  @Test(
    arguments: [
      "test@test.com", "noreply@example.com", "No-Reply@shop.de", "a@shop.invalid", "a@x.test", "test@example.org",
      "none@none.com", "No@Email.com", "na@na.na", "unknown@none.de", "null@mail.com", "no-email@shop.de",
    ])
  func joinNobody(address: String) throws {
    #expect(try customers(address) == [])
  }

  /// Of a person, though it looks alike.
  @Test(
    arguments: [
      "ann@example.com", "test@shop.de", "noreplyann@shop.de", "ann@invalid.de", "ann@test.com", "no@shop.de",
      "na@gmail.com", "ann@none.com", "anna@anna.de", "ann@mail.com", "na@mail.college.de", "no@email.college.de",
    ])
  func othersJoin(address: String) throws {
    #expect(try customers(address) == ["1", "2"])
  }

  /// The orders that belong to the one customer, if there is one.
  private func customers(_ address: String) throws -> [String] {
    let scratch = try Scratch()
    let orders = ["1", "2"].map { id in
      var order = order(id, "2026-09-01", email: address, line: Int(id).map { $0 + 1 } ?? 2, subtotal: 1)
      order.customerID = "account " + id
      return order
    }
    try scratch.load(Export("orders", orders: orders))
    try scratch.warehouse.rebuildIdentity()
    let rows = try scratch.warehouse.queryRows("SELECT orderID FROM readableSale WHERE customer = 1 ORDER BY orderID")
      .rows
    return rows.compactMap { if case .text(let id) = $0[0] { id } else { nil } }
  }

  /// The number is then all that is known of the buyer.
  @Test func aNumberBesideOneStillFindsThePerson() throws {
    let scratch = try Scratch()
    var known = order("1", "2026-09-01", email: "ann@x.de", line: 2, subtotal: 1)
    known.phone = PhoneNumber("+491701234567")
    var typed = order("2", "2026-09-02", email: "noreply@x.de", line: 3, subtotal: 1)
    typed.phone = known.phone
    try scratch.load(Export("orders", orders: [known, typed]))
    try scratch.warehouse.rebuildIdentity()
    #expect(try scratch.count("readableSale WHERE customer IS NOT NULL") == 2)
    #expect(try scratch.count("customer") == 1)
  }
}
