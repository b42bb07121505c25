import Vocabulary

/// Meta Ads Manager and Ads Reporting: "Export table data" as CSV, at any level and with any one breakdown.
///
/// Clicks are link clicks. Conversions are the results, or purchases where the results are no more than reach or clicks and
/// purchases have a column. Without a day in any row each covers the whole reporting period. A row without any dimension is
/// the table's total when other rows stand beside it, and the account's own figures when it stands alone.
struct MetaAdsReport: SourceFormat {
  static let title = "Meta Ads report"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case campaign, campaignID, adGroup, ad, adID, account, day, month, starts, ends, spend, impressions, clicks,
      allClicks
    case reach, conversions, purchases, resultType, conversionValue, attribution
    case age, gender, region, country, platform, placement, device, objective, hour, currency
  }

  private static let breakdowns: [Field] = [.age, .gender, .region, .country, .platform, .placement, .device, .hour]

  /// What an ad is made of, by which its figures can be broken down. Other columns that are not read (rankings, budgets)
  /// are states of ads of one name.
  private static let contents: Set<String> = Set(
    [
      "body", "call to action", "description", "headline", "image, video and slideshow", "link description", "text",
      "website url",
    ].flatMap { [$0, $0 + " (ad settings)", $0 + " (asset)"] }
  ).union(["business locations", "conversion device", "dma region", "media type", "product id"]).union(furtherContents)

  /// The same in German, French, Spanish, Portuguese, Italian and Dutch.
  private static let furtherContents = [
    "überschrift", "titel", "bild, video und slideshow", "beschreibung", "website-url", "link-url", "produkt-id",
    "titre", "image, vidéo et diaporama", "texte", "appel à l’action", "appel à l'action", "url du site web",
    "url de site web", "id du produit",
    "título", "imagen, video y presentación", "imagen, vídeo y presentación", "imagen, video y secuencia",
    "imagen, vídeo y secuencia", "texto", "llamada a la acción", "descripción", "url del sitio web", "id del producto",
    "imagem, vídeo e apresentação", "imagem, vídeo e apresentação multimídia", "chamada para ação", "descrição",
    "url do site", "id do produto", "identificação do produto",
    "titolo", "immagine, video e slideshow", "testo", "call-to-action", "descrizione", "url del sito web",
    "id prodotto",
    "kop", "koptekst", "afbeelding, video en diavoorstelling", "afbeelding, video en slideshow", "tekst",
    "beschrijving", "product-id",
  ]

  private let map: ColumnMap<Field>
  private let breakdown: [Field]
  private var numbers: NumberColumns<Field>
  private var day: DateColumn?
  private var starts: DateColumn?
  private var ends: DateColumn?
  /// Of a report without days.
  private var periods: RowPeriods?
  private var campaigns: CampaignNames?
  private var totals: TotalsRow
  private var groups: GroupTotals
  /// By breakdown and by day.
  private var parents: [ParentRows]
  private var splits: SplitColumns
  private var currency: CurrencyColumn
  private var ids: [Field: IdentifierColumn] = [:]

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: MetaAdsReport.names)
    guard map.has(.spend), (map.has(.starts) && map.has(.ends)) || map.has(.day) else { return nil }
    self.map = map
    campaigns = CampaignNames(map[.campaign], name: map.name(.campaign))
    let isInHeader = map[.spend].flatMap { map.header.currencies[$0] } != nil
    currency = CurrencyColumn(isInHeader ? nil : map[.currency], name: map.name(.currency))
    for field in [Field.account, .campaignID, .adID] {
      ids[field] = IdentifierColumn(map[field], name: map.name(field))
    }
    day = DateColumn(map[.day], name: map.name(.day))
    starts = DateColumn(map[.starts], name: map.name(.starts))
    ends = DateColumn(map[.ends], name: map.name(.ends))
    if day == nil { periods = RowPeriods(starts, ends) }
    let hasLevel = map.has(.campaign) || map.has(.adGroup) || map.has(.ad) || map.has(.adID)
    // A campaign has one objective, so beside a campaign it splits nothing.
    breakdown = (MetaAdsReport.breakdowns + (hasLevel ? [] : [.objective])).filter { map.has($0) }
    let keys = ([.campaign, .campaignID, .adGroup, .ad, .adID, .day] + breakdown).map { map[$0] }
    totals = TotalsRow(keys)
    groups = GroupTotals(keys)
    let things: [Field] = [.account, .campaign, .campaignID, .adGroup, .ad, .adID]
    // Rows by day may state the day as their period.
    let families: [(keys: [Field], parts: [Field])] = [
      (things + [.day, .month, .starts, .ends], breakdown), (things + breakdown, [.day]),
    ]
    parents = families.compactMap { family in
      ParentRows(
        keys: family.keys.map { map[$0] }, parts: family.parts.map { map[$0] }, amount: map[.spend],
        counts: [map[.impressions], map[.clicks]])
    }
    let places: [Field] = [.campaign, .campaignID, .adGroup, .ad, .adID, .account, .day, .month, .starts, .ends]
    splits = SplitColumns(
      map, own: places + [.currency, .resultType, .attribution, .objective] + breakdown, only: MetaAdsReport.contents)
    numbers = NumberColumns(
      map, amounts: [.spend, .conversions, .purchases, .conversionValue],
      whole: [.impressions, .clicks, .allClicks, .reach])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    day?.survey(record)
    starts?.survey(record)
    ends?.survey(record)
    for field in ids.keys { ids[field]?.survey(record) }
    totals.survey(record)
    groups.survey(record)
    for place in parents.indices { parents[place].survey(record) }
    periods?.survey(record, isNamed: totals.isNamed(record))
    campaigns?.survey(record)
    guard totals.isNamed(record) else { return }
    currency.survey(record)
    splits.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    var dated = options
    let dates = [day, starts, ends]
    dated.dateOrder =
      options.dateOrder ?? DateColumn.provenOrder(dates)
      ?? WrittenPeriod.window(file).flatMap { DateColumn.order(of: dates, within: $0) }
    try day?.settle(dated, file: file)
    try starts?.settle(dated, file: file)
    try ends?.settle(dated, file: file)
    periods?.settle(starts, ends)
    for place in parents.indices { parents[place].settle() }
    currency.settle(declared: map[.spend].flatMap { map.header.currencies[$0] } ?? options.currency)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.spend))\" and \"\(map.name(map.has(.starts) ? .starts : .day))\""
    findings.columns = map.meanings
    findings.currency = currency.ofFile
    findings.damages = ids.values.flatMap(\.damages).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    findings.timeZone = options.timeZone
    findings.account = ids[.account]?.only
    if let first = starts?.window, let last = ends?.window {
      findings.window = first.union(last)
    } else {
      findings.window = day?.window
    }
    let metrics: [(Field, TotalMetric)] = [
      (.spend, .spend), (.impressions, .impressions), (.clicks, .clicks), (.conversions, .conversions),
      (.purchases, .conversions),
    ]
    findings.metrics = Set(metrics.filter { map.has($0.0) }.map(\.1))
    findings.notes += numbers.caveats
    splits.settle(&findings)
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let isParent = parents.contains { $0.contains(record) }
    let group = try groups.label(
      record, numbers, amounts: [.spend, .conversions, .purchases, .conversionValue],
      counts: [.impressions, .clicks, .allClicks])
    if let label = totals.label(record) ?? group ?? (isParent ? record.text(map[.campaign]) : nil) {
      // Before the row is noted: one whose figures cannot be read is refused, and not skipped as well.
      let figures: [(TotalMetric, Int64?)] = [
        (.spend, try numbers.micros(.spend, record)), (.impressions, try numbers.micros(.impressions, record)),
        (.clicks, try numbers.micros(.clicks, record)),
      ]
      return batch.addTotals(figures, label: label, record, isOfGroup: isParent || label == group)
    }
    var row = AdPerformance(
      origin: RecordOrigin(counted: record), platform: "Meta", channel: .paidSocial, window: try window(record))
    row.isOfSums = periods?.areOfSums == true
    row.account = ids[.account]?.text(record) ?? ""
    row.campaign = record.text(map[.campaign])
    row.campaignID = ids[.campaignID]?.text(record) ?? ""
    row.adGroup = record.text(map[.adGroup])
    row.ad = record.text(map[.ad])
    row.adID = ids[.adID]?.text(record) ?? ""
    try refuseNameless(record, row)
    row.breakdown = breakdown.map(\.rawValue).joined(separator: "+")
    row.breakdownValue = breakdown.map { record.text(map[$0]) }.joined(separator: "+")
    splits.split(&row, record)
    let spend = try numbers.amount(.spend, record)
    row.spendMicros = spend?.micros
    row.currency = try currency.currency(record, of: spend, name: map.name(.spend))
    row.impressions = try numbers.whole(.impressions, record)
    row.clicks = try numbers.whole(.clicks, record)
    row.allClicks = try numbers.whole(.allClicks, record)
    row.reach = try numbers.whole(.reach, record)
    row.resultType = record.text(map[.resultType])
    row.conversionsMicros = try numbers.micros(.conversions, record)
    // A campaign bought for reach sells too.
    if map.has(.purchases), !map.has(.conversions) || DeliveryResult.contains(row.resultType) {
      row.resultType = map.name(.purchases)
      row.conversionsMicros = try numbers.micros(.purchases, record)
    }
    row.conversionValueMicros = try numbers.micros(.conversionValue, record)
    row.attribution = record.text(map[.attribution])
    batch.adPerformance.append(row)
    if groups.areLikely { groups.add(record, row.figures) }
  }

  /// A row that only a cut id names is nobody's, and no account's either.
  private func refuseNameless(_ record: RawRecord, _ row: AdPerformance) throws(RowProblem) {
    try campaigns?.check(row, record, id: ids[.campaignID])
    guard row.campaign.isEmpty, row.campaignID.isEmpty, row.adGroup.isEmpty, row.ad.isEmpty, row.adID.isEmpty,
      let field = [Field.campaignID, .adID].first(where: { ids[$0]?.isDamaged(record) == true })
    else { return }
    throw RowProblem(column: map.name(field), found: "an id that a spreadsheet cut", expected: "all figures of the id")
  }

  private func window(_ record: RawRecord) throws(RowProblem) -> DateWindow {
    if let date = try day?.date(record) {
      try refuse(date.day, outsideOf: record)
      return DateWindow(day: date.day)
    }
    // Of days merged over several rows a file keeps the first one's.
    if let day, day.window != nil { throw RowProblem(column: day.name, found: "an empty cell", expected: "a day") }
    let first = try starts?.date(record)
    let last = try ends?.date(record)
    let column = map.name(map.has(.ends) ? .ends : .day)
    guard let first, let last else { throw RowProblem(column: column, found: "no day", expected: "the row's period") }
    guard let window = DateWindow(first: first.day, last: last.day) else {
      throw RowProblem(column: column, found: "\(last.day)", expected: "a day on or after \(first.day)")
    }
    // Some rows of a month state the whole report's days.
    let month = map[.month].flatMap { DaySpan.month.window(named: record.text($0)) }
    return month?.clipped(to: window) ?? window
  }

  /// A day that a spreadsheet has moved lies outside of the period that its own row states.
  private func refuse(_ date: Day, outsideOf record: RawRecord) throws(RowProblem) {
    guard let first = try starts?.date(record)?.day, let last = try ends?.date(record)?.day,
      let period = DateWindow(first: first, last: last), !period.contains(date)
    else { return }
    throw RowProblem(
      column: map.name(.day), found: "\(date)",
      expected: (first == last ? "\(first)" : "a day from \(first) to \(last)") + ", the row's own period")
  }
}

extension MetaAdsReport {
  /// English as exported today and before; then German, French, Spanish, Portuguese, Italian, Dutch. Typographic and
  /// straight apostrophes both occur.
  private static let names: [Field: [String]] = [
    .campaign: [
      "campaign name", "campaign", "kampagnenname", "name der kampagne", "nom de la campagne", "nombre de la campaña",
      "nome da campanha", "nome della campagna", "nome campagna", "campagnenaam", "naam campagne", "naam van campagne",
    ],
    .campaignID: [
      "campaign id", "kampagnen-id", "id de la campagne", "identifiant de la campagne", "identificador de la campaña",
      "id de la campaña", "identificação da campanha", "id da campanha", "id campagna", "id della campagna",
      "campagne-id", "campagne id",
    ],
    .adGroup: [
      "ad set name", "anzeigengruppenname", "name der anzeigengruppe", "nom de l’ensemble de publicités",
      "nom de l'ensemble de publicités", "nombre del conjunto de anuncios", "nome do conjunto de anúncios",
      "nome del gruppo di inserzioni", "nome gruppo di inserzioni", "naam advertentieset", "advertentiesetnaam",
    ],
    .ad: [
      "ad name", "ads", "ad", "anzeigenname", "name der werbeanzeige", "nom de la publicité", "nombre del anuncio",
      "nome do anúncio", "nome dell'inserzione", "nome dell’inserzione", "nome inserzione", "advertentienaam",
      "naam advertentie",
    ],
    .adID: [
      "ad id", "anzeigen-id", "id de la publicité", "identifiant de la publicité", "identificador del anuncio",
      "id del anuncio", "identificação do anúncio", "id do anúncio", "id dell'inserzione", "id inserzione",
      "advertentie-id",
    ],
    .account: [
      "account name", "account id", "ad account name", "ad account id", "name des werbekontos", "kontoname", "konto-id",
      "nom du compte", "nom du compte publicitaire", "nombre de la cuenta", "nome da conta", "nome account",
      "nome dell'account", "accountnaam", "naam account",
    ],
    .day: ["day", "tag", "jour", "día", "dia", "giorno", "dag"],
    .month: ["month", "monat", "mois", "mes", "mês", "mese", "maand"],
    .starts: [
      "reporting starts", "reporting start", "berichtsstart", "beginn des berichts", "début des rapports",
      "début du rapport", "inicio del informe", "início dos relatórios", "início do relatório", "inizio report",
      "inizio dei report", "start rapportage", "begin rapportage",
    ],
    .ends: [
      "reporting ends", "reporting end", "berichtsende", "ende des berichts", "fin des rapports", "fin du rapport",
      "fin del informe", "término dos relatórios", "término do relatório", "encerramento dos relatórios", "fine report",
      "fine dei report", "einde rapportage",
    ],
    .spend: [
      "amount spent", "ausgegebener betrag", "montant dépensé", "importe gastado", "valor usado", "valor gasto",
      "importo speso", "besteed bedrag",
    ],
    .impressions: [
      "impressions", "impressionen", "impresiones", "impressões", "impression", "impressioni", "vertoningen",
      "weergaven",
    ],
    .clicks: [
      "link clicks", "link-klicks", "linkklicks", "clics sur un lien", "clics sur le lien", "clics en el enlace",
      "cliques no link", "clic sul link", "klikken op link", "klikken op links", "linkklikken", "linkkliks",
    ],
    .allClicks: [
      "clicks (all)", "klicks (alle)", "clics (tous)", "clics (todos)", "cliques (todos)", "clic (tutti)",
      "klikken (alle)",
    ],
    .reach: ["reach", "reichweite", "couverture", "portée", "alcance", "copertura", "bereik"],
    .conversions: ["results", "ergebnisse", "résultats", "resultados", "risultati", "resultaten"],
    .purchases: [
      "purchases", "website purchases", "käufe", "achats", "compras", "acquisti", "aankopen", "website-käufe",
      "achats sur le site web", "compras en el sitio web", "acquisti sul sito web", "compras no site",
      "aankopen op website", "purchases with shared items",
    ],
    .resultType: [
      "result type", "result indicator", "ergebnistyp", "ergebnisindikator", "ergebnis-indikator", "type de résultat",
      "indicateur de résultat", "indicateur de résultats", "tipo de resultado", "indicador de resultado",
      "indicador de resultados", "tipo di risultato", "indicatore di risultato", "indicatore dei risultati",
      "resultaattype", "resultaatindicator", "resultatenindicator",
    ],
    .conversionValue: [
      "purchases conversion value", "purchases conversion value for shared items only", "purchase conversion value",
      "conversion-wert der käufe", "conversion-wert von käufen", "conversion-wert für käufe",
      "valeur de conversion des achats", "valor de conversión de compras", "valor de conversión de las compras",
      "valor de conversão da compra", "valor de conversão de compras", "valore di conversione degli acquisti",
      "conversiewaarde van aankopen", "conversiewaarde aankopen", "website purchases conversion value",
      "website purchase conversion value", "conversion-wert von website-käufen", "conversion-wert der website-käufe",
      "valeur de conversion des achats sur le site web", "valor de conversión de compras en el sitio web",
      "valor de conversão de compras no site", "valore di conversione degli acquisti sul sito web",
      "conversiewaarde van aankopen op website",
    ],
    .attribution: [
      "attribution setting", "attributionseinstellung", "paramètre d’attribution", "paramètre d'attribution",
      "configuración de atribución", "configuração de atribuição", "impostazione di attribuzione",
      "toeschrijvingsinstelling", "attributie-instelling",
    ],
    .age: ["age", "alter", "âge", "edad", "idade", "età", "leeftijd"],
    .gender: ["gender", "geschlecht", "genre", "sexe", "sexo", "género", "gênero", "genere", "geslacht"],
    .region: ["region", "région", "región", "região", "regione", "regio"],
    .country: ["country", "land", "pays", "país", "paese"],
    .platform: ["platform", "plattform", "plateforme", "plataforma", "piattaforma"],
    .placement: [
      "placement", "platzierung", "placement de la publicité", "ubicación", "posicionamento", "posizionamento",
      "plaatsing",
    ],
    .device: [
      "device platform", "impression device", "device", "geräteplattform", "impressionsgerät",
      "plateforme de l’appareil", "plateforme de l'appareil", "plataforma del dispositivo", "dispositivo de impresión",
      "plataforma do dispositivo", "dispositivo de impressão", "piattaforma del dispositivo", "apparaatplatform",
    ],
    .objective: ["objective", "ziel", "objectif", "objetivo", "obiettivo", "doelstelling"],
    .hour: [
      "time of day (ad account time zone)", "time of day (viewer's time zone)", "time of day (viewer’s time zone)",
      "uhrzeit (zeitzone des werbekontos)", "uhrzeit (zeitzone des betrachters)",
    ],
    .currency: [
      "currency", "account currency", "ad account currency", "währung", "währung des kontos", "devise",
      "devise du compte", "moneda", "moneda de la cuenta", "moeda", "moeda da conta", "valuta", "valuta dell'account",
      "valuta van account",
    ],
  ]
}
