import Ingestion
import Testing
import Vocabulary

struct RepeatedTotalsTests {
  private static let fields: [TableField: String] = [.orderID: "No", .day: "Date", .total: "Amount", .product: "Item"]

  private func read(_ rows: String, _ fields: [TableField: String] = Self.fields) throws -> Reading {
    var mapping = TableMapping(name: "shop", kind: .orders)
    mapping.fields = fields.mapValues { FieldMapping([$0]) }
    mapping.constants = [.currency: "EUR"]
    mapping.goesFirst = true
    return try Sample("No,Date,Amount,Item,Shop\n" + rows).read(ReadOptions(mappings: [mapping]))
  }

  private func notes(_ reading: Reading) -> [String] {
    reading.recognition.notes.filter { $0.contains("in several rows with one total") }
  }

  /// 36 if the rows are lines of 12 each, and 12 if each says the order's: it is read as the latter, and said.
  @Test func anAmountThatMayBeEachRowsOwnIsSaid() throws {
    let row = "7,2026-05-13,12.00,Tea,\n"
    let reading = try read(row + row + row + "8,2026-05-13,12.00,Tea,\n")
    #expect(reading.total(.revenue) == "24" && reading.summary.rowsRejected == 0)
    #expect(
      notes(reading) == [
        "1 order stands in several rows with one total (\"Amount\"), which is counted once; if it is each row's own "
          + "amount, map the column of the whole order's amount as total (the amount of one piece is price), or first "
          + "sum up each order's rows in one"
      ])
    let more = try read(row + "8,2026-05-13,5,Tea,\n" + row + "8,2026-05-13,5,Cup,\n")
    #expect(notes(more).count == 1 && notes(more).allSatisfy { $0.hasPrefix("2 orders stand in") })
  }

  /// On its first row alone it is the order's; of nothing there is nothing to add; another shop's order is another one.
  @Test func otherRowsOfAnOrderSayNothing() throws {
    #expect(notes(try read("7,2026-05-13,12.00,Tea,\n7,2026-05-13,,Cup,\n")).isEmpty)
    #expect(notes(try read("7,2026-05-13,0.00,Tea,\n7,2026-05-13,0.00,Cup,\n")).isEmpty)
    let shops = Self.fields.merging([.shop: "Shop"]) { $1 }
    #expect(notes(try read("7,2026-05-13,12,Tea,A\n7,2026-05-13,12,Tea,B\n", shops)).isEmpty)
  }
}
