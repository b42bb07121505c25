import Vocabulary

/// Movements of money at a payment service or a bank.
struct PaymentMapping: MappedKind {
  static let title = "payments"

  static let fields: [KindField] = [
    KindField(
      .paymentID, .id,
      "payment id|transaction id|charge id|transaktionscode|zahlungs id|id de transacción|numéro de transaction|reference id|id"
    ),
    KindField(
      .day, .day,
      "payment date|transaction date|date|created|created date utc|created utc|created at|paid at|datum|zahlungsdatum|buchungsdatum|fecha|data"
    ),
    KindField(.platform, .text, "platform|payment provider|provider"),
    KindField(
      .kind, .word, "type|transaction type|payment type|typ|tipo", values: Payment.Kind.allCases.map(\.rawValue)),
    KindField(
      .status, .word, "status|payment status|estado|statut|état", values: Payment.Status.allCases.map(\.rawValue)),
    KindField(
      .amount, .money, "amount|gross|gross amount|brutto|betrag|importe|montant|valor|bruttobetrag|avant commission"),
    KindField(.fee, .money, "fee|fees|gebühr|gebühren|comisión|frais|taxa|commission"),
    KindField(.net, .money, "net|net amount|netto|nettobetrag|neto"),
    KindField(.refunded, .money, "refunded|amount refunded|refunded amount|erstattet"),
    KindField(.tax, .money, "tax|vat|mwst|iva|tva"),
    KindField(.currency, .currency, "currency|currency code|währung|moneda|moeda|devise"),
    KindField(.customerID, .id, "customer id|customer|kundennummer|id cliente"),
    KindField(.email, .email, "email|e mail|customer email|payer email|from email address|de l adresse email"),
    KindField(.orderID, .id, "order id|order|order number|invoice id|invoice number|bestellnummer|rechnungsnummer"),
    KindField(.method, .text, "method|payment method|zahlungsart|método de pago|mode de paiement"),
  ]

  static let needs: [[TableField]] = [[.paymentID], [.day], [.amount, .net]]
  static let metrics: [TableField: TotalMetric] = [.amount: .revenue]
  static let ownMetrics: Set<TotalMetric> = [.payments]
  static let strangers: Set<TableTrait> = [.tellsOfAbandonment]

  private static let kinds: [String: Payment.Kind] = [
    "payment": .charge, "sale": .charge, "zahlung": .charge, "pago": .charge, "refunds": .refund, "erstattung": .refund,
    "rückzahlung": .refund, "reembolso": .refund, "adjustment": .other, "topup": .other, "contribution": .other,
    "advance": .other, "fees": .fee, "gebühr": .fee, "auszahlung": .payout, "withdrawal": .payout,
    "chargeback": .dispute,
  ]
  /// Of a kind of several words, such as `application_fee` or `Paiement Express Checkout`, the first word here that it has
  /// tells. What a service moves on its own account is nobody's payment.
  private static let parts: [(Payment.Kind, Set<String>)] = [
    (
      .other,
      [
        "reserve", "reserved", "hold", "adjustment", "adjustments", "contribution", "advance", "financing", "funding",
        "loan", "topup", "collection", "correction",
      ]
    ),
    (.fee, ["fee", "fees", "cost", "costs", "tax", "gebühr", "gebühren", "frais", "comisión"]),
    (.payout, ["payout", "payouts", "withdrawal", "auszahlung", "retrait", "retiro"]),
    (.transfer, ["transfer", "transfers", "conversion", "virement", "transferencia", "überweisung"]),
    (.dispute, ["dispute", "chargeback", "reversal", "litige", "disputa"]),
    (.refund, ["refund", "refunds", "remboursement", "reembolso", "rimborso", "erstattung", "rückzahlung"]),
    (.charge, ["charge", "payment", "sale", "paiement", "zahlung", "pago", "pagamento"]),
  ]
  private static let states: [String: Payment.Status] = [
    "paid": .succeeded, "completed": .succeeded, "complete": .succeeded, "success": .succeeded, "bezahlt": .succeeded,
    "abgeschlossen": .succeeded, "open": .pending, "offen": .pending, "declined": .failed, "fehlgeschlagen": .failed,
    "canceled": .cancelled, "storniert": .cancelled, "terminé": .succeeded, "en attente": .pending,
    "refusé": .failed, "annulé": .cancelled,
  ]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try row.requiredDate(.day)
    let amount = try row.micros(.amount)
    // Without a column of kinds, what leaves is a refund.
    let plain: Payment.Kind = (amount ?? 0) < 0 ? .refund : .charge
    var payment = Payment(
      origin: row.origin, platform: row.platform, paymentID: try row.requiredID(.paymentID),
      kind: try PaymentMapping.kind(row) ?? plain, day: date.day)
    payment.instant = date.instant
    payment.status = try row.word(.status, PaymentMapping.states)
    // A table with a column of kinds may write what was given back without a minus.
    payment.amountMicros = payment.kind == .refund ? amount.map { -Int64($0.magnitude) } : amount
    payment.feeMicros = try row.micros(.fee)
    payment.netMicros = try row.micros(.net)
    payment.refundedMicros = try row.size(.refunded)
    payment.taxMicros = try row.micros(.tax)
    payment.currency = try row.currency(of: [.amount, .net, .fee, .tax, .refunded])
    payment.customerID = try row.id(.customerID)
    payment.email = try row.email(.email)
    payment.orderID = try row.id(.orderID)
    payment.method = row.text(.method)
    batch.payments.append(payment)
  }

  private static func kind(_ row: MappedRow) throws(RowProblem) -> Payment.Kind? {
    let words = Set(HeaderWords.plain(row.text(.kind)).split(separator: " ").map(String.init))
    if words.count > 1, let part = parts.first(where: { !$0.1.isDisjoint(with: words) }) { return part.0 }
    return try row.word(.kind, kinds)
  }
}
