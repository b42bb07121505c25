import Testing
import Vocabulary

@testable import Warehouse

@Suite struct CustomerOrdersTests {
  @Test func netLeavesOutWhatWasNotPaidAndWhatWasRefunded() throws {
    let scratch = try Scratch()
    var cancelled = order("4", "2026-09-02", email: "b@x.de", line: 5, subtotal: 9)
    cancelled.isCancelled = true
    var withoutSubtotal = order("6", "2026-09-03", email: nil, line: 7, subtotal: nil)
    withoutSubtotal.totalMicros = 30_000_000
    withoutSubtotal.taxMicros = 4_000_000
    try scratch.load(
      Export(
        "orders",
        orders: [
          order("1", "2026-09-01", email: "B@x.de", line: 2, subtotal: 100, refunded: 30),
          order("2", "2026-09-02", email: "a@x.de", line: 3, subtotal: 50, refunded: 60),
          order("3", "2026-09-02", email: "b@x.de", line: 4, subtotal: 70, status: "Voided"), cancelled,
          order("5", "2026-09-04", email: "b@x.de", line: 6, subtotal: 8), withoutSubtotal,
        ],
        lines: [line(of: "1", 1, "Tea", quantity: 2), line(of: "1", 2, "Cup", quantity: 1)]))
    try scratch.warehouse.rebuildIdentity()
    let rows = try CustomerOrders.fetch(upTo: Day(iso: "2026-09-03"), from: scratch.warehouse)
    #expect(rows.map(\.netMicros) == [26_000_000, 0, 70_000_000])
    #expect(rows[0].customerID == nil)
    #expect(rows[1].customerID != rows[2].customerID)
    #expect(rows[2].lineCount == 2 && rows[2].quantity == 3 && rows[2].distinctProducts == 2)
    #expect(rows[1].lineCount == 0 && rows[1].quantity == nil && rows[1].distinctProducts == nil)
    #expect(try RevenueByDay.fetch(from: scratch.warehouse).map(\.netMicros) == [70_000_000, 0, 26_000_000, 8_000_000])
    #expect(try OrdersByDay.fetch(from: scratch.warehouse).map(\.orders) == [1, 1, 1, 1])
  }

  @Test func aLineThatTheNewerStateOfAnOrderLacksDoesNotCount() throws {
    let older = Export(
      "a", exported: "2026-09-02", orders: [order("1", "2026-09-01", email: "a@x.de", subtotal: 10)],
      lines: [line(of: "1", 1, "Tea", quantity: 1), line(of: "1", 2, "Cup", quantity: 1)])
    let newer = Export(
      "b", exported: "2026-09-03", orders: [order("1", "2026-09-01", email: "a@x.de", subtotal: 10)],
      lines: [line(of: "1", 1, "Tea", quantity: 1)])
    for exports in [[older, newer], [newer, older]] {
      let scratch = try Scratch()
      for export in exports { try scratch.load(export) }
      #expect(try CustomerOrders.fetch(upTo: nil, from: scratch.warehouse).map(\.lineCount) == [1])
    }
  }

  private let sold = order("1", "2026-09-01", email: "a@x.de", subtotal: 10)
  private let lines = [line(of: "1", 1, "Tea", quantity: 2), line(of: "1", 2, "Cup", quantity: 1, line: 3)]

  /// A connector's tables: an order in one, its lines in another; of the second order there are none.
  @Test func linesInAFileOfTheirOwnCount() throws {
    let unknown = order("2", "2026-09-02", email: "a@x.de", line: 3, subtotal: 10)
    let scratch = try Scratch()
    try scratch.load(Export("orders", orders: [sold, unknown]))
    try scratch.load(Export("lines", orders: [], lines: lines))
    let rows = try CustomerOrders.fetch(upTo: nil, from: scratch.warehouse)
    #expect(rows.map(\.lineCount) == [2, 0])
    #expect(rows.map(\.quantity) == [3, nil])
    #expect(rows.map(\.distinctProducts) == [2, nil])
  }

  @Test func linesThatAConnectorAndTheShopTellCountOnce() throws {
    let own = Export("own", exported: "2026-09-02", orders: [sold], lines: lines)
    let heads = Export("heads", exported: "2026-09-03", orders: [sold])
    let items = Export("items", exported: "2026-09-03", orders: [], lines: lines)
    for exports in [[own, heads, items], [items, heads, own], [heads, own, items]] {
      let scratch = try Scratch()
      for export in exports { try scratch.load(export) }
      let rows = try CustomerOrders.fetch(upTo: nil, from: scratch.warehouse)
      #expect(rows.map(\.lineCount) == [2] && rows.map(\.quantity) == [3])
    }
  }
}
