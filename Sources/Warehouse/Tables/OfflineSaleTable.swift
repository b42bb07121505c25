import Vocabulary

/// What tills and sheets say was sold.
enum OfflineSaleTable {
  static let table = FactTable(
    name: "offlineSale", dimensions: ["system", "saleID", "firstDay", "lastDay", "category"],
    measures: [
      "instant", "transactions", "quantityMicros", "grossMicros", "discountMicros", "refundMicros", "netMicros",
      "taxMicros", "tipMicros", "totalMicros", "currency", "customerID", "email", "phone",
    ],
    acceptsSeveralPerKey: true, countsEachRecord: true)

  static func row(_ record: OfflineSale, _ words: Words) throws -> FactRow {
    let window = record.window.isUndated ? nil : record.window
    return FactRow(
      dimensions: [
        try words.system(record.platform, record.place), try words.id(record.saleID),
        window.map { Int64($0.first.number) }, window.map { Int64($0.last.number) }, try words.id(record.category),
      ],
      measures: [
        record.instant, record.transactions, record.quantityMicros, record.grossMicros, record.discountMicros,
        record.refundMicros, record.netMicros, record.taxMicros, record.tipMicros, record.totalMicros,
        try words.id(record.currency), try words.measure(record.customerID), try words.id(record.email),
        try words.id(record.phone),
      ],
      line: record.origin.line, section: record.origin.section, content: record.origin.content)
  }
}
