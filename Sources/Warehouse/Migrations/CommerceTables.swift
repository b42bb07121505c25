import GRDB

/// Money after and beside the order: refunds, payments, contracts, bills, tills, things on sale, rates.
enum CommerceTables {
  static let definitions = [
    FactDefinition(
      "refund",
      [
        .system("platform", "shop"), .key("refundID"), .key("orderID"), .number("day", isRequired: true),
        .number("instant"), .number("amountMicros"), .text("currency"), .text("reason"),
      ]),
    FactDefinition(
      "payment",
      [
        .system("platform"), .key("paymentID"), .key("kind"), .number("day", isRequired: true), .number("instant"),
        .text("status"), .number("amountMicros"), .number("feeMicros"), .number("netMicros"), .number("refundedMicros"),
        .number("taxMicros"), .text("currency"), .text("customerID"), .email("email"), .text("orderID"),
        .text("method"),
      ]),
    FactDefinition(
      "subscription",
      [
        .system("platform"), .key("subscriptionID"), .text("customerID"), .email("email"), .text("plan"),
        .text("interval"), .number("quantity"), .number("amountMicros"), .text("currency"), .text("status"),
        .number("startDay"), .number("periodFirstDay"), .number("periodLastDay"), .number("trialEndDay"),
        .number("canceledDay"), .number("endedDay"),
      ]),
    FactDefinition(
      "invoice",
      [
        .system("platform"), .key("invoiceID"), .number("day", isRequired: true), .text("customerID"), .email("email"),
        .text("subscriptionID"), .text("number"), .number("dueDay"), .text("status"), .number("subtotalMicros"),
        .number("taxMicros"), .number("totalMicros"), .number("paidMicros"), .text("currency"),
      ]),
    FactDefinition(
      "offlineSale",
      [
        .system("platform", "place"), .key("saleID"), .number("firstDay"), .number("lastDay"), .key("category"),
        .number("instant"), .number("transactions"), .number("quantityMicros"), .number("grossMicros"),
        .number("discountMicros"), .number("refundMicros"), .number("netMicros"), .number("taxMicros"),
        .number("tipMicros"), .number("totalMicros"), .text("currency"), .text("customerID"), .email("email"),
        .phone("phone"),
      ]),
    FactDefinition(
      "product",
      [
        .system("platform", "shop"), .key("productID"), .text("sku"), .text("name"), .text("category"),
        .number("priceMicros"), .text("currency"),
      ]),
    FactDefinition(
      "exchangeRate",
      [
        .key("authority"), .number("day", isRequired: true), .key("base"), .key("quote"),
        .number("rateNanos", isRequired: true),
      ]),
  ]

  static func create(in db: Database) throws {
    for definition in definitions { try db.execute(sql: definition.sql) }
    try db.execute(sql: "CREATE INDEX paymentEmail ON payment (email)")
  }
}
