import Vocabulary

/// Magento 1 and 2, Sales, Orders, Export as CSV or "Excel XML": the grid of orders, one a record. No real file stands
/// behind it yet. The order's column may be a mere "ID": those of the purchase and of the total are nobody else's.
///
/// The grand total is in the shop's base currency where that column is there, since the other may hold another currency
/// in each row; the file names neither but by a mark beside the amounts. The subtotal is before discounts, and the total
/// less shipping holds the taxes: the lesser of the two is nearer to what was sold. What was refunded is in the order's
/// own currency, and is left out where the two totals differ.
struct MagentoOrders: SourceFormat {
  static let title = "Magento order grid"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case orderID, shop, purchased, billTo, email, total, purchasedTotal, subtotal, shipping, refunded, status
  }

  private static let names: [Field: [String]] = [
    .orderID: ["order #", "id"], .shop: ["purchased from (store)", "purchase point"],
    .purchased: ["purchased on", "purchase date"], .billTo: ["bill to name", "bill-to name"],
    .email: ["customer email"],
    .total: ["g.t. (base)", "grand total (base)", "g.t. (purchased)", "grand total (purchased)"],
    .purchasedTotal: ["g.t. (purchased)", "grand total (purchased)"], .subtotal: ["subtotal"],
    .shipping: ["shipping and handling"], .refunded: ["total refunded"], .status: ["status"],
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var purchased: DateColumn
  private var currency: CurrencyColumn
  private var emails: AddressTally
  private var worded: DateWindow?

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: MagentoOrders.names)
    guard map.has(.orderID), map.has(.total), let purchased = DateColumn(map[.purchased], name: map.name(.purchased))
    else { return nil }
    self.map = map
    self.purchased = purchased
    currency = CurrencyColumn(nil, name: "")
    emails = AddressTally(map.header, [map[.email]])
    numbers = NumberColumns(map, amounts: [.total, .purchasedTotal, .subtotal, .shipping, .refunded], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    purchased.survey(record)
    emails.survey(record)
    guard let day = worded(record)?.day else { return }
    worded = worded.map { $0.union(DateWindow(day: day)) } ?? DateWindow(day: day)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: nil)
    try purchased.settle(options, file: file)
    currency.settle(declared: map[.total].flatMap { map.header.currencies[$0] } ?? options.currency)
    var findings = Findings(map, knownBy: [.orderID, .total], options)
    findings.currency = currency.ofFile
    findings.window = worded ?? purchased.window
    findings.metrics = [.orders, .revenue]
    findings.notes += emails.notes("orders")
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let id = try MagentoOrders.padded(IdentifierCell.required(record, map[.orderID], name: map.name(.orderID)))
    let date: DateText
    if let worded = worded(record) { date = worded } else { date = try purchased.required(record) }
    let total = try numbers.amount(.total, record)
    var order = CustomerOrder(
      origin: RecordOrigin(record), platform: "Magento", shop: shop(record), orderID: id, orderName: id,
      email: AddressTally.address(record, map[.email]), day: date.day, instant: date.instant,
      currency: try currency.currency(record, of: [total], name: map.name(.total)))
    order.totalMicros = total?.micros
    order.shippingMicros = try numbers.micros(.shipping, record)
    order.subtotalMicros = try goods(record, total: total?.micros, shipping: order.shippingMicros)
    if try numbers.micros(.purchasedTotal, record) ?? total?.micros == total?.micros {
      order.refundedMicros = try numbers.size(.refunded, record)
    }
    // An order is closed when all of it has been paid back.
    let status = record.text(map[.status]).lowercased()
    try order.take(status: status == "closed" ? "refunded" : status, column: map.name(.status))
    batch.customerOrders.append(order)
  }

  private func goods(_ record: RawRecord, total: Int64?, shipping: Int64?) throws(RowProblem) -> Int64? {
    guard let subtotal = try numbers.micros(.subtotal, record) else { return nil }
    guard let total, let shipping else { return subtotal }
    return min(subtotal, total - shipping)
  }

  /// `000000123` of `123`: numbers have nine figures, of which a spreadsheet drops the noughts.
  private static func padded(_ id: String) -> String {
    guard id.utf8.count < 9, id.utf8.allSatisfy({ $0 &- 0x30 <= 9 }) else { return id }
    return String(repeating: "0", count: 9 - id.utf8.count) + id
  }

  /// Website, store and view, each in a line of its own and indented.
  private func shop(_ record: RawRecord) -> String {
    record.text(map[.shop]).split(whereSeparator: \.isNewline).map(\.trimmingBlanks).joined(separator: " / ")
  }

  /// `Jan 5, 2013 8:08:14 PM`: a date with the month's name, and a clock that says nothing about the day.
  private func worded(_ record: RawRecord) -> DateText? {
    let words = record.text(map[.purchased]).split(whereSeparator: \.isWhitespace)
    guard let clock = words.firstIndex(where: { $0.contains(":") }), clock > 1,
      words[..<clock].contains(where: { $0.first?.isLetter == true })
    else { return nil }
    return DateText(words[..<clock].joined(separator: " "), order: nil)
  }
}
