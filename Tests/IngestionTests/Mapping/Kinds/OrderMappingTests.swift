import Testing
import Vocabulary

@testable import Ingestion

struct OrderMappingTests {
  private func read(_ text: String, _ fields: [TableField: String]) throws -> Reading {
    var mapping = TableMapping(name: "shop", kind: .orders)
    mapping.fields = fields.mapValues { FieldMapping([$0]) }
    return try Sample(text).read(ReadOptions(currency: Currency("EUR"), mappings: [mapping]))
  }

  private static let lines: [TableField: String] = [
    .orderID: "No", .day: "Date", .email: "Mail", .total: "Total", .product: "Item", .quantity: "Qty", .price: "Price",
  ]

  @Test func aRowIsAnOrder() throws {
    let reading = try read(
      "No,Date,Total,Gone\n7,2026-03-01,10.50,no\n8,2026-03-02,4,2026-03-03\n",
      [.orderID: "No", .day: "Date", .total: "Total", .cancelled: "Gone"])
    #expect(reading.total(.orders) == "2" && reading.total(.revenue) == "14.5")
    #expect(reading.all.customerOrders.map(\.isCancelled) == [false, true])
    #expect(reading.all.orderLines.isEmpty)
  }

  /// A spreadsheet's own words for no, in its language; a day and a reason are a yes.
  @Test(arguments: [
    ("FALSCH", false), ("FAUX", false), ("FALSO", false), ("ONWAAR", false), ("nee", false), ("nej", false),
    ("nie", false), ("nao", false), ("0", false), ("--", false), ("WAHR", true), ("VRAI", true), ("2026-03-03", true),
    ("too late", true), ("1", true),
  ])
  func aCancellationIsAnythingButANo(cell: String, isCancelled: Bool) throws {
    let reading = try read(
      "No,Date,Total,Gone\n7,2026-03-01,10.50,\(cell)\n",
      [.orderID: "No", .day: "Date", .total: "Total", .cancelled: "Gone"])
    #expect(reading.all.customerOrders.map(\.isCancelled) == [isCancelled])
  }

  @Test func theWordOfItsStateDecidesWhetherAnOrderCounts() throws {
    let reading = try read(
      "No,Date,Total,State\n1,2026-03-01,10,wc-completed\n2,2026-03-02,10,Annulé\n3,2026-03-03,10,Awaiting Payment\n"
        + "4,2026-03-04,10,Refunded\n5,2026-03-05,10,Frobnicated\n6,2026-03-06,10,\n",
      [.orderID: "No", .day: "Date", .total: "Total", .status: "State"])
    let orders = reading.all.customerOrders
    #expect(orders.map(\.orderID) == ["1", "2", "3", "4", "6"])
    #expect(orders.map(\.isCancelled) == [false, true, false, false, false])
    #expect(orders.map(\.financialStatus) == ["wc-completed", "Annulé", "pending", "Refunded", ""])
    #expect(orders.map(\.refundedMicros) == [nil, nil, nil, 10_000_000, nil])
    #expect(reading.all.rejectedRows.map(\.line) == [6] && reading.all.rejectedRows.map(\.column) == ["State"])
  }

  @Test func aRefundIsTakenByItsSize() throws {
    let reading = try read(
      "No,Date,Total,Back\n1,2026-03-20,100.00,-30.00\n2,2026-03-20,100.00,30.00\n",
      [.orderID: "No", .day: "Date", .total: "Total", .refunded: "Back"])
    #expect(reading.all.customerOrders.map(\.refundedMicros) == [30_000_000, 30_000_000])
  }

  @Test func aCreditNoteIsNoOrder() throws {
    let reading = try read(
      "No,Date,Total\n1,2026-03-20,100.00\n2,2026-03-21,-40.00\n", [.orderID: "No", .day: "Date", .total: "Total"])
    #expect(reading.total(.revenue) == "100")
    #expect(reading.all.rejectedRows.map(\.found) == ["an amount below 0, as of a credit note"])
  }

  @Test func rowsOfOneOrderAreItsLines() throws {
    let reading = try read(
      "No,Date,Mail,Total,Item,Qty,Price\n7,2026-03-01,a@b.org,10,Tea,2,4\n8,2026-03-01,,3,Cup,1,3\n7,,,,Pot,1,2\n",
      Self.lines)
    #expect(reading.total(.orders) == "2" && reading.total(.revenue) == "13")
    #expect(reading.all.orderLines.map(\.orderID) == ["7", "8", "7"])
    #expect(reading.all.orderLines.map(\.position) == [1, 1, 2])
    #expect(reading.all.orderLines.map(\.quantity) == [2, 1, 1])
  }

  /// A line's amount that was mapped as the order's must not lose the other lines in silence.
  @Test func anotherTotalOnAFurtherLineIsRefused() throws {
    let reading = try read(
      "No,Date,Mail,Total,Item,Qty,Price\n7,2026-03-01,,8,Tea,2,4\n7,2026-03-01,,2,Pot,1,2\n7,2026-03-01,,8,Cup,1,2\n",
      Self.lines)
    #expect(reading.summary.rowsRejected == 1 && reading.all.rejectedRows.map(\.line) == [3])
    #expect(reading.all.orderLines.map(\.position) == [1, 2])
  }

  @Test func furtherLinesOfARefusedOrderAreRefused() throws {
    let reading = try read(
      "No,Date,Mail,Total,Item,Qty,Price\n7,never,,8,Tea,2,4\n7,2026-03-01,,,Pot,1,2\n", Self.lines)
    #expect(reading.summary.rowsRejected == 2 && reading.all.customerOrders.isEmpty && reading.all.orderLines.isEmpty)
  }

  /// 1,050 cents are 10.50 euros, 2,000 yen are yen, 2,500 fils are 2.5 dinars.
  @Test func theSmallestUnitsOfACurrency() throws {
    var mapping = TableMapping(name: "shop", kind: .orders)
    mapping.fields = [
      .orderID: FieldMapping(["No"]), .day: FieldMapping(["Date"]), .currency: FieldMapping(["Cur"]),
      .total: FieldMapping(["Total"], unit: .cents),
    ]
    let reading = try Sample(
      "No,Date,Total,Cur\n1,2026-03-01,1050,EUR\n2,2026-03-13,2000,JPY\n3,2026-03-13,2500,KWD\n"
    ).read(ReadOptions(mappings: [mapping]))
    #expect(reading.all.customerOrders.map(\.totalMicros) == [10_500_000, 2_000_000_000, 2_500_000])
  }
}
