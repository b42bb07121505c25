import Vocabulary

/// A connector's table `transaction` of a Shopify shop: what a payment service was asked to do for an order.
///
/// Sales and captures bring money, refunds give it back, and so does the change of one who pays cash; an authorization
/// only reserves it and a void lets it go, so neither is a charge. What failed stays with its status, tests are left
/// out. Amounts are in the row's own currency;
/// the `currency_exchange_…` columns and the receipt repeat them in another.
struct ShopifyTransactionTable: SourceFormat {
  static let title = "Shopify transactions (connector table)"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case paymentID, orderID, created, amount, currency, kind, status, method, test, deleted
  }

  private static let names: [Field: [String]] = [
    .paymentID: ["id"], .orderID: ["order_id"], .created: ["processed_at", "created_at"], .amount: ["amount"],
    .currency: ["currency"], .kind: ["kind"], .status: ["status"], .method: ["gateway"], .test: ["test"],
    .deleted: ShopifyTable.deletedNames,
  ]

  private static let kinds: [String: Payment.Kind] = [
    "sale": .charge, "capture": .charge, "refund": .refund, "authorization": .other, "emv_authorization": .other,
    "void": .other, "change": .other,
  ]
  private static let statuses: [String: Payment.Status] = [
    "success": .succeeded, "pending": .pending, "awaiting_response": .pending, "failure": .failed, "failed": .failed,
    "error": .failed, "unknown": .pending,
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var created: DateColumn
  private var currency: CurrencyColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: ShopifyTransactionTable.names)
    guard map.has(.paymentID), map.has(.orderID), map.has(.amount), map.has(.kind), map.has(.status),
      map.has(.method), let created = DateColumn(map[.created], name: map.name(.created))
    else { return nil }
    self.map = map
    self.created = created
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: [.amount], whole: [])
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
    var findings = Findings(map, knownBy: [.kind, .method], options)
    findings.currency = currency.ofFile
    findings.timeZone = "UTC"
    findings.window = created.window
    findings.metrics = [.payments, .revenue, .refunds]
    findings.notes += numbers.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let skipped = ShopifyTable.skipped(record, deleted: map[.deleted], test: map[.test]) {
      batch.skippedRows.append(skipped)
      return
    }
    let word = record.text(map[.kind]).lowercased()
    guard let kind = ShopifyTransactionTable.kinds[word] else {
      throw RowProblem.unknown(
        "kind", word, column: map.name(.kind), expected: "sale, capture, refund, authorization or void")
    }
    let state = record.text(map[.status])
    guard var status = ShopifyTransactionTable.statuses[state.lowercased()] else {
      throw RowProblem.unknown(
        "status", state, column: map.name(.status), expected: "success, pending, failure or error")
    }
    if status == .succeeded, kind == .other, word != "change" { status = word == "void" ? .cancelled : .pending }
    let date = try created.required(record)
    var payment = Payment(
      origin: RecordOrigin(record), platform: "Shopify",
      paymentID: try IdentifierCell.required(record, map[.paymentID], name: map.name(.paymentID)), kind: kind,
      day: date.day)
    let written = try numbers.amount(.amount, record)
    let amount = written?.micros
    payment.instant = date.instantUTC
    payment.status = status
    payment.amountMicros = kind == .refund || word == "change" ? amount.map { -Int64($0.magnitude) } : amount
    payment.currency = try currency.currency(record, of: written, name: map.name(.amount))
    payment.orderID = try IdentifierCell.text(record, map[.orderID], name: map.name(.orderID))
    payment.method = record.text(map[.method])
    batch.payments.append(payment)
  }
}
