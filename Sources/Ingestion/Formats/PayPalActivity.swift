import Vocabulary

/// PayPal, Activity, Download as CSV, in English or German: one movement of the balance a record, in the zone of the
/// account. No real file stands behind it yet.
///
/// Fees are negative in the file and kept as what they cost. Money that the account itself paid out, its moves to a bank
/// and between currencies and what is held back are no charges. The items of a cart bear the id of the payment whose
/// amount they split.
struct PayPalActivity: SourceFormat {
  static let title = "PayPal activity"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case paymentID, day, time, zone, kind, status, currency, gross, fee, net, from, to, invoice, impact
  }

  private static let names: [Field: [String]] = [
    .paymentID: ["transaction id", "transaktionscode"], .day: ["date", "datum"], .time: ["time", "uhrzeit"],
    .zone: ["timezone", "time zone", "zeitzone"], .kind: ["type", "typ"], .status: ["status"],
    .currency: ["currency", "währung"], .gross: ["gross", "brutto"], .fee: ["fee", "gebühr", "entgelt"],
    .net: ["net", "netto"], .from: ["from email address", "absender e-mail-adresse"],
    .to: ["to email address", "empfänger e-mail-adresse"], .invoice: ["invoice number", "rechnungsnummer"],
    .impact: ["balance impact", "auswirkung auf guthaben"],
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var day: DateColumn
  private var currency: CurrencyColumn
  private var zones: Set<String> = []

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: PayPalActivity.names)
    guard map.has(.paymentID), map.has(.kind), map.has(.status), map.has(.gross), map.has(.net), map.has(.zone),
      let day = DateColumn(map[.day], name: map.name(.day))
    else { return nil }
    self.map = map
    self.day = day
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: [.gross, .fee, .net], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    day.survey(record)
    currency.survey(record)
    let zone = record.text(map[.zone])
    if !zone.isEmpty { zones.insert(zone) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: nil)
    try day.settle(options, file: file)
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [.paymentID, .gross], options)
    findings.currency = currency.ofFile
    // `CET` and `PDT` are half a year's offsets and no zones.
    if zones.count == 1, let zone = zones.first, zone.contains("/") { findings.timeZone = zone }
    findings.window = day.window
    findings.metrics = [.payments, .revenue, .refunds]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let type = record.text(map[.kind])
    guard type.lowercased() != "shopping cart item" else { return batch.skip(record, .overlapping) }
    guard let status = PayPalActivity.status(record.text(map[.status])) else {
      throw RowProblem(
        column: map.name(.status), found: "a status that is not known",
        expected: "Completed, Pending, Denied or the like")
    }
    let date = try day.required(record)
    let gross = try numbers.micros(.gross, record)
    let named = PayPalActivity.kind(type, gross: gross)
    let kind = named == .charge && PayPalActivity.movesNothing(record.text(map[.impact])) ? .other : named
    var payment = Payment(
      origin: RecordOrigin(record), platform: "PayPal",
      paymentID: try IdentifierCell.required(record, map[.paymentID], name: map.name(.paymentID)), kind: kind,
      day: date.day)
    payment.status = status
    payment.amountMicros = gross
    payment.feeMicros = try numbers.micros(.fee, record).map { -$0 }
    payment.netMicros = try numbers.micros(.net, record)
    payment.currency = try currency.currency(record, ofAmount: gross)
    payment.orderID = try IdentifierCell.text(record, map[.invoice], name: map.name(.invoice))
    // The customer is at the other end: who sent a payment, who got a refund.
    switch kind {
    case .charge: payment.email = try PersonalCell.email(record, map[.from], name: map.name(.from))
    case .refund: payment.email = try PersonalCell.email(record, map[.to], name: map.name(.to))
    default: break
    }
    payment.method = "paypal"
    batch.payments.append(payment)
  }

  /// What the type's words say, the more particular first: "Payment Refund" is no payment.
  private static let words: [(Payment.Kind, [String])] = [
    (.other, ["hold", "release", "authorization", "authorisation", "autorisierung"]),
    (.other, ["einbehalt", "freigabe", "reserve"]),
    (.refund, ["refund", "rückzahlung", "rückerstattung", "erstattung"]),
    (.fee, ["fee", "gebühr"]),
    (.dispute, ["chargeback", "reversal", "dispute", "rückbuchung", "rücklastschrift", "stornierung", "konflikt"]),
    (.transfer, ["currency conversion", "währungsumrechnung"]),
    (.payout, ["withdrawal", "payout", "abbuchung", "auszahlung"]),
    (.transfer, ["transfer", "deposit", "bankgutschrift", "einzahlung", "überweisung", "bankeinzug"]),
    (.charge, ["payment", "checkout", "purchase", "zahlung", "kauf", "sale"]),
  ]

  private static func kind(_ type: String, gross: Int64?) -> Payment.Kind {
    let type = type.lowercased()
    let kind = words.first { $0.1.contains { type.contains($0) } }?.0 ?? .other
    // What the account itself bought, and what it was given back for that, is no business of its customers.
    switch kind {
    case .charge where (gross ?? 0) < 0, .refund where (gross ?? 0) > 0: return .other
    default: return kind
    }
  }

  /// Whether a row only tells of a payment ("Memo") whose money another row moves.
  private static func movesNothing(_ impact: String) -> Bool {
    let impact = impact.lowercased()
    return impact == "memo" || impact.hasPrefix("no ") || impact.hasPrefix("kein")
  }

  private static func status(_ text: String) -> Payment.Status? {
    switch text.lowercased() {
    case "completed", "abgeschlossen", "cleared", "freigegeben", "refunded", "partially refunded", "zurückgezahlt",
      "rückzahlung", "teilweise zurückgezahlt", "teilrückzahlung", "reversed", "rückgängig gemacht", "paid", "bezahlt":
      .succeeded
    case "pending", "ausstehend", "offen", "uncleared", "unclaimed", "held", "placed", "processing", "in bearbeitung",
      "einbehalten", "nicht eingefordert", "active", "aktiv", "authorized", "autorisiert":
      .pending
    case "denied", "failed", "abgelehnt", "fehlgeschlagen", "verweigert": .failed
    case "canceled", "cancelled", "expired", "voided", "removed", "returned", "storniert", "abgebrochen",
      "abgelaufen", "verfallen", "zurückgegeben", "entfernt":
      .cancelled
    default: nil
    }
  }
}
