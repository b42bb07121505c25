import Testing
import Vocabulary

@testable import Warehouse

/// The views that people count by, held against the queries that the report counts by.
@Suite struct CountedViewsTests {
  /// By hand: 80 − 30 refunded, never below 0 for the second, the cancelled and the voided one are no sales.
  @Test func salesAreThoseOfTheReport() throws {
    let scratch = try Scratch()
    var cancelled = order("3", "2026-09-03", email: "a@example.com", line: 4, subtotal: 50)
    cancelled.isCancelled = true
    try scratch.load(
      Export(
        "orders",
        orders: [
          order("1", "2026-09-01", email: "a@example.com", line: 2, subtotal: 80, refunded: 30),
          order("2", "2026-09-02", email: "b@example.com", line: 3, subtotal: 20, refunded: 24), cancelled,
          order("4", "2026-09-04", email: nil, line: 5, subtotal: 10, status: "voided"),
          order("5", "2026-09-05", email: nil, line: 6, subtotal: 7),
        ]))
    try scratch.warehouse.rebuildIdentity()
    let answer = try scratch.warehouse.queryRows(
      "SELECT orderID, netMicros / 1000000, customer IS NULL, line FROM readableSale ORDER BY orderID")
    func row(_ id: String, _ numbers: Int64...) -> [QueryAnswer.Value] { [.text(id)] + numbers.map { .integer($0) } }
    #expect(answer.rows == [row("1", 50, 0, 2), row("2", 0, 0, 3), row("5", 7, 1, 6)])
    let rows = try CustomerOrders.fetch(upTo: nil, from: scratch.warehouse)
    #expect(rows.map(\.netMicros).reduce(0, +) == 57_000_000)
    #expect(!answer.columns.contains("email"))
  }

  @Test func noViewForCountingNamesAPerson() throws {
    let scratch = try Scratch()
    for view in ["readableSale", "readableFirstSource"] {
      let columns = try scratch.warehouse.queryRows("SELECT * FROM \(view)").columns
      #expect(!columns.isEmpty)
      for personal in ["email", "phone", "name", "customerID"] { #expect(!columns.contains(personal), "\(view)") }
    }
  }
}
