import Vocabulary

/// What a shop sells, a product a row.
struct ProductMapping: MappedKind {
  static let title = "products"

  static let fields: [KindField] = [
    KindField(.productID, .id, "product id|item id|article id|id|produkt id|artikel id|id producto|id produit"),
    KindField(
      .sku, .id, "sku|variant sku|item number|article number|artikelnummer|artikelnr|referencia|référence|codice|código"
    ),
    KindField(
      .name, .text,
      "product name|name|title|product title|product|item name|produktname|bezeichnung|artikel|artikelname|nombre"
        + "|nombre del producto|nom|nom du produit|titre|nome|nome do produto"),
    KindField(
      .category, .text, "category|categories|product type|product category|kategorie|warengruppe|categoría|catégorie"),
    KindField(
      .price, .money,
      "price|regular price|unit price|list price|retail price|preis|verkaufspreis|stückpreis|precio|prix|prezzo|preço"),
    KindField(.currency, .currency, "currency|währung|moneda|moeda|devise"),
    KindField(.platform, .text, "platform|plattform|plataforma"),
    KindField(.shop, .text, "shop|store|tienda|loja|boutique"),
  ]

  static let needs: [[TableField]] = [[.productID, .sku], [.name]]
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.products]
  static let signs: [TableField] = [.sku, .price]
  static let strangers: Set<TableTrait> = [.namesOrders, .namesPayments, .holdsAddresses, .isOfPayments]

  init(_ columns: MappedColumns) {}

  /// Without an id of its own a product is known by its number.
  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let sku = try row.id(.sku)
    let id = try row.id(.productID)
    guard !id.isEmpty || !sku.isEmpty else {
      let map = row.columns.map
      throw RowProblem(
        column: map.name(map.has(.productID) ? .productID : .sku), found: "an empty cell", expected: "an identifier")
    }
    var product = Product(
      origin: row.origin, platform: row.platform, shop: row.text(.shop), productID: id.isEmpty ? sku : id)
    product.sku = sku
    product.name = row.text(.name)
    product.category = row.text(.category)
    product.priceMicros = try row.micros(.price)
    product.currency = try row.currency(of: [.price])
    batch.products.append(product)
  }
}
