import Vocabulary

/// Meta Ads Manager and Ads Reporting: "Export table data" as CSV, at any level and with any one breakdown.
///
/// Clicks are link clicks. Without a day column a row covers the whole reporting period. A row without any dimension is
/// the table's total when other rows stand beside it, and the account's own figures when it stands alone.
struct MetaAdsReport: SourceFormat {
  static let title = "Meta Ads report"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case campaign, campaignID, adGroup, ad, adID, account, day, starts, ends, spend, impressions, clicks, allClicks
    case reach, conversions, resultType, conversionValue, attribution
    case age, gender, region, country, platform, placement, device, objective, hour, currency
  }

  private static let breakdowns: [Field] = [.age, .gender, .region, .country, .platform, .placement, .device, .hour]

  private let map: ColumnMap<Field>
  private let breakdown: [Field]
  private let dimensions: [Field]
  private var numbers: NumberColumns<Field>
  private var day: DateColumn?
  private var starts: DateColumn?
  private var ends: DateColumn?
  private var rowsWithDimensions = 0
  private var currency: Currency?

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: MetaAdsReport.names)
    guard map.has(.spend), (map.has(.starts) && map.has(.ends)) || map.has(.day) else { return nil }
    self.map = map
    day = DateColumn(map[.day], name: map.name(.day))
    starts = DateColumn(map[.starts], name: map.name(.starts))
    ends = DateColumn(map[.ends], name: map.name(.ends))
    let hasLevel = map.has(.campaign) || map.has(.adGroup) || map.has(.ad) || map.has(.adID)
    // A campaign has one objective, so beside a campaign it splits nothing.
    breakdown = (MetaAdsReport.breakdowns + (hasLevel ? [] : [.objective])).filter { map.has($0) }
    dimensions = [.campaign, .campaignID, .adGroup, .ad, .adID, .day].filter { map.has($0) } + breakdown
    numbers = NumberColumns(
      map, amounts: [.spend, .conversions, .conversionValue], whole: [.impressions, .clicks, .allClicks, .reach])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    day?.survey(record)
    starts?.survey(record)
    ends?.survey(record)
    if hasDimension(record) { rowsWithDimensions += 1 }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    try day?.settle(options, file: file)
    try starts?.settle(options, file: file)
    try ends?.settle(options, file: file)
    currency = map[.spend].flatMap { map.header.currencies[$0] } ?? options.currency
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.spend))\" and \"\(map.name(map.has(.starts) ? .starts : .day))\""
    findings.columns = map.meanings
    findings.currency = currency
    findings.timeZone = options.timeZone
    if let first = starts?.window, let last = ends?.window {
      findings.window = first.union(last)
    } else {
      findings.window = day?.window
    }
    let metrics: [(Field, TotalMetric)] = [
      (.spend, .spend), (.impressions, .impressions), (.clicks, .clicks), (.conversions, .conversions),
    ]
    findings.metrics = Set(metrics.filter { map.has($0.0) }.map(\.1))
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard hasDimension(record) || rowsWithDimensions == 0 else {
      try noteTotals(record, in: &batch)
      return
    }
    var row = AdPerformance(
      origin: RecordOrigin(line: record.line), platform: "Meta", channel: .paidSocial, window: try window(record))
    row.account = record.text(map[.account])
    row.campaign = record.text(map[.campaign])
    row.campaignID = record.text(map[.campaignID])
    row.adGroup = record.text(map[.adGroup])
    row.ad = record.text(map[.ad])
    row.adID = record.text(map[.adID])
    row.breakdown = breakdown.map(\.rawValue).joined(separator: "+")
    row.breakdownValue = breakdown.map { record.text(map[$0]) }.joined(separator: "+")
    row.currency = currency ?? Currency(record.text(map[.currency]))
    row.spendMicros = try numbers.micros(.spend, record)
    row.impressions = try numbers.whole(.impressions, record)
    row.clicks = try numbers.whole(.clicks, record)
    row.allClicks = try numbers.whole(.allClicks, record)
    row.reach = try numbers.whole(.reach, record)
    row.conversionsMicros = try numbers.micros(.conversions, record)
    row.conversionValueMicros = try numbers.micros(.conversionValue, record)
    row.resultType = record.text(map[.resultType])
    row.attribution = record.text(map[.attribution])
    batch.adPerformance.append(row)
  }

  private func noteTotals(_ record: RawRecord, in batch: inout CanonicalBatch) throws(RowProblem) {
    batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
    let figures: [(TotalMetric, Int64?)] = [
      (.spend, try numbers.micros(.spend, record)), (.impressions, try numbers.micros(.impressions, record)),
      (.clicks, try numbers.micros(.clicks, record)),
    ]
    for (metric, value) in figures {
      guard let value else { continue }
      batch.controlTotals.append(
        ControlTotal(
          origin: RecordOrigin(line: record.line), label: "Total", metric: metric, valueMicros: value,
          coversAllRows: true))
    }
  }

  private func hasDimension(_ record: RawRecord) -> Bool {
    dimensions.contains { !BlankText.trimmed(record[map[$0]]).isEmpty }
  }

  private func window(_ record: RawRecord) throws(RowProblem) -> DateWindow {
    if let date = try day?.date(record) { return DateWindow(day: date.day) }
    let first = try starts?.date(record)
    let last = try ends?.date(record)
    let column = map.name(map.has(.ends) ? .ends : .day)
    guard let first, let last else { throw RowProblem(column: column, found: "no day", expected: "the row's period") }
    guard let window = DateWindow(first: first.day, last: last.day) else {
      throw RowProblem(column: column, found: "\(last.day)", expected: "a day on or after \(first.day)")
    }
    return window
  }
}

extension MetaAdsReport {
  /// English as exported today and before; then German, French, Spanish, Portuguese, Italian, Dutch.
  private static let names: [Field: [String]] = [
    .campaign: [
      "campaign name", "kampagnenname", "nom de la campagne", "nombre de la campaña", "nome da campanha",
      "nome della campagna", "campagnenaam", "naam van campagne",
    ],
    .campaignID: [
      "campaign id", "kampagnen-id", "id de la campagne", "identificador de la campaña", "identificação da campanha",
    ],
    .adGroup: [
      "ad set name", "anzeigengruppenname", "name der anzeigengruppe", "nom de l’ensemble de publicités",
      "nom de l'ensemble de publicités", "nombre del conjunto de anuncios", "nome do conjunto de anúncios",
      "nome del gruppo di inserzioni", "naam advertentieset",
    ],
    .ad: [
      "ad name", "ads", "anzeigenname", "nom de la publicité", "nombre del anuncio", "nome do anúncio",
      "nome dell'inserzione", "advertentienaam",
    ],
    .adID: ["ad id", "anzeigen-id", "identificador del anuncio", "identificação do anúncio"],
    .account: ["account name", "account id", "name des werbekontos", "nombre de la cuenta", "nome da conta"],
    .day: ["day", "tag", "jour", "día", "dia", "giorno", "dag"],
    .starts: [
      "reporting starts", "berichtsstart", "début des rapports", "inicio del informe", "início dos relatórios",
      "inizio report", "start rapportage",
    ],
    .ends: [
      "reporting ends", "berichtsende", "fin des rapports", "fin del informe", "término dos relatórios",
      "encerramento dos relatórios", "fine report", "einde rapportage",
    ],
    .spend: [
      "amount spent", "ausgegebener betrag", "montant dépensé", "importe gastado", "valor usado", "valor gasto",
      "importo speso", "besteed bedrag",
    ],
    .impressions: [
      "impressions", "impressionen", "impresiones", "impressões", "impression", "vertoningen", "weergaven",
    ],
    .clicks: [
      "link clicks", "link-klicks", "clics sur un lien", "clics en el enlace", "cliques no link", "clic sul link",
      "klikken op link",
    ],
    .allClicks: [
      "clicks (all)", "klicks (alle)", "clics (tous)", "clics (todos)", "cliques (todos)", "clic (tutti)",
      "klikken (alle)",
    ],
    .reach: ["reach", "reichweite", "couverture", "alcance", "copertura", "bereik"],
    .conversions: ["results", "ergebnisse", "résultats", "resultados", "risultati", "resultaten"],
    .resultType: [
      "result type", "result indicator", "ergebnistyp", "type de résultat", "tipo de resultado",
      "indicador de resultado",
      "tipo di risultato", "resultaattype",
    ],
    .conversionValue: [
      "purchases conversion value", "purchases conversion value for shared items only", "purchase conversion value",
      "conversion-wert der käufe", "valeur de conversion des achats", "valor de conversión de compras",
      "valor de conversão da compra", "valore di conversione degli acquisti", "conversiewaarde van aankopen",
    ],
    .attribution: [
      "attribution setting", "attributionseinstellung", "paramètre d’attribution", "configuración de atribución",
      "configuração de atribuição",
    ],
    .age: ["age", "alter", "âge", "edad", "idade", "età", "leeftijd"],
    .gender: ["gender", "geschlecht", "genre", "sexo", "género", "gênero", "genere", "geslacht"],
    .region: ["region", "région", "región", "região", "regione", "regio"],
    .country: ["country", "land", "pays", "país", "paese"],
    .platform: ["platform", "plattform", "plateforme", "plataforma", "piattaforma"],
    .placement: [
      "placement", "platzierung", "placement de la publicité", "ubicación", "posicionamento", "posizionamento",
      "plaatsing",
    ],
    .device: ["device platform", "impression device", "device", "geräteplattform"],
    .objective: ["objective", "ziel", "objectif", "objetivo", "obiettivo", "doelstelling"],
    .hour: ["time of day (ad account time zone)", "time of day (viewer's time zone)"],
    .currency: ["currency", "währung", "devise", "moneda", "moeda", "valuta"],
  ]
}
