import Testing
import Vocabulary

@testable import Warehouse

/// The view that people read the lines of orders in.
@Suite struct CurrentOrderLinesTests {
  private func products(_ scratch: Scratch) throws -> [[QueryAnswer.Value]] {
    try scratch.warehouse.queryRows("SELECT position, product FROM readableOrderLine ORDER BY 1").rows
  }

  /// Of tea and a mug the tea is gone, and the mug has moved up.
  @Test func anOrderThatLostALineShowsTheOthersOnce() throws {
    let sold = order("1", "2026-09-01", email: nil, subtotal: 15)
    let older = Export(
      "a", exported: "2026-09-02", orders: [sold],
      lines: [line(of: "1", 1, "Tea", quantity: 1), line(of: "1", 2, "Mug", quantity: 1, line: 3)])
    let newer = Export("b", exported: "2026-09-03", orders: [sold], lines: [line(of: "1", 1, "Mug", quantity: 1)])
    var digests: Set<String> = []
    for exports in [[older, newer], [newer, older]] {
      let scratch = try Scratch()
      for export in exports { try scratch.load(export) }
      #expect(try products(scratch) == [[.integer(1), .text("Mug")]])
      #expect(try scratch.count("orderLine") == 2)
      digests.insert(try scratch.warehouse.contentDigest())
    }
    #expect(digests.count == 1)
  }

  /// The newer file has the mug too, in a row that could not be read.
  @Test func aLineThatMayBeAmongTheRejectedRowsStays() throws {
    let sold = order("1", "2026-09-01", email: nil, subtotal: 15)
    let older = Export(
      "a", exported: "2026-09-02", orders: [sold],
      lines: [line(of: "1", 1, "Tea", quantity: 1), line(of: "1", 2, "Mug", quantity: 1, line: 3)])
    var newer = Export("b", exported: "2026-09-03", orders: [sold], lines: [line(of: "1", 1, "Tea", quantity: 1)])
    newer.batches[0].rejectedRows = [RejectedRow(line: 3, column: "Quantity", found: "x", expected: "a number")]
    newer.batches[0].rowsRead += 1
    let scratch = try Scratch()
    try scratch.load(older)
    try scratch.load(newer)
    #expect(try products(scratch) == [[.integer(1), .text("Tea")], [.integer(2), .text("Mug")]])
  }

  /// A connector's tables: orders in one, their lines in another or in several.
  @Test func linesWithoutTheirOrdersInTheFileAllCount() throws {
    let scratch = try Scratch()
    try scratch.load(Export("orders", orders: [order("1", "2026-09-01", email: nil, subtotal: 15)]))
    try scratch.load(Export("lines 1", orders: [], lines: [line(of: "1", 1, "Tea", quantity: 1)]))
    try scratch.load(
      Export(
        "lines 2", orders: [], lines: [line(of: "1", 2, "Mug", quantity: 1), line(of: "9", 3, "Pot", quantity: 1)]))
    #expect(
      try products(scratch)
        == [[.integer(1), .text("Tea")], [.integer(2), .text("Mug")], [.integer(3), .text("Pot")]])
  }
}
