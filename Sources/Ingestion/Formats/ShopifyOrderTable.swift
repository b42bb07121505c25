import Vocabulary

/// A connector's table `order` of a Shopify shop: one order a row. The day is the one in UTC. Shipping stands in a money
/// set only and is not read; where prices include the taxes, it is what the total has beyond the subtotal.
struct ShopifyOrderTable: SourceFormat {
  static let title = "Shopify orders (connector table)"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case orderID, orderName, orderNumber, email, phone, customerID, created, currency, subtotal, taxes, total, discount
    case status, cancelled, country, includesTaxes, test, deleted
  }

  private static let names: [Field: [String]] = [
    .orderID: ["id", "order_id"], .orderName: ["name"], .orderNumber: ["order_number"], .email: ["email"],
    .phone: ["phone"], .customerID: ["customer_id"], .created: ["created_at", "processed_at"],
    .currency: ["currency"], .subtotal: ["subtotal_price"], .taxes: ["total_tax"], .total: ["total_price"],
    .discount: ["total_discounts"], .status: ["financial_status"], .cancelled: ["cancelled_at"],
    .country: ["shipping_address_country_code", "billing_address_country_code"],
    .includesTaxes: ["taxes_included"], .test: ["test"], .deleted: ShopifyTable.deletedNames,
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var created: DateColumn
  private var currency: CurrencyColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: ShopifyOrderTable.names)
    guard map.has(.orderID), map.has(.orderNumber), map.has(.total), map.has(.status),
      let created = DateColumn(map[.created], name: map.name(.created))
    else { return nil }
    self.map = map
    self.created = created
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: [.subtotal, .taxes, .total, .discount], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    guard ShopifyTable.skipped(record, deleted: map[.deleted], test: map[.test]) == nil else { return }
    numbers.survey(record)
    created.survey(record)
    currency.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    try created.settle(options, file: file)
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [.orderNumber, .status], options)
    findings.currency = currency.ofFile
    findings.timeZone = "UTC"
    findings.window = created.window
    findings.metrics = [.orders, .revenue]
    findings.notes += numbers.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let skipped = ShopifyTable.skipped(record, deleted: map[.deleted], test: map[.test]) {
      batch.skippedRows.append(skipped)
      return
    }
    let id = try IdentifierCell.required(record, map[.orderID], name: map.name(.orderID))
    let date = try created.required(record)
    let name = record.text(map[.orderName])
    let total = try numbers.amount(.total, record)
    var order = CustomerOrder(
      origin: RecordOrigin(record), platform: "Shopify", shop: "", orderID: id,
      orderName: name.isEmpty ? record.text(map[.orderNumber]) : name,
      email: try PersonalCell.copiedEmail(record, map[.email], name: map.name(.email)),
      day: date.day, instant: date.instantUTC,
      currency: try currency.currency(record, of: total, name: map.name(.total)))
    order.phone = PhoneNumber(record.text(map[.phone]))
    order.customerID = try IdentifierCell.text(record, map[.customerID], name: map.name(.customerID))
    order.subtotalMicros = try numbers.micros(.subtotal, record)
    order.taxMicros = try numbers.micros(.taxes, record)
    order.totalMicros = total?.micros
    if FlagCell.value(record, map[.includesTaxes]) == true, let total, let subtotal = order.subtotalMicros,
      total.micros >= subtotal
    {
      order.shippingMicros = total.micros - subtotal
    }
    order.discountMicros = try numbers.micros(.discount, record)
    order.isCancelled = !BlankText.isMissing(record[map[.cancelled]])
    try order.take(status: record.text(map[.status]), column: map.name(.status))
    order.country = ShopifyTable.country(record.text(map[.country]))
    batch.customerOrders.append(order)
  }
}
