import Vocabulary

/// Stripe, Subscriptions, Export: one subscription a record, moments in UTC. No real file stands behind it yet.
///
/// The amount is taken for that of one piece for one interval, as the plan has it; the quantity stands beside it. A
/// period ends at the hour at which the next begins, so that its last day is the one before: periods do not overlap.
struct StripeSubscriptions: SourceFormat {
  static let title = "Stripe subscriptions"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case subscriptionID, customerID, email, plan, product, quantity, currency, interval, amount, status
    case created, start, periodStart, periodEnd, trialEnd, canceled, ended
  }

  private static let names: [Field: [String]] = [
    .subscriptionID: ["id"], .customerID: ["customer id"], .email: ["customer email"], .plan: ["plan"],
    .product: ["product"], .quantity: ["quantity"], .currency: ["currency"], .interval: ["interval"],
    .amount: ["amount"], .status: ["status"], .created: ["created (utc)", "created date (utc)"],
    .start: ["start date (utc)", "start (utc)"], .periodStart: ["current period start (utc)"],
    .periodEnd: ["current period end (utc)"], .trialEnd: ["trial end (utc)"],
    .canceled: ["canceled at (utc)", "cancelled at (utc)"], .ended: ["ended at (utc)"],
  ]
  private static let moments: [Field] = [.created, .start, .periodStart, .periodEnd, .trialEnd, .canceled, .ended]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var dates: [Field: DateColumn] = [:]
  private var currency: CurrencyColumn
  private var totals: TotalsRow

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: StripeSubscriptions.names)
    guard map.has(.subscriptionID), map.has(.customerID), map.has(.status), map.has(.plan) || map.has(.interval),
      map.has(.periodStart) || map.has(.created)
    else { return nil }
    self.map = map
    for field in StripeSubscriptions.moments {
      dates[field] = DateColumn(map[field], name: map.name(field), isOfFact: false)
    }
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: [.amount], whole: [.quantity])
    let naming: [Field] = [.subscriptionID, .customerID, .email, .plan, .created, .start, .periodStart]
    totals = TotalsRow(naming.map { map[$0] })
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    for field in StripeSubscriptions.moments { dates[field]?.survey(record) }
    currency.survey(record)
    totals.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    for field in StripeSubscriptions.moments { try dates[field]?.settle(options, file: file) }
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [.plan, .interval, .periodStart], options)
    findings.currency = currency.ofFile
    findings.timeZone = "UTC"
    findings.window = (dates[.created] ?? dates[.start])?.window
    findings.metrics = [.subscriptions]
    findings.notes += numbers.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if totals.label(record) != nil {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
      return
    }
    var subscription = Subscription(
      origin: RecordOrigin(record), platform: "Stripe",
      subscriptionID: try IdentifierCell.required(record, map[.subscriptionID], name: map.name(.subscriptionID)))
    subscription.customerID = record.text(map[.customerID])
    subscription.email = try PersonalCell.email(record, map[.email], name: map.name(.email))
    let plan = record.text(map[.plan])
    subscription.plan = plan.isEmpty ? record.text(map[.product]) : plan
    subscription.interval = record.text(map[.interval]).lowercased()
    subscription.quantity = try numbers.whole(.quantity, record)
    let amount = try numbers.amount(.amount, record)
    subscription.amountMicros = amount?.micros
    subscription.currency = try currency.currency(record, of: amount, name: map.name(.amount))
    subscription.status = record.text(map[.status]).lowercased()
    let created = try day(.created, record)
    subscription.startDay = try day(.start, record) ?? created
    subscription.periodFirstDay = try day(.periodStart, record)
    if let end = try day(.periodEnd, record) {
      subscription.periodLastDay = max(end - 1, subscription.periodFirstDay ?? end - 1)
    }
    subscription.trialEndDay = try day(.trialEnd, record)
    subscription.canceledDay = try day(.canceled, record)
    subscription.endedDay = try day(.ended, record)
    batch.subscriptions.append(subscription)
  }

  private func day(_ field: Field, _ record: RawRecord) throws(RowProblem) -> Day? {
    try dates[field]?.date(record)?.day
  }
}
