import Ingestion
import Testing
import Vocabulary

struct MappedColumnsTests {
  /// A code in its own column, and a mark beside the amount that is another currency's.
  @Test func aMarkThatContradictsItsRowsCurrencyIsRefused() throws {
    var mapping = TableMapping(name: "shop", kind: .orders)
    mapping.fields = [
      .orderID: FieldMapping(["Order"]), .day: FieldMapping(["Day"]), .total: FieldMapping(["Total"]),
      .currency: FieldMapping(["Cur"]),
    ]
    mapping.goesFirst = true
    let reading = try Sample(
      "Order,Day,Total,Cur\n1,2026-05-13,€20.00,EUR\n2,2026-05-13,€21.50,GBP\n3,2026-05-14,22.50,GBP\n"
    ).read(ReadOptions(mappings: [mapping]))
    #expect(reading.all.customerOrders.map(\.orderID) == ["1", "3"])
    #expect(reading.all.rejectedRows.map(\.line) == [3])
  }
}
