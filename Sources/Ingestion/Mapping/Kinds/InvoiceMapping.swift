import Vocabulary

/// Bills that customers were sent, one a row.
struct InvoiceMapping: MappedKind {
  static let title = "invoices"

  static let fields: [KindField] = [
    KindField(.invoiceID, .id, "invoice id|bill id|rechnungs id|id factura|id facture"),
    KindField(
      .number, .id,
      "invoice number|invoice no|invoice|bill number|rechnungsnummer|rechnungsnr|rechnung|número de factura"
        + "|numéro de facture|numero fattura|número da fatura|factuurnummer"),
    KindField(
      .day, .day,
      "invoice date|issue date|issued|date issued|billed on|date|day|rechnungsdatum|datum|fecha de factura|fecha"
        + "|date de facture|date facture|data|factuurdatum"),
    KindField(
      .dueDay, .day, "due date|due|payment due|fällig am|fälligkeit|fälligkeitsdatum|zahlbar bis|vencimiento|échéance"),
    KindField(.status, .text, "status|invoice status|state|zustand|estado|statut|stato"),
    KindField(.customerID, .id, "customer id|customer number|client id|customer|kundennummer|id cliente|numéro client"),
    KindField(.email, .email, "email|e mail|customer email|billing email|rechnungs email"),
    KindField(.subscriptionID, .id, "subscription id|subscription|abo id|abonummer"),
    KindField(.subtotal, .money, "subtotal|net|net amount|amount net|netto|nettobetrag|zwischensumme|total ht|base"),
    KindField(.tax, .money, "tax|vat|tax amount|mwst|ust|umsatzsteuer|steuer|iva|tva|btw"),
    KindField(
      .total, .money,
      "total|invoice total|amount|amount due|gross|brutto|bruttobetrag|betrag|rechnungsbetrag|gesamt|gesamtbetrag|importe"
        + "|total ttc|montant|importo"),
    KindField(.paid, .money, "paid|amount paid|paid amount|bezahlt|gezahlt|pagado|payé|montant payé"),
    KindField(.currency, .currency, "currency|currency code|währung|moneda|moeda|devise"),
    KindField(.platform, .text, "platform|plattform|plataforma"),
  ]

  static let needs: [[TableField]] = [[.invoiceID, .number], [.day], [.total, .subtotal]]
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.invoices]
  static let signs: [TableField] = [.invoiceID, .number]
  static let strangers: Set<TableTrait> = [.tellsOfAbandonment]
  static let doubts: Set<TableTrait> = [.tellsOfAdvertising, .namesSuppliers]

  init(_ columns: MappedColumns) {}

  /// Without an id of its own an invoice is known by its number.
  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let number = try row.id(.number)
    let id = try row.id(.invoiceID)
    guard !id.isEmpty || !number.isEmpty else {
      let map = row.columns.map
      throw RowProblem(
        column: map.name(map.has(.invoiceID) ? .invoiceID : .number), found: "an empty cell", expected: "an identifier")
    }
    var invoice = Invoice(
      origin: row.origin, platform: row.platform, invoiceID: id.isEmpty ? number : id,
      day: try row.requiredDate(.day).day)
    invoice.number = number
    invoice.dueDay = try row.date(.dueDay)?.day
    invoice.status = row.text(.status).lowercased()
    invoice.customerID = try row.id(.customerID)
    invoice.email = try row.email(.email)
    invoice.subscriptionID = try row.id(.subscriptionID)
    invoice.subtotalMicros = try row.micros(.subtotal)
    invoice.taxMicros = try row.micros(.tax)
    invoice.totalMicros = try row.micros(.total)
    invoice.paidMicros = try row.micros(.paid)
    invoice.currency = try row.currency(of: [.total, .subtotal, .tax, .paid])
    batch.invoices.append(invoice)
  }
}
