import Ingestion
import Testing
import Vocabulary

struct WooCommerceOrdersTests {
  @Test func ordersAndTheirRefunds() throws {
    let reading = try Sample(
      """
      Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue
      2026-03-01 10:00:00,501,completed,Ann A,new,2× Mug,2,HELLO,20.5
      2026-03-02 11:00:00,502,on-hold,Bob B,new,1× Cup,1,,12
      2026-03-02 12:00:00,503,cancelled,Cid C,new,1× Cup,1,,12
      2026-03-03 09:30:00,501,refunded,Ann A,returning,,0,,-5.5
      2026-03-03 09:31:00,504,trash,Ann A,returning,,0,,3
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.recognition.format == "WooCommerceOrders")
    #expect(!reading.recognition.isVerified)
    #expect(reading.total(.orders) == "3")
    #expect(reading.total(.revenue) == "44.5")
    #expect(reading.total(.refunds) == "5.5")
    let orders = reading.all.customerOrders
    #expect(orders.map(\.subtotalMicros) == [20_500_000, 12_000_000, 12_000_000])
    #expect(orders.map(\.totalMicros) == [nil, nil, nil])
    #expect(orders.map(\.financialStatus) == ["completed", "pending", "cancelled"])
    #expect(orders.map(\.isCancelled) == [false, false, true])
    #expect(orders[0].discountCode == "HELLO")
    #expect(orders[0].currency == Currency("EUR"))
    #expect(reading.all.refunds.map(\.orderID) == ["501"])
    #expect(reading.all.refunds.map(\.refundID) == ["501/2026-03-03 09:30/5500000"])
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
  }

  /// An order that was paid back says so by its state alone; a refund of a part is a record of its own.
  @Test func states() throws {
    let states = ["processing", "failed", "checkout-draft", "auto-draft", "refunded", "Zahlung ausstehend"]
    let rows = states.enumerated().map { "2026-03-1\($0.offset) 10:00:00,\($0.offset),\($0.element),1× Cup,1,20\n" }
    let reading = try Sample("Date,Order #,Status,Product(s),Items sold,N. Revenue\n" + rows.joined()).read()
    let orders = reading.all.customerOrders
    #expect(
      orders.map(\.financialStatus) == ["processing", "failed", "pending", "pending", "refunded", "pending"])
    #expect(orders.map(\.refundedMicros) == [nil, nil, nil, nil, 20_000_000, nil])
  }

  /// Shipping alone that was paid back has the order's number, its own day and no revenue. Free goods are an order, and so is
  /// one that was emptied before anybody paid.
  @Test func aRefundOfShippingIsNoOrder() throws {
    let reading = try Sample(
      """
      Date,Order #,Status,Product(s),Items sold,N. Revenue
      2026-03-06 09:00:00,1003,completed,,0,0
      2026-03-05 09:00:00,1002,completed,1× Cup,-1,0
      2026-03-04 09:00:00,1004,completed,1× Sample,1,0
      2026-03-04 08:00:00,1005,on-hold,,0,0
      2026-03-03 09:00:00,1003,completed,1× Cup,1,20
      2026-03-02 09:00:00,1002,completed,1× Cup,1,25
      """
    ).read()
    #expect(reading.all.customerOrders.map(\.orderID) == ["1004", "1005", "1003", "1002"])
    #expect(reading.all.customerOrders.map(\.subtotalMicros) == [0, 0, 20_000_000, 25_000_000])
    #expect(reading.all.refunds.map(\.orderID) == ["1003", "1002"])
    #expect(reading.all.refunds.map(\.amountMicros) == [0, 0])
    let withoutItems = try Sample(
      "Date,Order #,Status,Product(s),N. Revenue\n2026-03-06 09:00:00,7,completed,,0\n"
        + "2026-03-05 09:00:00,8,completed,1× Sample,0\n"
    ).read()
    #expect(withoutItems.all.customerOrders.map(\.orderID) == ["8"])
  }

  /// Emptied, and then called off: a refund would leave the order as it was loaded before.
  @Test(arguments: ["cancelled", "failed"])
  func anEmptyOrderThatWasCalledOffIsHeard(status: String) throws {
    let reading = try Sample(
      "Date,Order #,Status,Product(s),Items sold,N. Revenue\n2026-03-04 08:00:00,1005,\(status),,0,0\n"
    ).read()
    #expect(reading.all.customerOrders.map(\.orderID) == ["1005"])
    #expect(reading.all.refunds.isEmpty)
  }

  /// The columns of its source code, in its order, of which one repeats the amount with the currency's mark.
  @Test func theCurrencyOfTheAmountAsTheShopShowsIt() throws {
    let reading = try Sample(
      "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution\n"
        + "2026-03-02 09:15:00,77,€18.50,completed,Ada,new,1× Cap,1,,18.5,Direct\n"
    ).read()
    #expect(reading.recognition.format == "WooCommerceOrders")
    let order = try #require(reading.all.customerOrders.first)
    #expect(order.subtotalMicros == 18_500_000 && order.currency?.code == "EUR")
  }

  /// After a partial refund the shop shows the total and what is left of it; no order falls by its mark.
  @Test(arguments: [
    ("€107.75 €106.75", "EUR"), ("\"107,75 € 106,75 €\"", "EUR"), ("-£5.00", "GBP"), ("107.75 zł", "PLN"),
    ("R$ 107.75", "BRL"), ("USD 107.75", "USD"), ("$107.75", ""), ("107.75", ""), ("", ""), ("see below", ""),
  ])
  func theMarkOfTheFirstAmount(shown: String, code: String) throws {
    let reading = try Sample(
      "Date,Order #,N. Revenue (formatted),Status,Product(s),Items sold,N. Revenue\n"
        + "2026-03-05 09:04:00,904,\(shown),completed,2× Cap,2,107.75\n"
    ).read()
    let order = try #require(reading.all.customerOrders.first)
    #expect(order.subtotalMicros == 107_750_000 && order.currency?.code ?? "" == code)
  }

  @Test func theFilesCurrencyIsTheShownOne() throws {
    func currency(_ marks: String...) throws -> String? {
      let rows = marks.enumerated().map { "2026-03-05 09:04:00,\($0),\($1),completed,2× Cap,2,10\n" }
      return try Sample(
        "Date,Order #,N. Revenue (formatted),Status,Product(s),Items sold,N. Revenue\n" + rows.joined()
      ).read(ReadOptions(currency: Currency("EUR"))).recognition.currency?.code
    }
    #expect(try currency("£10.00", "£10.00") == "GBP")
    #expect(try currency("£10.00", "€10.00") == nil)
    #expect(try currency("", "10") == "EUR")
  }

  /// A spreadsheet drops the seconds; what they alone tell apart stays two where they are there.
  @Test(arguments: [("10:00:45", "10:00:50", " #2"), ("10:00", "10:00", "")])
  func aRefundHasOneNameHoweverItsMomentIsWritten(first: String, second: String, number: String) throws {
    let row = { (time: String, amount: Int) in "2026-03-04 \(time),1002,refunded,,0,\(amount)\n" }
    let reading = try Sample(
      "Date,Order #,Status,Product(s),Items sold,N. Revenue\n" + row(first, -5) + row(second, -5) + row(second, -7)
    ).read()
    let minute = "1002/2026-03-04 10:00"
    #expect(
      reading.all.refunds.map(\.refundID)
        == ["\(minute)/5000000", "\(minute)/5000000\(number)", "\(minute)/7000000"])
  }
}
