import Vocabulary

/// Shopify, Orders, Export as CSV: one record a line item; what belongs to the order stands on its first record only.
/// An export of abandoned checkouts has the same columns, and nobody paid for what stands there.
struct ShopifyOrders: SourceFormat {
  static let title = "Shopify orders"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case orderName, orderID, email, created, currency, subtotal, shipping, taxes, total, discountCode, discount
    case refunded, status, cancelled, country, quantity, product, price, sku, lineDiscount
    case customerID, phone, billingPhone, method
  }

  private static let names: [Field: [String]] = [
    .orderName: ["name"], .orderID: ["id"], .email: ["email"], .created: ["created at"], .currency: ["currency"],
    .subtotal: ["subtotal"], .shipping: ["shipping"], .taxes: ["taxes"], .total: ["total"],
    .discountCode: ["discount code"], .discount: ["discount amount"], .refunded: ["refunded amount"],
    .status: ["financial status"], .cancelled: ["cancelled at"], .country: ["shipping country", "billing country"],
    .quantity: ["lineitem quantity"], .product: ["lineitem name"], .price: ["lineitem price"], .sku: ["lineitem sku"],
    .lineDiscount: ["lineitem discount"], .customerID: ["customer id"], .phone: ["phone"],
    .billingPhone: ["billing phone"], .method: ["payment method"],
  ]

  private let map: ColumnMap<Field>
  private let paid: Int?
  /// Whether it has a column that only checkouts have.
  private let hasCheckoutColumn: Bool
  private var numbers: NumberColumns<Field>
  private var created: DateColumn
  private var currency: CurrencyColumn
  /// The order's name stands for an id that a spreadsheet cut.
  private var ids: IdentifierColumn?
  private var emails: AddressTally
  private var phones: AddressTally
  private var offsets: Set<Int> = []
  private var order: OpenOrder?
  private var refusedName: String?
  private var testName: String?
  private var hasOrders = false
  private var statesPayment = false

  /// The order whose lines are being read.
  private struct OpenOrder {
    let name: String
    let id: String
    let currency: Currency?
    var lines = 0
  }

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: ShopifyOrders.names)
    guard map.has(.orderName), map.has(.product), map.has(.quantity), map.has(.total),
      let created = DateColumn(map[.created], name: map.name(.created))
    else { return nil }
    self.map = map
    paid = map.header.column(["paid at"])
    hasCheckoutColumn = map.header.keys.contains(where: TableTrait.tellsOfAbandonment)
    self.created = created
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    ids = IdentifierColumn(map[.orderID], name: map.name(.orderID))
    emails = AddressTally(map.header, [map[.email]])
    phones = AddressTally(map.header, [], phones: [map[.phone]])
    numbers = NumberColumns(
      map, amounts: [.subtotal, .shipping, .taxes, .total, .discount, .refunded, .price, .lineDiscount],
      whole: [.quantity])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    created.survey(record)
    phones.survey(record)
    currency.survey(record)
    if let offset = DateText(record[created.index], order: nil)?.offset { offsets.insert(offset) }
    guard opensOrder(record) else { return }
    ids?.survey(record)
    emails.survey(record)
    if !statesPayment {
      hasOrders = true
      statesPayment = !BlankText.isMissing(record[map[.status]]) || !BlankText.isMissing(record[paid])
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    if !statesPayment, hasCheckoutColumn || ShopifyOrders.namesCheckouts(file) {
      throw .leftOut(
        file: file, kind: "a list of abandoned checkouts, which are no orders",
        advice: "export Orders from the shop's admin instead")
    }
    guard statesPayment || !hasOrders else { throw .unstatedPayment(file: file) }
    try numbers.settle(options, file: file, habit: .plain)
    try created.settle(options, file: file)
    currency.settle(declared: options.currency)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.product))\" and \"\(map.name(.total))\""
    findings.columns = map.meanings
    findings.damages = ids?.damages ?? []
    findings.currency = currency.ofFile
    findings.timeZone = offsets.count == 1 ? offsets.first.map(ShopifyOrders.zone) : options.timeZone
    findings.window = created.window
    findings.metrics = [.orders, .revenue]
    findings.notes += numbers.caveats + emails.notes("orders") + phones.notes("orders")
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let name = record.text(map[.orderName])
    guard !name.isEmpty else {
      throw RowProblem(column: map.name(.orderName), found: "an empty cell", expected: "the order's name")
    }
    if TotalsRow.isTotal(name), BlankText.trimmed(record[created.index]).isEmpty, record.text(map[.orderID]).isEmpty {
      batch.addTotals([(.revenue, try numbers.micros(.subtotal, record))], label: name, record)
      return
    }
    let isFirst = opensOrder(record)
    if isFirst { testName = ShopifyOrders.isTest(record.text(map[.method])) ? name : nil }
    if testName == name { return batch.skip(record, .test) }
    if isFirst {
      order = nil
      refusedName = name
      let head = try customerOrder(record, name: name)
      let line = try orderLine(record, of: OpenOrder(name: name, id: head.orderID, currency: head.currency))
      order = OpenOrder(name: name, id: head.orderID, currency: head.currency, lines: line == nil ? 0 : 1)
      refusedName = nil
      batch.customerOrders.append(head)
      if let line { batch.orderLines.append(line) }
      return
    }
    guard refusedName != name else {
      throw RowProblem(
        column: map.name(.orderName), found: "a line of an order whose first line was refused",
        expected: "a first line that can be read")
    }
    guard let open = order, open.name == name else {
      throw RowProblem(
        column: map.name(.total), found: "a line item without its order",
        expected: "the order's first line directly before its others: keep the export's own order of rows")
    }
    guard let line = try orderLine(record, of: open) else {
      throw RowProblem(column: map.name(.product), found: "an empty cell", expected: "a line item")
    }
    order?.lines += 1
    batch.orderLines.append(line)
  }

  /// Whether it is the first record of its order.
  private func opensOrder(_ record: RawRecord) -> Bool {
    !BlankText.trimmed(record[map[.total]]).isEmpty || !record.text(map[.orderID]).isEmpty
  }

  /// `checkouts_export_1.csv`, `Abandoned checkouts.csv`; folders and archives around it do not count.
  private static func namesCheckouts(_ file: String) -> Bool {
    let leaf = ExportName(file).leaf.lowercased()
    return leaf.hasPrefix("checkouts_export") || leaf.contains("abandoned")
  }

  /// Paid with the gateway that a shop tries itself out with: `(for testing) Bogus Gateway`.
  private static func isTest(_ method: String) -> Bool {
    method.lowercased().split(separator: "+").contains { part in
      ["(for testing)", "bogus"].contains { part.trimmingBlanks.hasPrefix($0) }
    }
  }

  private func customerOrder(_ record: RawRecord, name: String) throws(RowProblem) -> CustomerOrder {
    guard let date = try created.date(record) else {
      throw RowProblem(column: map.name(.created), found: "an empty cell", expected: "the moment of the order")
    }
    let isCut = ids?.isDamaged(record) == true
    let id = isCut ? "" : try IdentifierCell.text(record, map[.orderID], name: map.name(.orderID))
    let subtotal = try numbers.amount(.subtotal, record)
    let shipping = try numbers.amount(.shipping, record)
    let tax = try numbers.amount(.taxes, record)
    let total = try numbers.amount(.total, record)
    var head = CustomerOrder(
      origin: RecordOrigin(record), platform: "Shopify", shop: "", orderID: id.isEmpty ? name : id,
      orderName: name, email: AddressTally.address(record, map[.email]), day: date.day, instant: date.instant,
      currency: try currency.currency(record, of: [total, subtotal, shipping, tax], name: map.name(.total)))
    head.customerID = try IdentifierCell.text(record, map[.customerID], name: map.name(.customerID))
    // Only the first is checked by the shop; what stands with the address is as the buyer typed it, and the number of
    // who receives a parcel may be somebody else's.
    head.phone = PersonalCell.firstPhone(record, [map[.phone], map[.billingPhone]])
    head.subtotalMicros = subtotal?.micros
    head.shippingMicros = shipping?.micros
    head.taxMicros = tax?.micros
    head.totalMicros = total?.micros
    head.discountMicros = try numbers.micros(.discount, record)
    head.refundedMicros = try numbers.size(.refunded, record)
    head.isCancelled = !BlankText.isMissing(record[map[.cancelled]])
    try head.take(status: record.text(map[.status]), column: map.name(.status))
    head.country = record.text(map[.country])
    head.discountCode = record.text(map[.discountCode])
    return head
  }

  /// Nil where the record has no line item (an order that was emptied).
  private func orderLine(_ record: RawRecord, of order: OpenOrder) throws(RowProblem) -> OrderLine? {
    let product = record.text(map[.product])
    guard let quantity = try numbers.whole(.quantity, record) else {
      guard product.isEmpty else {
        throw RowProblem(column: map.name(.quantity), found: "an empty cell", expected: "a whole number")
      }
      return nil
    }
    var line = OrderLine(
      origin: RecordOrigin(record), platform: "Shopify", shop: "", orderID: order.id,
      position: order.lines + 1, product: product, sku: record.text(map[.sku]), quantity: quantity)
    line.priceMicros = try numbers.micros(.price, record)
    line.discountMicros = try numbers.micros(.lineDiscount, record)
    line.currency = order.currency
    return line
  }

  /// `-04:00`.
  private static func zone(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    return (seconds < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }
}
