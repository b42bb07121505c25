import Vocabulary

/// Orders: a row each, or a row for each line item, whose order stands on each of its rows or on the first alone.
struct OrderMapping: MappedKind {
  static let title = "orders"

  static let fields: [KindField] = [
    KindField(
      .orderID, .id,
      "order id|order number|order no|order|order nr|id|bestellnummer|bestell nr|auftragsnummer|auftrag|número de pedido|pedido|numéro de commande|commande|numero ordine|ordernummer|invoice|invoice no|numer zamówienia"
    ),
    KindField(.orderName, .text, "order name|name|reference"),
    KindField(
      .day, .day,
      "order date|date|created|created at|created on|day|ordered at|invoice date|purchase date|sale date|bestelldatum|datum|auftragsdatum|kaufdatum|fecha|fecha de pedido|data|data do pedido|date de commande|data ordine|orderdatum|data zamówienia"
    ),
    KindField(.platform, .text, "platform|shop system|sales platform"),
    KindField(.shop, .text, "shop|store|store name|filiale|tienda|loja|boutique|winkel"),
    KindField(
      .email, .email,
      "email|e mail|customer email|email address|mail|kunden e mail|correo|correo electrónico|courriel|billing email|email billing"
    ),
    KindField(.phone, .phone, "phone|phone number|telephone|telefon|telefonnummer|mobile|customer phone|phone billing"),
    KindField(
      .customerID, .id, "customer id|customer number|customer no|kundennummer|kunden nr|id cliente|klantnummer|customer"
    ),
    KindField(.currency, .currency, "currency|currency code|order currency code|währung|moneda|moeda|devise|valuta"),
    KindField(
      .total, .money,
      "total|order total|amount|gross|gross sales|grand total|total price|total amount|order total amount|order total inc tax|total inc tax|gesamt|gesamtbetrag|summe|betrag|brutto|bruttobetrag|importe|importe total|montant|montant total|valor total|totale|bedrag|totaal|umsatz|revenue"
    ),
    KindField(
      .subtotal, .money,
      "subtotal|sub total|net|net sales|net amount|netto|nettobetrag|zwischensumme|neto|sous total|total ht"),
    KindField(
      .shipping, .money,
      "shipping|shipping cost|shipping cost inc tax|order shipping amount|delivery|versand|versandkosten|envío|frete|livraison|verzending"
    ),
    KindField(.tax, .money, "tax|taxes|vat|tax total|order total tax amount|mwst|ust|steuer|iva|tva|btw|imposto"),
    KindField(.discount, .money, "discount|discount amount|discounts|rabatt|descuento|desconto|remise|korting|sconto"),
    KindField(
      .refunded, .money,
      "refunded|refunds|refunded amount|amount refunded|refund amount|order refund amount|total refunded|refund|erstattet|erstattung|reembolso|remboursement"
    ),
    KindField(
      .status, .text, "status|payment status|financial status|order status|bestellstatus|estado|statut|zahlungsstatus"),
    KindField(.cancelled, .flag, "cancelled|canceled|cancelled at|storniert|cancelado|annulé"),
    KindField(.country, .text, "country|shipping country|billing country|land|país|pays|paese"),
    KindField(
      .discountCode, .text, "discount code|coupon|coupon code|voucher|gutschein|gutscheincode|promo code|código"),
    KindField(
      .product, .text,
      "product|product name|item|item name|artikel|produkt|description|producto|produto|produit|prodotto|lineitem name"),
    KindField(.sku, .id, "sku|item number|artikelnummer|artikel nr|stockcode|product id|ref|lineitem sku"),
    KindField(
      .quantity, .count,
      "quantity|qty|menge|anzahl|cantidad|quantidade|quantité|aantal|quantità|lineitem quantity|quantity refund"),
    KindField(
      .price, .money,
      "price|unit price|item price|item cost|lineitem price|preis|einzelpreis|stückpreis|precio|precio unitario|preço|prix|prix unitaire|prijs|prezzo"
    ),
    KindField(.lineDiscount, .money, "line discount|item discount|positionsrabatt"),
  ]

  static let needs: [[TableField]] = [[.orderID], [.day], [.total, .subtotal]]
  static let strangers: Set<TableTrait> = [.isOfPayments, .tellsOfAbandonment]
  static let doubts: Set<TableTrait> = [.tellsOfAdvertising, .namesSuppliers]
  static let metrics: [TableField: TotalMetric] = [.total: .revenue]
  static let ownMetrics: Set<TotalMetric> = [.orders]

  private static let amounts: [TableField] = [.total, .subtotal, .shipping, .tax, .discount, .refunded]

  private let hasLines: Bool
  private var open: [String: OpenOrder] = [:]

  private struct OpenOrder {
    var lines = 0
    let total: Int64?
    let subtotal: Int64?
    let currency: Currency?
    let isRefused: Bool
  }

  init(_ columns: MappedColumns) {
    hasLines = [.product, .sku, .quantity, .price].contains { columns.map.has($0) }
  }

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let id = try row.requiredID(.orderID)
    guard hasLines else {
      batch.customerOrders.append(try order(row, id: id))
      return
    }
    // Two shops may count their orders alike.
    let key = row.text(.shop) + "\n" + id
    if let known = open[key] { return try addLine(row, id: id, to: known, key: key, into: &batch) }
    do {
      let order = try order(row, id: id)
      var entry = OpenOrder(
        total: order.totalMicros, subtotal: order.subtotalMicros, currency: order.currency, isRefused: false)
      let line = try line(row, id: id, position: 1, currency: order.currency)
      entry.lines = line == nil ? 0 : 1
      open[key] = entry
      batch.customerOrders.append(order)
      if let line { batch.orderLines.append(line) }
    } catch {
      open[key] = OpenOrder(total: nil, subtotal: nil, currency: nil, isRefused: true)
      throw error
    }
  }

  private mutating func addLine(
    _ row: MappedRow, id: String, to order: OpenOrder, key: String, into batch: inout CanonicalBatch
  ) throws(RowProblem) {
    let map = row.columns.map
    guard !order.isRefused else {
      throw RowProblem(
        column: map.name(.orderID), found: "a row of an order whose first row was refused",
        expected: "a first row that can be read")
    }
    for (field, known) in [(TableField.total, order.total), (.subtotal, order.subtotal)] {
      if let value = try row.micros(field), value != known {
        throw RowProblem(
          column: map.name(field), found: "another amount than on the order's first row",
          expected: "the order's one amount on all of its rows, or on the first alone; a line's own amount is no total")
      }
    }
    guard let line = try line(row, id: id, position: order.lines + 1, currency: order.currency) else {
      throw RowProblem(
        column: map.name(.quantity), found: "a further row of an order without a line item",
        expected: "a product or a quantity")
    }
    open[key]?.lines += 1
    batch.orderLines.append(line)
  }

  private func order(_ row: MappedRow, id: String) throws(RowProblem) -> CustomerOrder {
    let date = try row.requiredDate(.day)
    var order = CustomerOrder(
      origin: row.origin, platform: row.platform, shop: row.text(.shop), orderID: id, orderName: row.text(.orderName),
      email: try row.email(.email), day: date.day, instant: date.instant,
      currency: try row.currency(of: OrderMapping.amounts))
    order.phone = row.phone(.phone)
    order.customerID = try row.id(.customerID)
    order.totalMicros = try row.micros(.total)
    order.subtotalMicros = try row.micros(.subtotal)
    for (field, amount) in [(TableField.subtotal, order.subtotalMicros), (.total, order.totalMicros)] {
      if let amount, amount < 0 {
        throw RowProblem(
          column: row.columns.map.name(field), found: "an amount below 0, as of a credit note",
          expected: "an order's amount; read credit notes as refunds, with the numbers of their orders")
      }
    }
    order.shippingMicros = try row.micros(.shipping)
    order.taxMicros = try row.micros(.tax)
    order.discountMicros = try row.micros(.discount)
    order.refundedMicros = try row.size(.refunded)
    order.isCancelled = row.flag(.cancelled)
    try order.take(status: row.text(.status), column: row.columns.map.name(.status))
    order.country = row.text(.country)
    order.discountCode = row.text(.discountCode)
    return order
  }

  /// Nil where the row has no line item. One without a quantity column is one piece.
  private func line(
    _ row: MappedRow, id: String, position: Int, currency: Currency?
  ) throws(RowProblem) -> OrderLine? {
    let product = row.text(.product)
    let sku = try row.id(.sku)
    let quantity = try row.whole(.quantity)
    guard quantity != nil || !product.isEmpty || !sku.isEmpty else { return nil }
    if row.columns.map.has(.quantity), quantity == nil {
      throw RowProblem(
        column: row.columns.map.name(.quantity), found: "an empty cell", expected: "a whole number")
    }
    var line = OrderLine(
      origin: row.origin, platform: row.platform, shop: row.text(.shop), orderID: id, position: position,
      product: product, sku: sku, quantity: quantity ?? 1)
    line.priceMicros = try row.micros(.price)
    line.discountMicros = try row.micros(.lineDiscount)
    line.currency = currency
    return line
  }
}
