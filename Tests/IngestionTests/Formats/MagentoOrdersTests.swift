import Ingestion
import Testing
import Vocabulary

struct MagentoOrdersTests {
  private static func row(_ cells: [String]) -> String {
    "<Row>" + cells.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined() + "</Row>"
  }

  @Test func theGridAsExcelXML() throws {
    let rows = [
      [
        "Order #", "Purchased From (Store)", "Purchased On", "Bill to Name", "Ship to Name", "G.T. (Base)",
        "G.T. (Purchased)", "Status",
      ],
      ["100000001", "Main Store", "Jan 5, 2013 8:08:14 PM", "Ann A", "Ann A", "$1,234.50", "€940.00", "Complete"],
      ["100000002", "Main Store", "Feb 15, 2013 9:00:00 AM", "Bob B", "Bob B", "$20.00", "$20.00", "Pending Payment"],
      ["100000003", "Main Store", "Feb 16, 2013 9:00:00 AM", "Cid C", "Cid C", "$5.25", "$5.25", "Canceled"],
      ["100000004", "Main Store", "Feb 30, 2013 9:00:00 AM", "Dee D", "Dee D", "$5.25", "$5.25", "Complete"],
    ]
    let book =
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"orders.xml\"><Table>"
      + rows.map(Self.row).joined() + "</Table></Worksheet></Workbook>"
    let reading = try Sample(book, name: "orders.xml").read(ReadOptions(currency: Currency("USD")))
    #expect(reading.recognition.format == "MagentoOrders")
    #expect(!reading.recognition.isVerified)
    #expect(reading.total(.orders) == "3")
    #expect(reading.total(.revenue) == "1259.75")
    let orders = reading.all.customerOrders
    #expect(orders.map(\.day.description) == ["2013-01-05", "2013-02-15", "2013-02-16"])
    #expect(orders.map(\.currency) == Array(repeating: Currency("USD"), count: 3))
    #expect(orders.map(\.financialStatus) == ["complete", "pending", "canceled"])
    #expect(orders.map(\.isCancelled) == [false, false, true])
    #expect(orders[0].shop == "Main Store")
    #expect(reading.recognition.window?.description == "2013-01-05…2013-02-16")
    #expect(reading.summary.problems.map(\.column) == ["Purchased On"])
  }

  /// By hand: 65.00 less 5.00 of shipping is the subtotal of the first; the second's total says that 6.00 of its 60.00
  /// were taken off; the third was paid in other money than its total is in.
  @Test func goodsShippingAndRefunds() throws {
    let reading = try Sample(
      """
      ID,Purchase Date,Bill-to Name,Grand Total (Base),Grand Total (Purchased),Status,Subtotal,Shipping and Handling,Total Refunded
      000000001,2026-10-13 08:15:00,A,65.0000,65.0000,complete,60.0000,5.0000,
      000000002,2026-10-14 08:15:00,B,59.0000,59.0000,complete,60.0000,5.0000,10.0000
      000000003,2026-10-15 08:15:00,C,71.4000,60.0000,complete,60.0000,0.0000,20.0000
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    let orders = reading.all.customerOrders
    #expect(orders.map(\.subtotalMicros) == [60_000_000, 54_000_000, 60_000_000])
    #expect(orders.map(\.shippingMicros) == [5_000_000, 5_000_000, 0])
    #expect(orders.map(\.refundedMicros) == [nil, 10_000_000, nil])
  }

  @Test func anOrderWithABadAddressIsNobodys() throws {
    let reading = try Sample(
      """
      ID,Purchase Date,Customer Email,Grand Total (Base),Status
      000000001,2026-10-13 08:15:00,anna@gmail,65.00,complete
      000000002,2026-10-14 08:15:00,b@x.de,59.00,complete
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.all.customerOrders.map(\.email?.normalized) == [nil, "b@x.de"])
    #expect(reading.recognition.notes.contains { $0.hasPrefix("1 cell of \"Customer Email\" holds no e-mail address") })
  }

  /// Its own codes and the labels that it shows for them; what was paid back has a minus or none.
  @Test func statesAndRefunds() throws {
    let states = [
      ("complete", "-£30.00"), ("holded", "£0.00"), ("pending_payment", ""), ("fraud", ""), ("Suspected Fraud", ""),
      ("canceled", ""), ("closed", "£20.00"), ("closed", ""),
    ]
    let rows = states.enumerated().map {
      "\($0.offset),2026-03-1\($0.offset) 10:00:00,£100.00,\($0.element.0),£95.00,£5.00,\($0.element.1)\n"
    }
    let reading = try Sample(
      "ID,Purchase Date,Grand Total (Base),Status,Subtotal,Shipping and Handling,Total Refunded\n" + rows.joined()
    ).read()
    let orders = reading.all.customerOrders
    #expect(
      orders.map(\.financialStatus)
        == ["complete", "pending", "pending", "pending", "pending", "canceled", "refunded", "refunded"])
    #expect(orders.map(\.isCancelled) == [false, false, false, false, false, true, false, false])
    #expect(
      orders.map(\.refundedMicros) == [30_000_000, 0, nil, nil, nil, nil, 20_000_000, 100_000_000])
  }

  @Test func aMarkNamesTheCurrency() throws {
    let reading = try Sample(
      """
      Order #;Purchased On;G.T. (Purchased);Status
      100000001;31.01.2013 20:08:14;1.234,50 €;Complete
      """
    ).read()
    #expect(reading.all.customerOrders[0].currency == Currency("EUR"))
    #expect(reading.all.customerOrders[0].totalMicros == 1_234_500_000)
    #expect(reading.all.customerOrders[0].day.description == "2013-01-31")
  }

  @Test func theGridOfMagento2() throws {
    let reading = try Sample(
      """
      ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email,Subtotal
      000000001,"Main Website
          Main Store
              Default View","Mar 1, 2026 10:11:12 AM",Kim,Kim,"$1,556.87","€1,440.00",Complete,Ann@example.org,"$1,551.87"
      000000002,Main Website,"Mar 2, 2026 10:11:12 AM",Kim,Kim,$5.00,$5.00,Canceled,,$4.00
      """
    ).read(ReadOptions(currency: Currency("USD")))
    #expect(reading.recognition.format == "MagentoOrders")
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    let orders = reading.all.customerOrders
    #expect(orders.map(\.orderID) == ["000000001", "000000002"])
    #expect(orders.map(\.totalMicros) == [1_556_870_000, 5_000_000])
    #expect(orders.map(\.shop) == ["Main Website / Main Store / Default View", "Main Website"])
    #expect(orders.map(\.isCancelled) == [false, true] && orders[0].currency == Currency("USD"))
    #expect(orders[0].email?.normalized == "ann@example.org" && orders[1].email == nil)
  }

  @Test(arguments: [
    ("000000123", "000000123"), ("123", "000000123"), ("100000123", "100000123"), ("2000000123", "2000000123"),
    ("WEB-123", "WEB-123"), ("123-1", "123-1"),
  ])
  func aSpreadsheetDropsTheNoughtsOfANumber(cell: String, id: String) throws {
    let reading = try Sample(
      "ID,Purchase Date,Grand Total (Base),Status\n\(cell),2026-03-02 10:00:00,$125.00,complete\n"
    ).read(ReadOptions(currency: Currency("USD")))
    #expect(reading.all.customerOrders.map(\.orderID) == [id] && reading.all.customerOrders.map(\.orderName) == [id])
  }

  /// An "ID" alone is anybody's, and the grid of invoices has other days.
  @Test(arguments: [
    "ID,Date,Grand Total (Base),Status", "ID,Purchase Date,Total,Status",
    "Invoice,Invoice Date,Order #,Order Date,Bill-to Name,Status,Grand Total (Base),Grand Total (Purchased)",
  ])
  func otherTablesAreNotTaken(header: String) throws {
    let cells = header.split(separator: ",").map { $0.hasSuffix("Date") ? "2026-03-01" : "1" }
    guard case .unrecognised = try Sample("\(header)\n\(cells.joined(separator: ","))\n").failure() else {
      Issue.record("\(header) was taken for the grid")
      return
    }
  }
}
