import Vocabulary

/// What was bought. Where the file that an order's latest state comes from tells lines of it, only those count: an
/// order that lost a line in a newer export must not keep it.
enum OrderLineTable {
  static let table = FactTable(
    name: "orderLine", dimensions: ["system", "orderID", "position"],
    measures: ["product", "sku", "quantity", "priceMicros", "discountMicros", "currency"],
    acceptsSeveralPerKey: false)

  static func row(_ record: OrderLine, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [
        try words.system(record.platform, record.shop), try words.id(record.orderID), Int64(record.position),
      ],
      measures: [
        try words.measure(record.product), try words.measure(record.sku), record.quantity, record.priceMicros,
        record.discountMicros, try words.id(record.currency),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
