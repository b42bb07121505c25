import Vocabulary

/// A sheet of a till's days: one day of one place a row, in the words of seven languages. No real file stands behind it.
///
/// It is taken for one only where a day, a place and sums of sales stand side by side and no number of a single sale. One
/// sum is enough if it is said to be with tax and the table has no other columns, and the place may be missing where a
/// column's name is said of tills alone ("takings", "Bons") or the lines above say so (`Kassenbericht`).
///
/// "Gross" is before discounts where the language says gross sales (`ventas brutas`); where it means "with tax"
/// (`Bruttoumsatz`, `CA TTC`, `omzet incl. btw`), it is what was collected.
struct TillDaySheet: SourceFormat {
  static let title = "till sheet (day, place, sales)"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case day, place, category, transactions, quantity, gross, discount, refund, net, tax, tip, total, currency
  }

  private static let sums: [Field] = [.gross, .net, .total, .tax]
  private static let amounts: [Field] = [.gross, .discount, .refund, .net, .tax, .tip, .total]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var day: DateColumn
  private var currency: CurrencyColumn
  /// Whether some rows are of one place: then those of all of them are totals.
  private var namesPlaces = false

  init?(_ opening: Opening) {
    let header = Header(opening.header.names.map(TillDaySheet.withBrackets))
    let saysTill = header.keys.contains(where: TillDaySheet.tillWords.contains)
    let map = ColumnMap(header, names: saysTill ? TillDaySheet.tillNames : TillDaySheet.names)
    let sums = TillDaySheet.sums.count { map.has($0) }
    let isWhole = map.meanings.allSatisfy { $0.meaning != nil || TillDaySheet.isPart($0.header) }
    let saysWithTax = map.has(.total) && map.header.column(["total sales", "total collected"]) == nil
    let isTitled = opening.preamble.joined().contains(where: TillDaySheet.isTitle)
    let isTills = isWhole && (isTitled || saysTill)
    guard map.has(.place) || isTills, map.has(.gross) || map.has(.net) || map.has(.total),
      isWhole && saysWithTax || sums >= 2 || map.has(.transactions),
      !TillDaySheet.singles.contains(where: opening.header.contains),
      let day = DateColumn(map[.day], name: map.name(.day))
    else { return nil }
    self.map = map
    self.day = day
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: TillDaySheet.amounts + [.quantity], whole: [.transactions])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    day.survey(record)
    currency.survey(record)
    let place = record.text(map[.place])
    if !namesPlaces { namesPlaces = !place.isEmpty && !TotalsRow.isTotal(place) && !TillDaySheet.isAllPlaces(place) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: nil)
    try day.settle(options, file: file)
    let named = TillDaySheet.amounts.compactMap { map[$0].flatMap { map.header.currencies[$0] } }.first
    currency.settle(declared: named ?? options.currency)
    var findings = Findings(map, knownBy: [.day, .place, .gross, .net, .total], options)
    findings.currency = currency.ofFile
    findings.window = day.window
    findings.metrics = [.sales, .revenue]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if isClosed(record) { return batch.skip(record, .noData) }
    let amounts = try TillDaySheet.amounts.map { field throws(RowProblem) in try numbers.amount(field, record) }
    let figures = Dictionary(uniqueKeysWithValues: zip(TillDaySheet.amounts, amounts.map { $0?.micros }))
    func figure(_ field: Field) -> Int64? { figures[field] ?? nil }
    let (date, place) = (record.text(map[.day]), record.text(map[.place]))
    let isOfAll = TotalsRow.isTotal(place) || namesPlaces && TillDaySheet.isAllPlaces(place)
    guard !date.isEmpty || !place.isEmpty, !TotalsRow.isTotal(date), !isOfAll else {
      let isWhole = place.isEmpty || isOfAll
      if let value = figure(.net) ?? figure(.total) ?? figure(.gross) {
        batch.controlTotals.append(
          ControlTotal(
            origin: RecordOrigin(record), label: date.isEmpty ? place : date, metric: .revenue,
            valueMicros: value, coversAllRows: isWhole && (date.isEmpty || TotalsRow.isTotal(date))))
      }
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
      return
    }
    var sale = OfflineSale(
      origin: RecordOrigin(counted: record), platform: "Till", place: place,
      window: DateWindow(day: try day.required(record).day))
    sale.category = record.text(map[.category])
    sale.transactions = try numbers.whole(.transactions, record)
    sale.quantityMicros = try numbers.micros(.quantity, record)
    sale.grossMicros = figure(.gross)
    sale.discountMicros = figure(.discount).map { Int64($0.magnitude) }
    sale.refundMicros = figure(.refund).map { Int64($0.magnitude) }
    sale.netMicros = figure(.net)
    sale.taxMicros = figure(.tax)
    sale.tipMicros = figure(.tip)
    sale.totalMicros = figure(.total)
    sale.currency = try currency.currency(record, of: amounts, name: map.name(.net))
    batch.offlineSales.append(sale)
  }

  /// A day without sales, of which the sheet says so in a word.
  private func isClosed(_ record: RawRecord) -> Bool {
    let cells = (TillDaySheet.amounts + [.quantity, .transactions]).compactMap { map[$0] }.map { record.text($0) }
      .filter { !$0.isEmpty }
    let words = cells.filter { !$0.allSatisfy { "0.,- ".contains($0) } }
    return !words.isEmpty && words.allSatisfy { TillDaySheet.closed.contains($0.lowercased()) }
  }
}

extension TillDaySheet {
  /// `Umsatz brutto in EUR` and `Recettes TTC (€)` as `Umsatz brutto (EUR)` and `Recettes TTC (EUR)`, and `Net Sales $` as
  /// `Net Sales ($)`, of which currency it may be. Only what is then a name of ours: TTC is no currency.
  private static func withBrackets(_ name: String) -> String {
    var words = name.split(separator: " ")
    guard words.count > 1, let last = words.popLast() else { return name }
    let mark = last.drop { $0 == "(" }.prefix { $0 != ")" }
    guard let currency = AmountText("1 \(mark)", format: .plain)?.currency?.code ?? Header.sign("(\(mark))") else {
      return name
    }
    if words.last == "in", words.count > 1 { words.removeLast() }
    let rest = words.joined(separator: " ")
    return known.contains(Header.key(rest).key) ? rest + " (\(currency))" : name
  }

  private static let known = Set(tillNames.values.joined())

  private static let closed: Set<String> = [
    "closed", "holiday", "geschlossen", "ruhetag", "feiertag", "zu", "fermé", "férié", "cerrado", "festivo", "fechado",
    "feriado", "chiuso", "festa", "gesloten",
  ]

  /// A sum's part says nothing else of the day: `davon bar`.
  private static func isPart(_ header: String) -> Bool {
    header.isEmpty || ["davon ", "of which ", "dont ", "di cui "].contains { header.lowercased().hasPrefix($0) }
  }

  /// `Kassenbericht Filiale Nord`.
  private static func isTitle(_ cell: String) -> Bool {
    let key = Header.key(cell).key
    return titles.contains { key.hasPrefix($0) }
  }

  private static let titles = [
    "kassenbericht", "kassenabschluss", "kassenbuch", "tagesabschluss", "tagesabschlüsse", "z-bericht", "till report",
    "z report", "end of day report", "rapport de caisse", "journal de caisse", "informe de caja", "cierre de caja",
    "chiusura cassa", "rapporto di cassa", "kassarapport", "relatório de caixa",
  ]

  private static func isAllPlaces(_ place: String) -> Bool {
    var words = Header.key(place).key.split(separator: " ")
    guard let last = words.popLast() else { return false }
    return places.contains(last) && all.contains(words.joined(separator: " "))
  }

  private static let all: Set<String> = [
    "all", "all the", "alle", "tous les", "toutes les", "todas las", "todos los", "todas as", "todos os", "tutti i",
    "tutte le",
  ]
  private static let places: Set<Substring> = [
    "stores", "shops", "locations", "branches", "outlets", "tills", "registers", "sites", "filialen", "standorte",
    "läden", "geschäfte", "kassen", "märkte", "magasins", "boutiques", "caisses", "tiendas", "sucursales", "locales",
    "cajas", "negozi", "sedi", "casse", "lojas", "filiais", "caixas", "winkels", "vestigingen", "locaties", "kassa's",
  ]

  private static let tillWords: Set<String> = [
    "takings", "daily takings", "gross takings", "net takings", "tageseinnahmen", "tageseinnahme", "tageslosung",
    "recettes ttc", "bons", "anzahl bons", "kassenbons", "anzahl belege", "scontrini", "bonnen", "aantal bonnen",
  ]

  /// A mere `Brutto` may be a weight or a wage; beside a till's word it is what was collected.
  private static let tillNames: [Field: [String]] = names.merging([.total: ["brutto"], .net: ["netto"]]) { $0 + $1 }

  /// Columns that only single sales have.
  private static let singles = [
    "transaction id", "transaction", "payment id", "receipt number", "receipt no", "receipt id", "order id", "order #",
    "order number", "bonnummer", "belegnummer", "beleg-nr.", "bon-nr.", "email", "e-mail", "customer id",
    "time zone", "campaign", "impressions", "clicks", "sessions",
  ]

  private static let names: [Field: [String]] = [
    .day: [
      "date", "day", "business date", "business day", "trading day", "datum", "tag", "geschäftstag", "verkaufstag",
      "jour", "fecha", "día", "data", "giorno", "dia", "dag",
    ],
    .place: [
      "location", "location name", "store", "store name", "shop", "branch", "outlet", "till", "register", "filiale",
      "standort", "kasse", "laden", "geschäft", "magasin", "point de vente", "caisse", "boutique", "tienda", "sucursal",
      "local", "caja", "ubicación", "negozio", "punto vendita", "cassa", "loja", "filial", "caixa", "winkel",
      "vestiging", "locatie", "kassa",
    ],
    .category: [
      "category", "department", "kategorie", "warengruppe", "catégorie", "rayon", "categoría", "categoria", "reparto",
      "categorie", "afdeling",
    ],
    .transactions: [
      "transactions", "number of transactions", "no. of transactions", "transaction count", "receipts",
      "sales count", "transaktionen", "anzahl transaktionen", "bons", "anzahl bons", "belege", "anzahl belege",
      "kassenbons", "kunden", "anzahl kunden", "customers", "number of customers", "clients", "clientes", "clienti",
      "klanten", "nombre de transactions", "tickets", "nombre de tickets", "transacciones", "transazioni",
      "scontrini", "transações", "transacties", "bonnen", "aantal transacties", "aantal bonnen",
    ],
    .quantity: [
      "items sold", "units sold", "quantity", "menge", "stück", "anzahl artikel", "articles vendus",
      "unidades vendidas", "pezzi venduti", "aantal artikelen",
    ],
    .gross: ["gross sales", "ventes brutes", "ventas brutas", "vendite lorde", "vendas brutas"],
    .discount: [
      "discounts", "discount", "rabatte", "rabatt", "remises", "descuentos", "sconti", "descontos", "kortingen",
    ],
    .refund: [
      "refunds", "returns", "erstattungen", "retouren", "rückgaben", "remboursements", "retours", "devoluciones",
      "reembolsos", "rimborsi", "resi", "devoluções", "terugbetalingen",
    ],
    .net: [
      "net sales", "nettoumsatz", "netto-umsatz", "umsatz netto", "ventes nettes", "ca ht", "chiffre d'affaires ht",
      "ventas netas", "vendite nette", "vendas líquidas", "netto omzet", "netto-omzet", "omzet excl. btw",
      "net takings",
    ],
    .tax: [
      "tax", "taxes", "vat", "sales tax", "mwst", "mwst.", "umsatzsteuer", "ust", "ust.", "tva", "impuestos", "iva",
      "imposte", "impostos", "btw",
    ],
    .tip: ["tips", "tip", "gratuity", "trinkgeld", "pourboires", "propinas", "mance", "gorjetas", "fooien"],
    .total: [
      "total collected", "total sales", "bruttoumsatz", "brutto-umsatz", "umsatz brutto", "ca ttc",
      "chiffre d'affaires ttc", "total encaissé", "total cobrado", "totale incassato", "total recebido",
      "bruto omzet", "bruto-omzet", "omzet incl. btw", "takings", "daily takings", "gross takings", "tageseinnahmen",
      "tageseinnahme", "tageslosung", "recettes ttc",
    ],
    .currency: ["currency", "currency code", "währung", "devise", "moneda", "valuta", "moeda"],
  ]
}
