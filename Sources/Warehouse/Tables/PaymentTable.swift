import Vocabulary

/// Movements of money at payment services.
enum PaymentTable {
  static let table = FactTable(
    name: "payment", dimensions: ["system", "paymentID", "kind"],
    measures: [
      "day", "instant", "status", "amountMicros", "feeMicros", "netMicros", "refundedMicros", "taxMicros", "currency",
      "customerID", "email", "orderID", "method",
    ],
    acceptsSeveralPerKey: false)

  static func row(_ record: Payment, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [
        try words.system(record.platform), try words.id(record.paymentID), try words.id(record.kind.rawValue),
      ],
      measures: [
        Int64(record.day.number), record.instant, try words.measure(record.status?.rawValue ?? ""), record.amountMicros,
        record.feeMicros, record.netMicros, record.refundedMicros, record.taxMicros, try words.id(record.currency),
        try words.measure(record.customerID), try words.id(record.email), try words.measure(record.orderID),
        try words.measure(record.method),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
