import Vocabulary

/// WooCommerce, Analytics, Orders, Download: one order a record, a refund as a record of its own with the order's number
/// and a negative amount, or none where only shipping or taxes were paid back. Net revenue is after discounts, without
/// shipping and taxes. No real file stands behind it yet.
struct WooCommerceOrders: SourceFormat {
  static let title = "WooCommerce Analytics orders"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case created, orderNumber, status, customer, products, items, coupon, net, formatted
  }

  private static let names: [Field: [String]] = [
    .created: ["date"], .orderNumber: ["order #"], .status: ["status"], .customer: ["customer"],
    .products: ["product(s)", "products"], .items: ["items sold"], .coupon: ["coupon(s)", "coupons"],
    .net: ["n. revenue", "net revenue", "net sales"], .formatted: ["n. revenue (formatted)"],
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var created: DateColumn
  private var currency: Currency?
  /// By the marks beside the amounts.
  private var shown: Set<Currency> = []
  private var refunds = AlikeMoments()

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: WooCommerceOrders.names)
    guard map.has(.orderNumber), map.has(.status), map.has(.net), map.has(.products) || map.has(.items),
      let created = DateColumn(map[.created], name: map.name(.created))
    else { return nil }
    self.map = map
    self.created = created
    numbers = NumberColumns(map, amounts: [.net], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    created.survey(record)
    if let currency = WooCommerceOrders.currency(shown: record.text(map[.formatted])) { shown.insert(currency) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    try created.settle(options, file: file)
    currency = map[.net].flatMap { map.header.currencies[$0] } ?? options.currency
    var findings = Findings(map, knownBy: [.orderNumber, .net], options)
    findings.currency = shown.count > 1 ? nil : shown.first ?? currency
    findings.window = created.window
    findings.metrics = [.orders, .revenue, .refunds]
    findings.notes += numbers.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let status = record.text(map[.status]).lowercased()
    guard status != "trash" else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .deleted))
      return
    }
    let id = try IdentifierCell.required(record, map[.orderNumber], name: map.name(.orderNumber))
    let date = try created.required(record)
    let net = try numbers.amount(.net, record)
    let shown = WooCommerceOrders.currency(shown: record.text(map[.formatted]))
    let currency = net.flatMap(\.currency) ?? shown ?? currency
    if let net, isRefund(record, netMicros: net.micros, status: status) {
      let moment = date.minuteText
      // Two amounts of one minute are two refunds, and so is one that came at two of its seconds.
      let name = "\(id)/\(moment)/\(-net.micros)"
      let place = refunds.place(of: [name], second: date.secondOfDay ?? 0)
      var refund = Refund(
        origin: RecordOrigin(record), platform: "WooCommerce", shop: "",
        refundID: place == 1 ? name : "\(name) #\(place)", day: date.day)
      refund.orderID = id
      refund.instant = date.instant
      refund.amountMicros = -net.micros
      refund.currency = currency
      batch.refunds.append(refund)
      return
    }
    var order = CustomerOrder(
      origin: RecordOrigin(record), platform: "WooCommerce", shop: "", orderID: id, orderName: id,
      email: nil, day: date.day, instant: date.instant, currency: currency)
    order.subtotalMicros = net?.micros
    try order.take(status: status, column: map.name(.status))
    order.discountCode = record.text(map[.coupon])
    batch.customerOrders.append(order)
  }

  /// A record without money is a refund of shipping or taxes where it has no goods either: who pays nothing for goods
  /// still has them. Of an order that waits for its payment nothing can be paid back; it was emptied. One that was
  /// cancelled says no more of any money, and must be heard.
  private func isRefund(_ record: RawRecord, netMicros: Int64, status: String) -> Bool {
    guard netMicros == 0, ![.unpaid, .failed, .cancelled].contains(OrderStatus(status)) else { return netMicros < 0 }
    guard let items = Int(record.text(map[.items])) else { return record.text(map[.products]).isEmpty }
    return items <= 0
  }

  /// By the mark of the amount as the shop shows it, after a partial refund beside what is left of it: `€9.00 €8.00`.
  private static func currency(shown text: String) -> Currency? {
    let mark = text.split { !$0.isLetter && !$0.isCurrencySymbol }.first
    return mark.flatMap { AmountText("1 \($0)", format: .plain)?.currency }
  }
}
