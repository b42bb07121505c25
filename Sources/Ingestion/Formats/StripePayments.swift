import Vocabulary

/// Stripe, Payments, Export: one payment a record, in major units and UTC.
///
/// Amounts are in `Currency`; the converted ones are the same money in the currency of the payout, and so are the fees.
/// A fee is therefore known in the payment's currency only where the two are the same.
struct StripePayments: SourceFormat {
  static let title = "Stripe payments"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case paymentID, created, amount, refunded, currency, convertedCurrency, fee, captured, mode, status, method
    case customerID, email, invoiceID, orderID, disputed, disputeStatus, disputeDay
  }

  private static let names: [Field: [String]] = [
    .paymentID: ["id"], .created: ["created date (utc)", "created (utc)"], .amount: ["amount"],
    .refunded: ["amount refunded"], .currency: ["currency"], .convertedCurrency: ["converted currency"],
    .fee: ["fee"], .captured: ["captured"], .mode: ["mode"], .status: ["status"], .method: ["payment source type"],
    .customerID: ["customer id"], .email: ["customer email"], .invoiceID: ["invoice id"],
    .orderID: ["order_id (metadata)", "order id (metadata)"], .disputed: ["disputed amount"],
    .disputeStatus: ["dispute status"], .disputeDay: ["dispute date (utc)"],
  ]

  private static let statuses: [String: Payment.Status] = [
    "paid": .succeeded, "succeeded": .succeeded, "refunded": .succeeded, "partially refunded": .succeeded,
    "partial refund": .succeeded, "disputed": .succeeded, "failed": .failed, "blocked": .failed,
    "pending": .pending, "uncaptured": .pending, "incomplete": .pending, "requires action": .pending,
    "requires_action": .pending, "requires_capture": .pending, "requires_confirmation": .pending,
    "requires_payment_method": .pending, "processing": .pending, "canceled": .cancelled, "cancelled": .cancelled,
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var created: DateColumn
  private var disputeDay: DateColumn?
  private var currency: CurrencyColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: StripePayments.names)
    guard map.has(.paymentID), map.has(.amount), map.has(.refunded), map.has(.status),
      let created = DateColumn(map[.created], name: map.name(.created))
    else { return nil }
    self.map = map
    self.created = created
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: [.amount, .refunded, .fee, .disputed], whole: [])
    disputeDay = DateColumn(map[.disputeDay], name: map.name(.disputeDay))
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    created.survey(record)
    disputeDay?.survey(record)
    currency.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    try created.settle(options, file: file)
    var disputes = options
    disputes.dateOrder = created.certainOrder ?? options.dateOrder
    try disputeDay?.settle(disputes, file: file)
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [.created, .refunded], options)
    findings.currency = currency.ofFile
    findings.timeZone = "UTC"
    findings.window = created.window
    findings.metrics = [.payments, .revenue, .refunds]
    findings.notes += numbers.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard record.text(map[.mode]).lowercased() != "test" else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .test))
      return
    }
    let state = record.text(map[.status])
    guard var status = StripePayments.statuses[state.lowercased()] else {
      throw RowProblem.unknown(
        "status", state, column: map.name(.status), expected: "Paid, Refunded, Failed or the like")
    }
    // An attempt that came to nothing never became a payment, and has no id.
    if status != .succeeded, BlankText.isMissing(record[map[.paymentID]]) { return batch.skip(record, .noData) }
    if status == .succeeded, FlagCell.value(record, map[.captured]) == false { status = .pending }
    let date = try created.required(record)
    var payment = Payment(
      origin: RecordOrigin(record), platform: "Stripe",
      paymentID: try IdentifierCell.required(record, map[.paymentID], name: map.name(.paymentID)), kind: .charge,
      day: date.day)
    payment.instant = date.instantUTC
    payment.status = status
    let amount = try numbers.amount(.amount, record)
    payment.amountMicros = amount?.micros
    payment.currency = try currency.currency(record, of: amount, name: map.name(.amount))
    payment.refundedMicros = try numbers.size(.refunded, record)
    let fee = try numbers.micros(.fee, record)
    let converted = Currency(record.text(map[.convertedCurrency]))
    if converted == nil || converted == payment.currency { payment.feeMicros = fee }
    payment.customerID = record.text(map[.customerID])
    payment.email = try PersonalCell.email(record, map[.email], name: map.name(.email))
    let order = try IdentifierCell.text(record, map[.orderID], name: map.name(.orderID))
    payment.orderID = order.isEmpty ? record.text(map[.invoiceID]) : order
    payment.method = record.text(map[.method])
    let dispute = try lostDispute(record, of: payment)
    batch.payments += [payment] + [dispute].compactMap { $0 }
  }

  /// What the buyer's bank has taken back for good: negative, as a movement of the balance.
  private func lostDispute(_ record: RawRecord, of payment: Payment) throws(RowProblem) -> Payment? {
    guard record.text(map[.disputeStatus]).lowercased() == "lost",
      let amount = try numbers.size(.disputed, record), amount > 0
    else { return nil }
    var dispute = Payment(
      origin: payment.origin, platform: payment.platform, paymentID: "dispute " + payment.paymentID, kind: .dispute,
      day: try disputeDay?.date(record)?.day ?? payment.day)
    dispute.status = .succeeded
    dispute.amountMicros = -amount
    dispute.currency = payment.currency
    dispute.customerID = payment.customerID
    dispute.email = payment.email
    dispute.orderID = payment.orderID
    dispute.method = payment.method
    return dispute
  }
}
