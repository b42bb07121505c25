import Vocabulary

/// WooCommerce, Products, Export: one product or variation a record. The price is the regular one, since sale prices
/// come and go; variable and grouped products have none of their own.
struct WooCommerceProducts: SourceFormat {
  static let title = "WooCommerce products"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case productID, kind, sku, name, category, price, taxStatus, taxClass, visibility, stock
  }

  private static let names: [Field: [String]] = [
    .productID: ["id"], .kind: ["type"], .sku: ["sku"], .name: ["name"], .category: ["categories"],
    .price: ["regular price"], .taxStatus: ["tax status"], .taxClass: ["tax class"],
    .visibility: ["visibility in catalog", "visibility in catalogue"], .stock: ["in stock?"],
  ]
  private static let signs: [Field] = [.taxStatus, .taxClass, .visibility, .stock]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var currency: Currency?

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: WooCommerceProducts.names)
    guard map.has(.productID), map.has(.kind), map.has(.sku), map.has(.name), map.has(.price),
      WooCommerceProducts.signs.contains(where: map.has)
    else { return nil }
    self.map = map
    numbers = NumberColumns(map, amounts: [.price], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { numbers.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: nil)
    currency = map[.price].flatMap { map.header.currencies[$0] } ?? options.currency
    var findings = Findings(map, knownBy: [.sku, .price], options)
    findings.currency = currency
    findings.metrics = [.products]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var product = Product(
      origin: RecordOrigin(record), platform: "WooCommerce", shop: "",
      productID: try IdentifierCell.required(record, map[.productID], name: map.name(.productID)))
    product.sku = record.text(map[.sku])
    product.name = record.text(map[.name])
    product.category = record.text(map[.category])
    product.priceMicros = try numbers.micros(.price, record)
    product.currency = product.priceMicros == nil ? nil : currency
    batch.products.append(product)
  }
}
