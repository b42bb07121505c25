import Vocabulary

/// Advertising: what a row of delivery cost and did.
struct AdPerformanceMapping: MappedKind {
  static let title = "advertising results"

  static let fields: [KindField] = [
    KindField(
      .day, .day, "day|date|datum|tag|fecha|día|data|dia|jour|dag|giorno|dzień|дата|reporting day|report date"),
    KindField(.firstDay, .day, "start date|starts|from|von|reporting starts|date start|desde|start|du"),
    KindField(.lastDay, .day, "end date|ends|to|until|bis|reporting ends|date end|date stop|hasta|end|au"),
    KindField(
      .platform, .text,
      "platform|plattform|network|plataforma|plateforme|ad platform|piattaforma|data source|data source name|datasource|traffic source|source"
    ),
    KindField(.channel, .channel, "channel|kanal|canal|canale|kanaal"),
    KindField(.account, .text, "account|account name|konto|cuenta|compte|conta|advertiser|account id"),
    KindField(
      .campaign, .text,
      "campaign|campaign name|kampagne|kampagnenname|campaña|campanha|campagne|campagna|nom de la campagne|kampania|кампания"
    ),
    KindField(.campaignID, .id, "campaign id|kampagnen id|id campaña|campaignid|id campanha"),
    KindField(.adGroup, .text, "ad group|ad set|ad set name|ad group name|anzeigengruppe|grupo de anuncios|adgroup"),
    KindField(.ad, .text, "ad|ad name|anzeige|anuncio|anúncio|annonce|creative|creative name"),
    KindField(.adID, .id, "ad id|creative id|anzeigen id"),
    KindField(.breakdownValue, .text, "device|gerät|age|gender|placement|dispositivo|appareil"),
    KindField(
      .currency, .currency, "currency|currency code|account currency|währung|moneda|moeda|devise|valuta|waluta"),
    KindField(
      .spend, .money,
      "cost|costs|spend|spent|amount spent|total spent|ad spend|media cost|kosten|ausgaben|werbekosten|mediakosten|klickkosten|klickkosten netto|coste|costo|custo|gasto|gastos|coût|coûts|dépenses|costi|spesa|uitgaven|koszt|расход|importe gastado|valor usado"
    ),
    KindField(
      .impressions, .count,
      "impressions|impr|imps|impressionen|impresiones|impressões|impressies|impressioni|wyświetlenia|показы|einblendungen"
    ),
    KindField(
      .clicks, .count,
      "clicks|link clicks|klicks|clics|cliques|klikken|clic|kliknięcia|клики|pin clicks|swipes|taps"),
    KindField(.allClicks, .count, "all clicks|clicks all|total clicks"),
    KindField(.interactions, .count, "interactions|engagements|interaktionen|interacciones|interações"),
    KindField(.reach, .count, "reach|reichweite|alcance|couverture|bereik|portata"),
    KindField(
      .conversions, .number,
      "conversions|conv|results|leads|purchases|konversionen|conversiones|conversões|conversies|conversioni|konwersje|ergebnisse"
    ),
    KindField(
      .conversionValue, .money,
      "conversion value|conv value|total conversion value|purchase value|conversionswert|revenue|umsatz|valor de conversión|valeur de conversion"
    ),
    KindField(.resultType, .text, "result type|conversion type|conversion name"),
    KindField(.attribution, .text, "attribution|attribution setting|attribution window"),
    KindField(.breakdown, .text, ""),
  ]

  static let needs: [[TableField]] = [[.day, .firstDay], [.spend, .impressions, .clicks]]
  /// Impressions and clicks alone are those of a search or a post as well.
  static let signs: [TableField] = [.spend]
  static let strangers = TableTrait.ofSales
  static let metrics: [TableField: TotalMetric] = [
    .spend: .spend, .impressions: .impressions, .clicks: .clicks, .conversions: .conversions,
  ]
  static let ownMetrics: Set<TotalMetric> = []

  private let breakdown: String
  /// Of a table without campaigns: what was booked stands in the column of channels, in known words and in others. All
  /// rows are of one level, or those of the account would not count beside those of campaigns.
  private let channelsAreCampaigns: Bool

  init(_ columns: MappedColumns) {
    let hasBreakdown = columns.map.has(.breakdownValue)
    breakdown =
      columns.mapping.constants[.breakdown]
      ?? (hasBreakdown ? HeaderWords.plain(columns.map.name(.breakdownValue)) : "")
    let namesCampaigns = [TableField.campaign, .campaignID].contains {
      columns.map.has($0) || columns.mapping.constants[$0] != nil
    }
    channelsAreCampaigns = !namesCampaigns && columns.map.has(.channel)
  }

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    var record = AdPerformance(
      origin: row.countedOrigin, platform: row.platform, channel: row.channel ?? .unknown, window: try row.window())
    record.isOfSums = row.columns.isOfSums
    record.account = row.text(.account)
    record.campaign = row.text(.campaign)
    if channelsAreCampaigns {
      let word = row.text(.channel)
      record.campaign = BlankText.isMissing(word) ? "(not named)" : word
    }
    record.campaignID = try row.id(.campaignID)
    record.adGroup = row.text(.adGroup)
    record.ad = row.text(.ad)
    record.adID = try row.id(.adID)
    record.breakdown = breakdown
    record.breakdownValue = row.text(.breakdownValue)
    record.resultType = row.text(.resultType)
    record.attribution = row.text(.attribution)
    record.spendMicros = try row.micros(.spend)
    record.conversionValueMicros = try row.micros(.conversionValue)
    record.currency = try row.currency(of: [.spend, .conversionValue])
    record.impressions = try row.whole(.impressions)
    record.clicks = try row.whole(.clicks)
    record.allClicks = try row.whole(.allClicks)
    record.interactions = try row.whole(.interactions)
    record.reach = try row.whole(.reach)
    record.conversionsMicros = try row.micros(.conversions)
    batch.adPerformance.append(record)
  }
}
