import Ingestion
import Testing
import Vocabulary

struct ShopifyOrderTableTests {
  @Test func garbageInThePlaceOfAnAddressIsABadRow() throws {
    let reading = try Sample(
      "id,order_number,email,currency,total_price,financial_status,created_at\n"
        + "5,1001,ask at the desk,EUR,30.00,paid,2026-01-02 10:00:00.000\n"
        + "6,1002,9e107d9d372bb6826bd81d3542a419d6,EUR,7.50,paid,2026-01-03 10:00:00.000\n"
    ).read()
    #expect(reading.total(.revenue) == "7.5")
    #expect(reading.all.rejectedRows.map(\.column) == ["email"])
  }

  /// Shipping of 5.00 where prices include the taxes; where they do not, the total tells nothing certain of it.
  @Test func shippingIsWhatPricesWithTaxesLeave() throws {
    let reading = try Sample(
      "id,order_number,currency,taxes_included,subtotal_price,total_tax,total_price,financial_status,created_at\n"
        + "5,1001,EUR,true,55.00,9.58,60.00,paid,2026-01-02 10:00:00.000\n"
        + "6,1002,EUR,false,55.00,10.45,70.45,paid,2026-01-03 10:00:00.000\n"
    ).read()
    #expect(reading.all.customerOrders.map(\.shippingMicros) == [5_000_000, nil])
    #expect(reading.all.customerOrders.map(\.subtotalMicros) == [55_000_000, 55_000_000])
  }

  private static let header =
    "id,order_number,email,phone,currency,subtotal_price,total_tax,total_price,total_price_set,created_at,name,"
    + "shipping_address_country_code,customer_id,financial_status,cancelled_at,total_discounts,test,_fivetran_deleted\n"

  @Test func ordersTestsAndDeletedOnes() throws {
    let set = "\"{\"\"shop_money\"\":{\"\"amount\"\":\"\"999.00\"\",\"\"currency_code\"\":\"\"USD\"\"}}\""
    let reading = try Sample(
      Self.header
        + """
        77,1001,Ann@example.org,+49 151 2345678,EUR,30.00,5.00,34.90,\(set),2026-05-11 23:55:16.000,#1001,DE,501,paid,,2.00,FALSE,FALSE
        78,1002,9e107d9d372bb6826bd81d3542a419d6,,EUR,8.00,0,8.00,,2026-05-12 08:00:00.000,#1002,1f3870be274f6c49b3e31a0c6728957f,502,voided,2026-05-12 09:00:00.000,0,FALSE,FALSE
        79,1003,,,EUR,1.00,0,1.00,,2026-05-12 08:00:00.000,#1003,DE,,paid,,0,TRUE,FALSE
        80,1004,,,EUR,1.00,0,1.00,,2026-05-12 08:00:00.000,#1004,DE,,paid,,0,FALSE,TRUE
        6.49E+17,1005,,,EUR,1.00,0,1.00,,2026-05-12 08:00:00.000,#1005,DE,,paid,,0,FALSE,FALSE
        """
    ).read()
    #expect(reading.recognition.format == "ShopifyOrderTable")
    #expect(reading.recognition.timeZone == "UTC")
    #expect(reading.summary.rowsRead == 5)
    #expect(reading.all.skippedRows.map(\.reason) == [.test, .deleted])
    #expect(reading.summary.problems.map(\.column) == ["id"])
    #expect(reading.total(.orders) == "2")
    #expect(reading.total(.revenue) == "42.9")
    let order = try #require(reading.all.customerOrders.first)
    #expect(order.email?.normalized == "ann@example.org")
    #expect(order.phone?.normalized == "+491512345678")
    #expect(order.customerID == "501")
    #expect(order.country == "DE")
    // 2026-05-11T23:55:16Z.
    #expect(order.instant == 1_778_543_716)
    let other = reading.all.customerOrders[1]
    #expect(other.email == nil)
    #expect(other.country == "")
    #expect(other.isCancelled)
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("shopify-api/shopify_order_data.csv")
    #expect(reading.summary.rowsRead == 8)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.total(.orders) == "8")
    // Pounds and dollars have no sum.
    #expect(reading.total(.revenue) == nil)
    #expect(reading.recognition.currency == nil)
    let orders = reading.all.customerOrders
    #expect(orders.filter { $0.currency == Currency("GBP") }.reduce(0) { $0 + ($1.totalMicros ?? 0) } == 11_980_000)
    #expect(orders.filter { $0.currency == Currency("USD") }.reduce(0) { $0 + ($1.totalMicros ?? 0) } == 615_030_000)
    #expect(orders.reduce(0) { $0 + ($1.subtotalMicros ?? 0) } == 590_000_000)
    #expect(orders.reduce(0) { $0 + ($1.discountMicros ?? 0) } == 52_800_000)
    #expect(orders.reduce(0) { $0 + ($1.taxMicros ?? 0) } == 30_000)
    #expect(orders.allSatisfy { $0.email == nil && $0.country.isEmpty })
    // All eight say that prices include the taxes: 626.97 and 0.04 of totals less 590.00 of subtotals.
    #expect(orders.reduce(0) { $0 + ($1.shippingMicros ?? 0) } == 37_010_000)
    #expect(orders[0].instant == 1_599_852_942)
    #expect(orders[0].customerID == "3589760876641")
    #expect(reading.recognition.window?.description == "2020-09-09…2025-05-05")
  }
}
