import Testing
import Vocabulary

@testable import Warehouse

/// The same orders in an export with the shop's ids and in one without.
@Suite struct OrderNamesTests {
  private func export(
    _ file: String, _ id: String?, name: String = "#1001", day: String = "2026-09-01", instant: Int64? = 1_000,
    exported: String? = nil, status: String = "paid"
  ) -> Export {
    var order = order(id ?? name, day, email: nil, line: 2, subtotal: 80, status: status)
    order.orderName = name
    order.instant = instant
    return Export(
      file, exported: exported, orders: [order],
      lines: [line(of: order.orderID, 1, "Tea", quantity: 2), line(of: order.orderID, 2, "Pot", quantity: 1, line: 3)])
  }

  private func rows(_ scratch: Scratch, _ table: String, _ columns: String) throws -> [[QueryAnswer.Value]] {
    try scratch.warehouse.queryRows("SELECT \(columns) FROM \(table) ORDER BY 1, 2").rows
  }

  @Test(arguments: [[nil, "77"], ["77", nil]])
  func anOrderIsOneWithItsIdAndWithout(ids: [String?]) throws {
    let scratch = try Scratch()
    for (place, id) in ids.enumerated() { try scratch.load(export("file \(place)", id)) }
    #expect(try rows(scratch, "readableCustomerOrder", "orderID, orderName") == [[.text("77"), .text("#1001")]])
    #expect(
      try rows(scratch, "readableOrderLine", "orderID, position")
        == [[.text("77"), .integer(1)], [.text("77"), .integer(2)]])
  }

  /// A connector's lines come in a table of their own, before its orders.
  @Test(arguments: [["short", "lines", "whole"], ["lines", "short", "whole"]])
  func linesThatTheIdHasAlreadyCountOnce(files: [String]) throws {
    let scratch = try Scratch()
    let batch = export("whole", "77").batches[0]
    let exports = [
      "short": export("short", nil), "lines": Export("lines", orders: [], lines: batch.orderLines),
      "whole": Export("whole", orders: batch.customerOrders),
    ]
    for file in files { try scratch.load(#require(exports[file])) }
    #expect(try rows(scratch, "readableCustomerOrder", "orderID, orderName") == [[.text("77"), .text("#1001")]])
    #expect(
      try rows(scratch, "readableOrderLine", "orderID, position")
        == [[.text("77"), .integer(1)], [.text("77"), .integer(2)]])
  }

  /// Then nothing is loaded anew, whichever of the two comes again.
  @Test func bothAgainChangeNothing() throws {
    let scratch = try Scratch()
    try scratch.load(export("short", nil))
    try scratch.load(export("whole", "77"))
    try scratch.load(export("short again", nil))
    #expect(try scratch.load(export("whole again", "77")).rowsUnchanged == 2)
    #expect(try scratch.count("customerOrder") == 1)
    #expect(try scratch.count("orderLine") == 2)
  }

  @Test(arguments: [[nil, "77"], ["77", nil]])
  func theNewerStateStands(ids: [String?]) throws {
    let scratch = try Scratch()
    try scratch.load(export("old", ids[0], exported: "2026-09-05", status: "pending"))
    try scratch.load(export("new", ids[1], exported: "2026-09-06", status: "paid"))
    #expect(try rows(scratch, "readableCustomerOrder", "financialStatus, orderID") == [[.text("paid"), .text("77")]])
  }

  /// Two shops begin to count alike: another day, or another second of the same day, is another order.
  @Test func ordersOfTwoShopsStayTwo() throws {
    let scratch = try Scratch()
    try scratch.load(export("one", "77"))
    try scratch.load(export("two", "88", day: "2026-09-02", instant: 90_000))
    try scratch.load(export("three", "99", instant: 1_001))
    #expect(try scratch.count("customerOrder") == 3)
    try scratch.load(export("four", nil, day: "2026-09-03", instant: nil))
    #expect(try scratch.count("customerOrder") == 4)
    try scratch.load(export("five", nil, instant: 1_001))
    #expect(try scratch.count("customerOrder") == 4)
    #expect(
      try rows(scratch, "readableCustomerOrder", "orderID, instant").map { $0[0] }
        == ["#1001", "77", "88", "99"].map { .text($0) })
  }

  /// Without the second nobody can tell which of two of one day it is.
  @Test func anOrderThatMayBeTwoIsItsOwn() throws {
    let scratch = try Scratch()
    try scratch.load(export("one", "77"))
    try scratch.load(export("two", "99", instant: 1_001))
    try scratch.load(export("three", nil, instant: nil))
    #expect(try scratch.count("customerOrder") == 3)
  }
}
