import Vocabulary

/// Money given back.
enum RefundTable {
  static let table = FactTable(
    name: "refund", dimensions: ["system", "refundID"],
    measures: ["orderID", "day", "instant", "amountMicros", "currency", "reason"],
    acceptsSeveralPerKey: false)

  static func row(_ record: Refund, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform, record.shop), try words.id(record.refundID)],
      measures: [
        try words.id(record.orderID), Int64(record.day.number), record.instant, record.amountMicros,
        try words.id(record.currency), try words.measure(record.reason),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
