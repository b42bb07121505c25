import Vocabulary

/// Orders in their latest known state.
enum CustomerOrderTable {
  static let table = FactTable(
    name: "customerOrder", dimensions: ["system", "orderID"],
    measures: [
      "orderName", "email", "phone", "customerID", "day", "instant", "currency", "subtotalMicros", "shippingMicros",
      "taxMicros", "totalMicros", "discountMicros", "refundedMicros", "financialStatus", "isCancelled", "country",
      "discountCode",
    ],
    acceptsSeveralPerKey: false,
    implied: FactTable.Implied(
      state: "financialStatus", measure: "refundedMicros", wholes: ["totalMicros", "subtotalMicros"]),
    lasting: ["email", "day", "currency"], beginning: "day", identifying: "email")

  static func row(_ record: CustomerOrder, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform, record.shop), try words.id(record.orderID)],
      measures: [
        try words.measure(record.orderName), try words.id(record.email), try words.id(record.phone),
        try words.measure(record.customerID), Int64(record.day.number), record.instant, try words.id(record.currency),
        record.subtotalMicros, record.shippingMicros, record.taxMicros, record.totalMicros, record.discountMicros,
        record.refundedMicros, try words.measure(record.financialStatus.lowercased()), record.isCancelled ? 1 : 0,
        try words.measure(record.country), try words.measure(record.discountCode),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
