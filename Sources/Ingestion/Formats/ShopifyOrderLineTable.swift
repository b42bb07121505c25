import Vocabulary

/// A connector's table `order_line` of a Shopify shop: one line item a row. The currency is the order's, which is in
/// another table, so that only a declared one can be given.
struct ShopifyOrderLineTable: SourceFormat {
  static let title = "Shopify order lines (connector table)"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case orderID, variantID, position, product, title, sku, quantity, price, discount, deleted
  }

  private static let names: [Field: [String]] = [
    .orderID: ["order_id"], .variantID: ["variant_id"], .position: ["index"], .product: ["name"], .title: ["title"],
    .sku: ["sku"], .quantity: ["quantity"], .price: ["price"], .discount: ["total_discount"],
    .deleted: ShopifyTable.deletedNames,
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var currency: Currency?

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: ShopifyOrderLineTable.names)
    guard map.has(.orderID), map.has(.variantID), map.has(.position), map.has(.quantity), map.has(.price)
    else { return nil }
    self.map = map
    numbers = NumberColumns(map, amounts: [.price, .discount], whole: [.position, .quantity])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { numbers.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    currency = options.currency
    var findings = Findings(map, knownBy: [.orderID, .variantID], options)
    findings.currency = currency
    findings.notes += numbers.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let skipped = ShopifyTable.skipped(record, deleted: map[.deleted]) {
      batch.skippedRows.append(skipped)
      return
    }
    guard let position = try numbers.whole(.position, record), let place = Int(exactly: position), place >= 1 else {
      throw RowProblem(column: map.name(.position), found: "no place in the order", expected: "1 or more")
    }
    guard let quantity = try numbers.whole(.quantity, record) else {
      throw RowProblem(column: map.name(.quantity), found: "an empty cell", expected: "a whole number")
    }
    let name = record.text(map[.product])
    var line = OrderLine(
      origin: RecordOrigin(record), platform: "Shopify", shop: "",
      orderID: try IdentifierCell.required(record, map[.orderID], name: map.name(.orderID)), position: place,
      product: name.isEmpty ? record.text(map[.title]) : name, sku: record.text(map[.sku]), quantity: quantity)
    line.priceMicros = try numbers.micros(.price, record)
    line.discountMicros = try numbers.micros(.discount, record)
    line.currency = currency
    batch.orderLines.append(line)
  }
}
