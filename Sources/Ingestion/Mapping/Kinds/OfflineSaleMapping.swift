import Vocabulary

/// What a till or a sheet says was sold: single sales, or a day's sum of a place.
struct OfflineSaleMapping: MappedKind {
  static let title = "sales outside the shop"

  static let fields: [KindField] = [
    KindField(
      .day, .day, "date|day|sale date|business day|datum|tag|verkaufsdatum|fecha|data|jour|giorno|dag"),
    KindField(.firstDay, .day, "start date|from|von|desde|start"),
    KindField(.lastDay, .day, "end date|to|until|bis|hasta|end"),
    KindField(.platform, .text, "platform|pos|till system|kassensystem"),
    KindField(
      .place, .text, "place|store|location|shop|branch|till|filiale|kasse|standort|tienda|loja|magasin|negozio|market"),
    KindField(
      .saleID, .id, "sale id|receipt|receipt number|receipt no|bon|bonnummer|belegnummer|ticket|número de ticket"),
    KindField(.category, .text, "category|product|item|department|warengruppe|kategorie|produkt|categoría|rayon"),
    KindField(.transactions, .count, "transactions|receipts|customers|sales count|bons|kunden|tickets|transacciones"),
    KindField(.quantity, .number, "quantity|qty|items sold|units|menge|stück|cantidad|quantité"),
    KindField(.gross, .money, "gross|gross sales|brutto|bruttoumsatz|ventas brutas"),
    KindField(.discount, .money, "discount|discounts|rabatt|rabatte|descuento"),
    KindField(.refunded, .money, "refunds|returns|refund|retouren|erstattungen|devoluciones"),
    KindField(
      .net, .money, "net|net sales|sales|netto|nettoumsatz|umsatz|ventas|ventas netas|chiffre d affaires|vendite"),
    KindField(.tax, .money, "tax|vat|mwst|steuer|iva|tva"),
    KindField(.tip, .money, "tip|tips|trinkgeld|propina|pourboire"),
    KindField(.total, .money, "total|total collected|takings|gesamt|einnahmen|summe|importe|recette"),
    KindField(.currency, .currency, "currency|währung|moneda|devise"),
    KindField(.customerID, .id, "customer id|loyalty id|kundennummer|kundenkarte"),
    KindField(.email, .email, "email|e mail|customer email"),
    KindField(.phone, .phone, "phone|phone number|telefon"),
  ]

  static let needs: [[TableField]] = [[.day, .firstDay], [.net, .gross, .total]]
  static let strangers = TableTrait.ofSales.union([.tellsOfAbandonment])
  static let doubts: Set<TableTrait> = [.tellsOfAdvertising, .namesCosts, .countsFootfall]
  static let metrics: [TableField: TotalMetric] = [.net: .revenue]
  static let ownMetrics: Set<TotalMetric> = [.sales]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    var sale = OfflineSale(
      origin: row.countedOrigin, platform: row.platform, place: row.text(.place), window: try row.window())
    sale.saleID = try row.id(.saleID)
    sale.instant = try row.date(.day)?.instant
    sale.category = row.text(.category)
    sale.transactions = try row.whole(.transactions)
    sale.quantityMicros = try row.micros(.quantity)
    sale.grossMicros = try row.micros(.gross)
    sale.discountMicros = try row.size(.discount)
    sale.refundMicros = try row.size(.refunded)
    sale.netMicros = try row.micros(.net)
    sale.taxMicros = try row.micros(.tax)
    sale.tipMicros = try row.micros(.tip)
    sale.totalMicros = try row.micros(.total)
    sale.currency = try row.currency(of: [.net, .gross, .total, .discount, .refunded, .tax, .tip])
    sale.customerID = try row.id(.customerID)
    sale.email = try row.email(.email)
    sale.phone = row.phone(.phone)
    batch.offlineSales.append(sale)
  }
}
