import Vocabulary

/// Stripe, Invoices, Export: one invoice a record, moments in UTC. No real file stands behind it yet.
struct StripeInvoices: SourceFormat {
  static let title = "Stripe invoices"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case invoiceID, number, created, due, customerID, email, subscriptionID, status, isPaid, currency
    case amountDue, subtotal, tax, total, paid
  }

  private static let names: [Field: [String]] = [
    .invoiceID: ["id"], .number: ["number"], .created: ["date (utc)", "created (utc)", "created date (utc)"],
    .due: ["due date (utc)"], .customerID: ["customer id", "customer"], .email: ["customer email"],
    .subscriptionID: ["subscription", "subscription id"], .status: ["status"], .isPaid: ["paid"],
    .currency: ["currency"], .amountDue: ["amount due"], .subtotal: ["subtotal"], .tax: ["tax"], .total: ["total"],
    .paid: ["amount paid"],
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var created: DateColumn
  private var due: DateColumn?
  private var currency: CurrencyColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: StripeInvoices.names)
    guard map.has(.invoiceID), map.has(.number), map.has(.amountDue), map.has(.total), map.has(.subtotal),
      let created = DateColumn(map[.created], name: map.name(.created))
    else { return nil }
    self.map = map
    self.created = created
    due = DateColumn(map[.due], name: map.name(.due), isOfFact: false)
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: [.subtotal, .tax, .total, .paid], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    created.survey(record)
    due?.survey(record)
    currency.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    try created.settle(options, file: file)
    try due?.settle(options, file: file)
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [.number, .amountDue], options)
    findings.currency = currency.ofFile
    findings.timeZone = "UTC"
    findings.window = created.window
    findings.metrics = [.invoices]
    findings.notes += numbers.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let status = record.text(map[.status]).lowercased()
    guard status != "deleted" else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .deleted))
      return
    }
    var invoice = Invoice(
      origin: RecordOrigin(record), platform: "Stripe",
      invoiceID: try IdentifierCell.required(record, map[.invoiceID], name: map.name(.invoiceID)),
      day: try created.required(record).day)
    invoice.customerID = record.text(map[.customerID])
    invoice.email = try PersonalCell.email(record, map[.email], name: map.name(.email))
    invoice.subscriptionID = record.text(map[.subscriptionID])
    invoice.number = record.text(map[.number])
    invoice.dueDay = try due?.date(record)?.day
    // Older exports say no more than whether it is paid.
    invoice.status = status.isEmpty && FlagCell.value(record, map[.isPaid]) == true ? "paid" : status
    let subtotal = try numbers.amount(.subtotal, record)
    let tax = try numbers.amount(.tax, record)
    let total = try numbers.amount(.total, record)
    let paid = try numbers.amount(.paid, record)
    invoice.subtotalMicros = subtotal?.micros
    invoice.taxMicros = tax?.micros
    invoice.totalMicros = total?.micros
    invoice.paidMicros = paid?.micros
    invoice.currency = try currency.currency(record, of: [total, subtotal, tax, paid], name: map.name(.total))
    batch.invoices.append(invoice)
  }
}
