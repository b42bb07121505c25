import Vocabulary

/// Google Ads, table "Campaigns", Download as .csv or "Excel .csv" (UTF-16, tab).
///
/// Two lines before the header give the title and the period; without a column Day each row covers the period. "All
/// time" gives undated facts. The totals at the end are kept as control totals: "Total: Campaigns" covers the rows,
/// "Total: Account" may hold more (removed campaigns).
struct GoogleAdsCampaignReport: SourceFormat {
  static let title = "Google Ads campaign report"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case campaign, campaignID, adGroup, channel, account, day, spend, currency, impressions, clicks, interactions
    case conversions, conversionValue, status
  }

  private let map: ColumnMap<Field>
  private let period: DateWindow?
  private let periodLine: Int
  private let hasPeriodText: Bool
  private var numbers: NumberColumns<Field>
  private var day: DateColumn?
  private var currency: CurrencyColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: GoogleAdsCampaignReport.names)
    let title = Header.key(opening.preamble.first?.first ?? "").key
    let isTitled = GoogleAdsCampaignReport.titles.contains(title)
    guard map.has(.campaign), map.has(.spend), map.has(.impressions) || map.has(.clicks),
      isTitled || ((map.has(.status) || map.has(.channel)) && map.has(.currency)),
      !opening.header.keys.contains(where: GoogleAdsCampaignReport.otherReports.contains)
    else { return nil }
    self.map = map
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    let text = opening.preamble.dropFirst().map { $0.joined(separator: ",") }.first { !$0.isEmpty } ?? ""
    hasPeriodText = !text.isEmpty
    period = PeriodText.window(text)
    periodLine = opening.preambleLine
    day = DateColumn(map[.day], name: map.name(.day))
    numbers = NumberColumns(
      map, amounts: [.spend, .conversions, .conversionValue], whole: [.impressions, .clicks, .interactions])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    guard GoogleAdsCampaignReport.totalLabel(record) == nil else { return }
    day?.survey(record)
    currency.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: nil)
    try day?.settle(options, file: file)
    currency.settle(declared: options.currency)
    guard day != nil || period != nil || !hasPeriodText else { throw .unreadPeriod(file: file, line: periodLine) }
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.campaign))\" and \"\(map.name(.spend))\""
    findings.columns = map.meanings
    findings.currency = currency.ofFile
    findings.timeZone = options.timeZone
    findings.window = period.flatMap { $0.isUndated ? nil : $0 } ?? day?.window
    let metrics: [(Field, TotalMetric)] = [
      (.spend, .spend), (.impressions, .impressions), (.clicks, .clicks), (.conversions, .conversions),
    ]
    findings.metrics = Set(metrics.filter { map.has($0.0) }.map(\.1))
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let label = GoogleAdsCampaignReport.totalLabel(record) {
      try noteTotals(record, label: label, in: &batch)
      return
    }
    var window = period ?? .undated
    if let day {
      guard let date = try day.date(record) else {
        throw RowProblem(column: map.name(.day), found: "an empty cell", expected: "a day")
      }
      window = DateWindow(day: date.day)
    }
    var row = AdPerformance(
      origin: RecordOrigin(line: record.line), platform: "Google Ads",
      channel: GoogleAdsCampaignReport.channel(record.text(map[.channel])), window: window)
    row.account = record.text(map[.account])
    row.campaign = record.text(map[.campaign])
    row.campaignID = record.text(map[.campaignID])
    row.adGroup = record.text(map[.adGroup])
    guard !row.campaign.isEmpty else {
      throw RowProblem(column: map.name(.campaign), found: "an empty cell", expected: "a campaign's name")
    }
    row.spendMicros = try numbers.micros(.spend, record)
    row.currency = try currency.currency(record, ofAmount: row.spendMicros)
    row.impressions = try numbers.whole(.impressions, record)
    row.clicks = try numbers.whole(.clicks, record)
    row.interactions = try numbers.whole(.interactions, record)
    row.conversionsMicros = try numbers.micros(.conversions, record)
    row.conversionValueMicros = try numbers.micros(.conversionValue, record)
    batch.adPerformance.append(row)
  }

  private func noteTotals(_ record: RawRecord, label: String, in batch: inout CanonicalBatch) throws(RowProblem) {
    batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
    let scope = label.split(separator: ":").last.map { Header.key(String($0)).key } ?? ""
    let figures: [(TotalMetric, Int64?)] = [
      (.spend, try numbers.micros(.spend, record)), (.impressions, try numbers.micros(.impressions, record)),
      (.clicks, try numbers.micros(.clicks, record)), (.conversions, try numbers.micros(.conversions, record)),
    ]
    for (metric, value) in figures {
      guard let value else { continue }
      batch.controlTotals.append(
        ControlTotal(
          origin: RecordOrigin(line: record.line), label: label, metric: metric, valueMicros: value,
          coversAllRows: ["campaigns", "campanhas", "kampagnen", "campañas", "campagnes", "campagne"].contains(scope)))
    }
  }

  /// "Total: Search" in the first cell.
  private static func totalLabel(_ record: RawRecord) -> String? {
    let cell = BlankText.trimmed(record[0])
    guard cell.count > 5, [UInt8(ascii: "T"), UInt8(ascii: "G")].contains(cell[0]) else { return nil }
    let label = String(decoding: cell, as: UTF8.self)
    let isTotal = ["Total:", "Total :", "Total general", "Gesamt:", "Gesamt "].contains { label.hasPrefix($0) }
    return isTotal ? label : nil
  }

  private static func channel(_ type: String) -> Channel {
    channels[Header.key(type).key] ?? .unknown
  }
}

extension GoogleAdsCampaignReport {
  private static let titles: Set<String> = [
    "campaign report", "campaign performance report", "relatório de campanha", "relatório de campanhas",
    "kampagnenbericht", "informe de campaña", "informe de campañas", "informe de la campaña",
    "rapport sur les campagnes", "rapport de campagne", "rapport campagnes",
  ]

  /// Columns of the ad, search term and keyword reports, which carry the campaign too.
  private static let otherReports: Set<String> = [
    "ad status", "headline 1", "final url", "search term", "keyword", "match type", "ad strength",
  ]

  private static let channels: [String: Channel] = {
    let words: [Channel: [String]] = [
      .paidSearch: ["search", "pesquisa", "suche", "suchnetzwerk", "búsqueda", "recherche"],
      .display: ["display", "rede de display", "displaynetzwerk", "red de display", "réseau display"],
      .crossNetwork: ["performance max", "maximale performance", "demand gen", "discovery", "smart", "app"],
      .video: ["video", "vídeo", "vidéo"],
      .shopping: ["shopping", "compras"],
    ]
    var channels: [String: Channel] = [:]
    for (channel, names) in words {
      for name in names { channels[name] = channel }
    }
    return channels
  }()

  /// English, Portuguese, German, Spanish, French.
  private static let names: [Field: [String]] = [
    .campaign: ["campaign", "campanha", "kampagne", "campaña", "campagne"],
    .campaignID: [
      "campaign id", "código da campanha", "kampagnen-id", "id de campaña", "id de la campaña", "id de la campagne",
    ],
    .adGroup: ["ad group", "grupo de anúncios", "anzeigengruppe", "grupo de anuncios", "groupe d'annonces"],
    .channel: ["campaign type", "tipo de campanha", "kampagnentyp", "tipo de campaña", "type de campagne"],
    .account: [
      "account name", "customer id", "account", "nome da conta", "kontoname", "nombre de la cuenta", "nom du compte",
    ],
    .day: ["day", "dia", "tag", "día", "jour"],
    .spend: ["cost", "custo", "kosten", "coste", "costo", "coût"],
    .currency: [
      "currency code", "currency", "código da moeda", "währungscode", "código de moneda", "code de la devise",
      "code devise",
    ],
    .impressions: ["impr.", "impressions", "impressões", "impressionen", "impresiones"],
    .clicks: ["clicks", "cliques", "klicks", "clics"],
    .interactions: ["interactions", "interações", "interaktionen", "interacciones"],
    .conversions: ["conversions", "conversões", "conversiones", "conv."],
    .conversionValue: [
      "conv. value", "conversion value", "valor conv.", "valor da conv.", "conv.-wert", "valor de conv.",
      "valeur de conv.",
    ],
    .status: [
      "campaign status", "status da campanha", "kampagnenstatus", "estado de la campaña", "état de la campagne",
    ],
  ]
}
