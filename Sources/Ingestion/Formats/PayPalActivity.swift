import Vocabulary

/// PayPal, Activity, Download as CSV, or a statement, which tells of settled movements alone and describes them where the
/// other names type and status: one movement of the balance a record, in the zone of the account. No real file stands
/// behind it yet.
///
/// Fees are negative in the file and kept as what they cost. Money that the account itself paid out, its moves to a bank
/// and between currencies and what is held back are no charges. The items of a cart and of an invoice bear the id of the
/// payment whose amount they split.
struct PayPalActivity: SourceFormat {
  static let title = "PayPal activity"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case paymentID, day, time, zone, kind, status, currency, gross, fee, net, balance, from, to, invoice, impact
  }

  private static let names: [Field: [String]] = [
    .paymentID: [
      "transaction id", "transaktionscode", "id. de transacción", "numéro de transaction", "transactie-id",
      "transactiereferentie", "codice transazione", "id da transação", "código da transação", "numer transakcji",
    ], .day: ["date", "datum", "fecha", "data"],
    .time: ["time", "uhrzeit", "hora", "heure", "tijd", "ora", "orario", "godzina"],
    .zone: [
      "timezone", "time zone", "zeitzone", "zona horaria", "fuseau horaire", "tijdzone", "fuso orario", "fuso horário",
      "strefa czasowa",
    ],
    .kind: [
      "type", "typ", "tipo", "description", "beschreibung", "descripción", "omschrijving", "descrizione", "descrição",
      "opis",
    ],
    .status: ["status", "estado", "état", "stato", "stan"],
    .currency: ["currency", "währung", "divisa", "devise", "valuta", "moeda", "waluta"],
    .gross: ["gross", "brutto", "bruto", "avant commission", "lordo"],
    .fee: ["fee", "gebühr", "entgelt", "comisión", "commission", "kosten", "tariffa", "tarifa", "opłata"],
    .net: ["net", "netto", "neto", "líquido"], .balance: ["balance", "guthaben", "saldo", "solde"],
    .from: [
      "from email address", "absender e-mail-adresse", "correo electrónico del remitente", "de l'adresse email",
      "adresse email de l'expéditeur", "van e-mailadres", "indirizzo email mittente", "do endereço de e-mail",
      "z adresu e-mail", "remitente",
    ],
    .to: [
      "to email address", "empfänger e-mail-adresse", "correo electrónico del destinatario", "à l'adresse email",
      "naar e-mailadres", "indirizzo email destinatario", "para o endereço de e-mail", "na adres e-mail",
      "destinatario",
    ],
    .invoice: [
      "invoice number", "invoice id", "rechnungsnummer", "id. de factura", "número de factura", "numéro de facture",
      "identifiant de facture", "factuurreferentie", "factuurnummer", "n° ordine commerciante",
      "n. fattura pro-forma", "id da fatura", "numer faktury",
    ],
    .impact: [
      "balance impact", "auswirkung auf guthaben", "repercusiones en el saldo", "impact sur le solde",
      "impatto sul saldo", "impacto no saldo", "wpływ na saldo",
    ],
  ]

  /// In the names of what is left after a movement, and of what it does to that.
  private static let balances = ["balance", "guthaben", "saldo", "solde"]

  private let map: ColumnMap<Field>
  /// Whether a row moves money, in words.
  private let impact: Int?
  private var numbers: NumberColumns<Field>
  private var day: DateColumn
  private var currency: CurrencyColumn
  private var zones: Set<String> = []
  /// The ids of the movements that moved money.
  private var moved: Set<String> = []
  private var key = RecordKey()

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: PayPalActivity.names)
    guard map.has(.kind), map.has(.gross), map.has(.net), map.has(.zone), map.has(.time),
      map.has(.paymentID) ? map.has(.status) || map.has(.balance) : map.has(.status) && map.has(.balance),
      let day = DateColumn(map[.day], name: map.name(.day))
    else { return nil }
    self.map = map
    impact = map[.impact] ?? PayPalActivity.furtherBalance(map)
    self.day = day
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    // What is left after each movement only tells movements without ids apart.
    let amounts: [Field] = map.has(.paymentID) ? [.gross, .fee, .net] : [.gross, .fee, .net, .balance]
    numbers = NumberColumns(map, amounts: amounts, whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    day.survey(record)
    currency.survey(record)
    let zone = record.text(map[.zone])
    if !zone.isEmpty { zones.insert(zone) }
    guard let impact, let id = map[.paymentID] else { return }
    if !PayPalWords.movesNothing(record.text(impact)) { moved.insert(record.text(id)) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: nil)
    try day.settle(options, file: file)
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [map.has(.paymentID) ? .paymentID : .kind, .gross], options)
    findings.currency = currency.ofFile
    // `CET` and `PDT` are half a year's offsets and no zones.
    if zones.count == 1, let zone = zones.first, zone.contains("/") { findings.timeZone = zone }
    findings.window = day.window
    findings.metrics = [.payments, .revenue, .refunds]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let type = record.text(map[.kind])
    guard type.lowercased() != "shopping cart item", !isItem(record) else { return batch.skip(record, .overlapping) }
    let state = record.text(map[.status])
    guard let status = map.has(.status) ? PayPalWords.status(state) : .succeeded else {
      throw RowProblem.unknown(
        "status", state, column: map.name(.status),
        expected: "Completed, Pending, Denied or the like")
    }
    let date = try day.required(record)
    let gross = try numbers.micros(.gross, record)
    let named = PayPalActivity.kind(type, gross: gross)
    let kind = named == .charge && PayPalWords.movesNothing(record.text(impact)) ? .other : named
    let id = try id(record, on: date.day, gross: gross)
    var payment = Payment(origin: RecordOrigin(record), platform: "PayPal", paymentID: id, kind: kind, day: date.day)
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

  /// The column of a language whose name for it is not known: one more of the balance. Amounts in it say nothing.
  private static func furtherBalance(_ map: ColumnMap<Field>) -> Int? {
    let keys = map.header.keys
    return keys.indices.first { index in
      index != map[.balance] && balances.contains { keys[index] != $0 && keys[index].contains($0) }
    }
  }

  /// A row that moves nothing and bears the id of one that does, in whatever language it is called an item.
  private func isItem(_ record: RawRecord) -> Bool {
    guard impact != nil, PayPalWords.movesNothing(record.text(impact)) else { return false }
    let id = record.text(map[.paymentID])
    return !id.isEmpty && moved.contains(id)
  }

  /// Of the downloads without ids, the moment, the kind and both amounts: no two movements leave the same balance. All
  /// but the kind as it was understood, since a spreadsheet writes `3/4/2026`, `9:05:00` and `50` of what stood there.
  private mutating func id(_ record: RawRecord, on day: Day, gross: Int64?) throws(RowProblem) -> String {
    guard !map.has(.paymentID) else {
      return try IdentifierCell.required(record, map[.paymentID], name: map.name(.paymentID))
    }
    let time = record.text(map[.time])
    let second = DateText("\(day) \(time)", order: nil)?.secondOfDay.map { "\($0)" } ?? time
    let balance = try numbers.micros(.balance, record)
    let amounts = [gross, balance].map { amount in amount.map { "\($0)" } ?? "" }
    let parts = ["\(day)", second, record.text(map[.kind]), record.text(map[.currency])]
    return try key.next(parts + amounts, column: map.name(.kind))
  }

  private static func kind(_ type: String, gross: Int64?) -> Payment.Kind {
    let kind = PayPalWords.kind(type)
    // What the account itself bought, and what it was given back for that, is no business of its customers.
    switch kind {
    case .charge where (gross ?? 0) < 0, .refund where (gross ?? 0) > 0: return .other
    default: return kind
    }
  }
}
