import Ingestion
import Testing
import Vocabulary

struct ShopifyOrdersTests {
  private static let header =
    "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Country,Notes,Cancelled at,Refunded Amount,Id\n"

  @Test func ordersOverSeveralLines() throws {
    let reading = try Sample(
      Self.header
        + """
        #1,ann@example.org,paid,EUR,30.00,4.90,5.00,34.90,HELLO,2.00,2026-05-11 23:55:16 -0400,2,Mug,10.00,M1,DE,"two
        lines",,5.00,111
        #1,ann@example.org,,,,,,,,,2026-05-11 23:55:16 -0400,1,Cup,12.00,C1,,,,,
        #2,,refunded,EUR,8.00,0.00,0.00,8.00,,0.00,2026-05-12 08:00:00 -0400,1,Pen,8.00,,,,2026-05-12 09:00:00 -0400,-8.00,112
        """
    ).read()
    #expect(reading.recognition.format == "ShopifyOrders")
    #expect(reading.recognition.timeZone == "-04:00")
    #expect(reading.summary.rowsRead == 3)
    #expect(reading.total(.orders) == "2")
    #expect(reading.total(.revenue) == "42.9")
    let order = try #require(reading.all.customerOrders.first)
    #expect(order.orderID == "111")
    // The shop's day, though it is the next one in UTC: 2026-05-12T03:55:16Z.
    #expect(order.day.description == "2026-05-11")
    #expect(order.instant == 1_778_558_116)
    #expect(order.discountMicros == 2_000_000)
    #expect(order.country == "DE")
    #expect(reading.all.customerOrders[1].isCancelled)
    // Some tools write what was given back with a minus.
    #expect(reading.all.customerOrders.map(\.refundedMicros) == [5_000_000, 8_000_000])
    #expect(reading.all.customerOrders[1].email == nil)
    #expect(reading.all.orderLines.map(\.position) == [1, 2, 1])
    #expect(reading.all.orderLines.map(\.orderID) == ["111", "111", "112"])
    #expect(reading.all.orderLines.map(\.origin.line) == [2, 4, 5])
  }

  @Test func amountsInOtherMoneyThanTheCodeSays() throws {
    func order(_ name: String, _ code: String, _ total: String) -> String {
      "\(name),,paid,\(code),\(total),,,\(total),,,2026-05-11 23:55:16 -0400,1,Mug,10.00,M1,,,,,\n"
    }
    let reading = try Sample(
      Self.header + order("#1", "EUR", "$30.00") + order("#2", "EUR", "€30.00") + order("#3", "", "30.00")
    ).read()
    #expect(reading.all.customerOrders.map(\.orderName) == ["#2"])
    #expect(reading.summary.problems.map(\.found) == ["an amount in $", "no currency code"])
  }

  /// Typed below the table; an order may be called so, and then has a moment or an id.
  @Test func theUsersOwnTotalIsSkipped() throws {
    let reading = try Sample(
      Self.header
        + """
        #1,ann@example.org,paid,EUR,30.00,4.90,5.00,34.90,HELLO,2.00,2026-05-11 23:55:16 -0400,2,Mug,10.00,M1,DE,,,5.00,111
        Total,,paid,EUR,8.00,0.00,0.00,8.00,,0.00,2026-05-12 08:00:00 -0400,1,Pen,8.00,,,,,8.00,112
        ,,,,,,,,,,,,,,,,,,,
        Summe,,,,38.00,,,42.90,,,,,,,,,,,,
        """
    ).read()
    #expect(reading.all.customerOrders.map(\.orderID) == ["111", "112"])
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.reason).contains(.totals))
    #expect(reading.all.controlTotals.map(\.valueMicros) == [38_000_000])
  }

  @Test func theLinesOfARefusedOrderAreRefused() throws {
    let reading = try Sample(
      Self.header
        + """
        #1,nobody,paid,EUR,30.00,4.90,5.00,34.90,,0,,2,Mug,10.00,,,,,,111
        #1,,,,,,,,,,2026-05-11 23:55:16 -0400,1,Cup,12.00,,,,,,
        #3,,,,,,,,,,2026-05-11 23:55:16 -0400,1,Cup,12.00,,,,,,
        """
    ).read()
    #expect(reading.summary.rowsRejected == 3)
    #expect(reading.summary.problems.map(\.column) == ["Created at", "Name", "Total"])
    #expect(!reading.summary.problems.contains { $0.found.contains("nobody") })
  }

  /// The name stands for the id, in each of the order's lines.
  @Test func anIDThatASpreadsheetCutIsLeftOutAndToldOf() throws {
    let reading = try Sample(
      Self.header
        + """
        #1063,ann@example.org,paid,EUR,30.00,4.90,5.00,34.90,,0,2026-05-11 23:55:16 -0400,2,Mug,10.00,,,,,,5.60003E+12
        #1063,,,,,,,,,,2026-05-11 23:55:16 -0400,1,Cup,12.00,,,,,,
        #1064,,paid,EUR,8.00,0,0,8.00,,0,2026-05-12 08:00:00 -0400,1,Pen,8.00,,,,,,5.60003E+12
        """
    ).read()
    #expect(reading.all.customerOrders.map(\.orderID) == ["#1063", "#1064"] && reading.total(.revenue) == "42.9")
    #expect(reading.all.orderLines.map(\.orderID) == ["#1063", "#1063", "#1064"])
    #expect(reading.summary.rowsRejected == 0 && reading.summary.problems.map(\.line) == [2, 4])
    #expect(reading.summary.problems.first?.found == "5.60003E+12, an id that a spreadsheet cut")
  }

  /// An order is known by its id or its name. Its further lines repeat the address and are not counted again; who leaves
  /// two is known by the first.
  @Test func anOrderWithABadAddressIsNobodys() throws {
    let rows = ["anna@gmail", "a@x,de", "guest", "a@x.de; b@x.de", "c@x.de"].enumerated().map { place, email in
      "#\(place),\"\(email)\",paid,EUR,15.00,0,0,15.00,,0,2026-05-11 23:55:16 -0400,1,Mug,10.00,,,,,,10\(place)\n"
        + "#\(place),\"\(email)\",,,,,,,,,2026-05-11 23:55:16 -0400,1,Tea,5.00,,,,,,\n"
    }
    let reading = try Sample(Self.header + rows.joined()).read()
    #expect(reading.summary.rowsRejected == 0 && reading.all.orderLines.count == 10)
    #expect(reading.all.customerOrders.map(\.email?.normalized) == [nil, nil, nil, "a@x.de", "c@x.de"])
    #expect(
      reading.recognition.notes == [
        "2 cells of \"Email\" hold no e-mail address (line 2, 4): the orders are kept without it and join nobody by it"
      ])
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("shopify-ui/orders_export_multirow.csv")
    #expect(reading.summary.rowsRead == 40)
    #expect(reading.all.customerOrders.count == 19)
    #expect(reading.all.orderLines.count == 40)
    #expect(reading.all.orderLines.reduce(0) { $0 + $1.quantity } == 40)
    #expect(reading.total(.revenue) == "14089.04")
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.all.customerOrders.count { $0.phone != nil } == 7)
    #expect(reading.all.customerOrders[4].phone?.normalized == "+16135550142")
    #expect(reading.all.orderLines.count { $0.product.hasPrefix("Gift Card") } == 17)
  }

  @Test func phonesAndCustomers() throws {
    let reading = try Sample(
      """
      Name,Email,Financial Status,Total,Created at,Lineitem quantity,Lineitem name,Currency,Billing Zip,Billing Phone,Shipping Phone,Phone,Customer ID,Id
      #1,,paid,5.00,2026-05-11 23:55:16 -0400,1,Mug,EUR,'01067,0351 1234567,,'+49 351 7654321,'501,'111
      #2,,paid,5.00,2026-05-11 23:55:16 -0400,1,Mug,EUR,'01067,0351 1234567,,,,112
      #3,,paid,5.00,2026-05-11 23:55:16 -0400,1,Mug,EUR,'01067,none of yours,+49 351 7654321,4.47700E+11,,113
      #4,,paid,5.00,2026-05-11 23:55:16 -0400,1,Mug,EUR,'01067,,,,,6.63424E+12
      """
    ).read()
    #expect(reading.all.customerOrders.map { $0.phone?.normalized } == ["+493517654321", "03511234567", nil, nil])
    #expect(reading.all.customerOrders.map(\.customerID) == ["501", "", "", ""])
    #expect(reading.all.customerOrders.map(\.orderID) == ["111", "112", "113", "#4"])
    #expect(reading.summary.problems.map(\.column) == ["Id"])
    #expect(reading.recognition.notes.map { $0.prefix(47) } == ["1 cell of \"Phone\" holds no telephone number of "])
  }

  /// With all of its lines.
  @Test func anOrderOfTheTestGatewayIsNone() throws {
    let reading = try Sample(
      """
      Name,Email,Financial Status,Total,Created at,Lineitem quantity,Lineitem name,Currency,Payment Method,Id
      #1,,paid,5.00,2026-05-11 23:55:16 -0400,1,Mug,EUR,(for testing) Bogus Gateway,111
      #1,,,,2026-05-11 23:55:16 -0400,1,Cup,EUR,,
      #2,,paid,5.00,2026-05-11 23:55:16 -0400,1,Mug,EUR,Cards,112
      """
    ).read()
    #expect(reading.all.customerOrders.map(\.orderID) == ["112"] && reading.all.orderLines.map(\.orderID) == ["112"])
    #expect(reading.all.skippedRows.map(\.reason) == [.test, .test] && reading.summary.rowsRejected == 0)
  }

  /// Their columns are an orders export's, but for one that tells.
  @Test(arguments: ["Recovery Status", "Abandoned Checkout URL"])
  func abandonedCheckoutsAreLeftOut(column: String) throws {
    let text =
      "Id,Name,Email,Currency,Total,Created at,Lineitem quantity,Lineitem name,\(column)\n"
      + "381,#381,ann@example.org,GBP,40.00,2026-05-01 10:00:00 +0100,1,Mug,x\n"
    #expect(try Sample(text).failure() == Self.checkouts("sample.csv"))
  }

  /// A name alone is no reason to leave out orders that were paid.
  @Test(arguments: ["checkouts_export_1.csv", "Abandoned checkouts.csv"])
  func aFileNamedForCheckoutsIsLeftOutUnlessItStatesPayment(file: String) throws {
    #expect(try Sample(Self.order(status: "", paid: ""), name: file).failure() == Self.checkouts(file))
    let reading = try Sample(Self.order(status: "paid", paid: ""), name: file).read()
    #expect(reading.total(.orders) == "1" && reading.total(.revenue) == "40")
  }

  /// A further line of an order says nothing of the payment, whatever stands there.
  @Test func ordersThatSayNothingOfPaymentAreRefused() throws {
    let without =
      "Name,Email,Currency,Total,Created at,Lineitem quantity,Lineitem name,Id\n"
      + "#381,ann@example.org,GBP,40.00,2026-05-01 10:00:00 +0100,1,Mug,381\n"
    #expect(try Sample(without).failure() == .unstatedPayment(file: "sample.csv"))
    let further = "#381,,paid,,,,2026-05-01 10:00:00 +0100,1,Cup,\n"
    #expect(
      try Sample(Self.order(status: "", paid: "") + further).failure() == .unstatedPayment(file: "sample.csv"))
  }

  /// One order that says it is enough, and so is the moment of its payment.
  @Test func ordersOfWhichOneSaysThatItWasPaidAreRead() throws {
    let paid = try Sample(Self.order(status: "", paid: "2026-05-01 10:00:00 +0100")).read()
    #expect(paid.total(.orders) == "1" && paid.total(.revenue) == "40")
    let second = "#382,,refunded,,GBP,60.00,2026-05-02 10:00:00 +0100,1,Mug,382\n"
    let two = try Sample(Self.order(status: "", paid: "") + second).read()
    #expect(two.all.customerOrders.map(\.orderID) == ["381", "382"])
  }

  @Test func aHeaderWithoutOrdersIsRead() throws {
    #expect(try Sample(Self.header).read().summary.rowsRead == 0)
  }

  private static func order(status: String, paid: String) -> String {
    "Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Id\n"
      + "#381,ann@example.org,\(status),\(paid),GBP,40.00,2026-05-01 10:00:00 +0100,1,Mug,381\n"
  }

  private static func checkouts(_ file: String) -> IngestionError {
    .leftOut(
      file: file, kind: "a list of abandoned checkouts, which are no orders",
      advice: "export Orders from the shop's admin instead")
  }
}
