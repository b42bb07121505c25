import Vocabulary

/// What the tables of Google Ads share, downloaded as .csv or as "Excel .csv" (UTF-16, tab): two lines before the header
/// give the title and the period, and totals follow the rows.
///
/// Without a column Day each row covers the period, or the week, month, quarter or year of it that its columns name; "All
/// time" gives undated facts. The totals are kept as control
/// totals: the one of the table's own rows covers them, "Total: Account" may hold more (removed campaigns).
struct GoogleAdsTable: Sendable {
  /// The scope in a total's label that means the rows above it, as "campaigns" in "Total: Campaigns".
  let scopes: Set<String>
  private(set) var table: AdTable
  /// The first line, where it is the report's title; the page lets it be changed.
  private let title: String?
  private let periodLine: Int
  private let lacksPeriod: Bool

  /// Nil for a table without what all of Google Ads' have: a cost, and impressions, clicks or the line with the period.
  /// `titles`: the report's, as keys.
  init?(_ opening: Opening, breakdowns: [AdField], scopes: Set<String>, titles: Set<String>) {
    let map = ColumnMap(opening.header, names: GoogleAdsTable.names)
    let text = opening.preamble.dropFirst().lazy.map(PaddedLine.text).first { !$0.isEmpty } ?? ""
    let period = PeriodText.window(text)
    guard map.has(.spend), map.has(.impressions) || map.has(.clicks) || period != nil,
      !GoogleAdsTable.isOfParts(opening.header)
    else { return nil }
    table = AdTable(
      map, GoogleAdsTable.wording(breakdowns), period: period ?? (text.isEmpty ? .undated : nil))
    periodLine = opening.preambleLine
    lacksPeriod = period == nil && !text.isEmpty && !table.map.has(.day)
    self.scopes = scopes
    let line = opening.preamble.first?.first ?? ""
    title = titles.contains(Header.key(line).key) ? line : nil
  }

  /// Whether its rows are of ages, assets, places … within the campaigns: such a table tells some of their figures again, or
  /// the same figures for each of several assets.
  static func isOfParts(_ header: Header) -> Bool {
    header.column(names[.campaign] ?? []) != nil && header.column(names[.spend] ?? []) != nil && namesParts(header)
  }

  /// Whether a column says of which age, asset, place … a row is.
  static func namesParts(_ header: Header) -> Bool { parts.contains(where: header.contains) }

  var isTitled: Bool { title != nil }

  func has(_ field: AdField) -> Bool { table.map.has(field) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    guard !lacksPeriod else { throw .unreadPeriod(file: file, line: periodLine) }
    var findings = try table.settle(options, file: file)
    if let title { findings.reason = "the first line \"\(title)\" and \(findings.reason)" }
    return findings
  }

  mutating func survey(_ record: RawRecord) {
    guard totalLabel(record) == nil else {
      table.surveyFigures(record)
      return
    }
    table.survey(record)
  }

  /// Nil for a total, which is noted.
  mutating func row(_ record: RawRecord, in batch: inout CanonicalBatch) throws(RowProblem) -> AdPerformance? {
    guard let label = totalLabel(record) else {
      guard let total = try table.total(record, areLabelled: true) else {
        guard !table.isRemark(record) else {
          batch.skip(record, .footer)
          return nil
        }
        return try table.row(record)
      }
      try table.noteTotals(record, label: total.label, coversAllRows: total.coversAllRows, in: &batch)
      return nil
    }
    let scope = label.split(separator: ":").last.map { Header.key(String($0)).key } ?? ""
    try table.noteTotals(record, label: label, coversAllRows: scopes.contains(scope), in: &batch)
    return nil
  }

  /// "Total: Search" in the first cell, or, where columns were moved, in another one of a row that names no campaign.
  private func totalLabel(_ record: RawRecord) -> String? {
    if let label = GoogleAdsTable.totalLabel(record[0]) { return label }
    guard let campaign = table.map[.campaign], BlankText.isMissing(record[campaign]) else { return nil }
    return (0..<record.count).lazy.compactMap { GoogleAdsTable.totalLabel(record[$0]) }.first
  }

  private static func totalLabel(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    let cell = BlankText.trimmed(cell)
    guard cell.count > 5, [UInt8(ascii: "T"), UInt8(ascii: "G")].contains(cell[0]) else { return nil }
    let label = String(decoding: cell, as: UTF8.self)
    let isTotal = ["Total:", "Total :", "Total general", "Gesamt:", "Gesamt "].contains { label.hasPrefix($0) }
    return isTotal ? label : nil
  }
}

extension GoogleAdsTable {
  private static func wording(_ breakdowns: [AdField]) -> AdWording {
    var wording = AdWording(platform: "Google Ads", channel: .unknown, names: names, channels: channels)
    wording.breakdowns = breakdowns + [.network, .device, .hour, .conversionAction]
    wording.habit = nil
    return wording
  }

  /// English, German, Portuguese, Spanish, French.
  private static let parts = [
    "age", "gender", "household income", "parental status", "interaction type", "asset", "asset group", "audience",
    "audience segment", "landing page", "item id", "placement", "topic", "day & time", "location", "user location",
    "matched location", "targeted location", "alter", "geschlecht", "haushaltseinkommen", "interaktionstyp",
    "asset-gruppe", "zielgruppensegment", "landingpage", "artikel-id", "placement-url", "standort", "tag & uhrzeit",
    "idade", "gênero", "renda familiar", "recurso", "grupo de recursos", "segmento de público-alvo",
    "página de destino", "id do item", "local", "edad", "sexo", "género", "ingresos del hogar",
    "segmento de audiencia", "ubicación", "id. de artículo", "âge", "sexe", "revenu du foyer", "composant",
    "groupe de composants", "segment d'audience", "page de destination", "emplacement", "zone géographique",
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
  static let names: [AdField: [String]] = [
    .campaign: ["campaign", "campanha", "kampagne", "campaña", "campagne"],
    .campaignID: [
      "campaign id", "código da campanha", "kampagnen-id", "id de campaña", "id de la campaña", "id de la campagne",
    ],
    .adGroup: ["ad group", "grupo de anúncios", "anzeigengruppe", "grupo de anuncios", "groupe d'annonces"],
    .adGroupID: [
      "ad group id", "código do grupo de anúncios", "anzeigengruppen-id", "id del grupo de anuncios",
      "id du groupe d'annonces",
    ],
    .ad: ["ad name", "nome do anúncio", "anzeigenname", "nombre del anuncio", "nom de l'annonce"],
    .adID: ["ad id", "código do anúncio", "anzeigen-id", "id del anuncio", "id de l'annonce"],
    .campaignType: ["campaign type", "tipo de campanha", "kampagnentyp", "tipo de campaña", "type de campagne"],
    .account: [
      "account name", "customer id", "account", "nome da conta", "kontoname", "nombre de la cuenta", "nom du compte",
    ],
    .day: ["day", "dia", "tag", "día", "jour"],
    .week: ["week", "semana", "woche", "semaine"],
    .month: ["month", "mês", "monat", "mes", "mois"],
    .quarter: ["quarter", "trimestre", "quartal"],
    .year: ["year", "ano", "jahr", "año", "année"],
    .hour: ["hour of the day", "hora do dia", "stunde", "tageszeit", "hora del día", "heure de la journée"],
    .spend: ["cost", "custo", "kosten", "coste", "costo", "coût"],
    .currency: [
      "currency code", "currency", "código da moeda", "währungscode", "código de moneda", "code de la devise",
      "code devise", "code de devise",
    ],
    .impressions: ["impr.", "impressions", "impressões", "impressionen", "impresiones"],
    .clicks: ["clicks", "cliques", "klicks", "clics"],
    .interactions: ["interactions", "interações", "interaktionen", "interacciones"],
    .conversions: ["conversions", "conversões", "conversiones", "conv."],
    .conversionValue: [
      "conv. value", "conversion value", "valor conv.", "valor da conv.", "conv.-wert", "valor de conv.",
      "valeur de conv.",
    ],
    .conversionAction: [
      "conversion action", "ação de conversão", "conversion-aktion", "acción de conversión", "action de conversion",
    ],
    .device: ["device", "dispositivo", "gerät", "appareil"],
    .network: [
      "network (with search partners)", "network", "rede (com parceiros de pesquisa)",
      "werbenetzwerk (mit suchnetzwerk-partnern)", "red (con partners de búsqueda)",
      "réseau (avec partenaires du réseau de recherche)",
    ],
    .keyword: [
      "search keyword", "keyword", "pesquisar palavra-chave", "palavra-chave de pesquisa", "palavra-chave",
      "keyword für suchnetzwerk", "such-keyword", "palabra clave de búsqueda", "palabra clave",
      "mot clé pour le réseau de recherche", "mot clé",
    ],
    .searchTerm: [
      "search term", "termo de pesquisa", "suchbegriff", "término de búsqueda", "terme de recherche",
    ],
    .matchType: [
      "search keyword match type", "match type", "search terms match type", "search term match type",
      "pesquisar tipo de correspondência de palavra-chave", "tipo de correspondência dos termos de pesquisa",
      "tipo de correspondência", "keyword-option", "übereinstimmungstyp", "tipo de concordancia",
      "tipo de concordancia de los términos de búsqueda", "type de correspondance",
    ],
  ]
}
