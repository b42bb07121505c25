import Vocabulary

/// Things on sale.
enum ProductTable {
  static let table = FactTable(
    name: "product", dimensions: ["system", "productID"],
    measures: ["sku", "name", "category", "priceMicros", "currency"],
    acceptsSeveralPerKey: true)

  static func row(_ record: Product, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform, record.shop), try words.id(record.productID)],
      measures: [
        try words.measure(record.sku), try words.measure(record.name), try words.measure(record.category),
        record.priceMicros, try words.id(record.currency),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
