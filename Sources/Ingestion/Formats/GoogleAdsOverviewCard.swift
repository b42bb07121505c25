import Vocabulary

/// Google Ads, Overview, a card downloaded as CSV, with the currency's sign in each amount: the time series of the whole
/// account, its campaigns or its devices, in any language that the tables are read in.
///
/// A time series has a day in each row, with its weekday, by which it is known: its headers may be anybody's. So may those
/// of the other cards, which are known by the file's name, `Campaigns(2026.09.14-2026.09.23).csv`: it alone tells the
/// period. Those in Portuguese are known by their headers too; one that was renamed is undated. Cards tell nothing of
/// campaigns' types, so their channel is "not recorded".
struct GoogleAdsOverviewCard: SourceFormat {
  static let title = "Google Ads overview card"
  static let isVerified = true

  private static let wording: AdWording = {
    let figures: Set<AdField> = [.spend, .clicks, .impressions, .interactions, .conversions, .conversionValue]
    var names = GoogleAdsTable.names.filter { figures.contains($0.key) }
    names[.day] = ["date", "data", "datum", "fecha"]
    names[.campaign] = [
      "campaign name", "nome da campanha", "kampagnenname", "name der kampagne", "nombre de la campaña",
      "nom de la campagne",
    ]
    names[.device] = GoogleAdsTable.names[.device]
    var wording = AdWording(platform: "Google Ads", channel: .unknown, names: names)
    wording.breakdowns = [.device]
    wording.habit = nil
    return wording
  }()

  /// Columns of a card that say nothing of results.
  private static let others: Set<String> = [
    "campaign group name", "campaign status", "nome do grupo de campanhas", "status da campanha",
    "name der kampagnengruppe", "kampagnenstatus", "nombre del grupo de campañas", "estado de la campaña",
    "nom du groupe de campagnes", "état de la campagne", "ctr", "cpc méd.", "avg. cpc", "durchschn. cpc", "cpc moy.",
    "cpc medio",
  ]

  private var table: AdTable

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: GoogleAdsOverviewCard.wording.names)
    guard map.has(.spend), map.has(.clicks), [.day, .campaign, .device].count(where: map.has) == 1,
      opening.preamble.isEmpty,
      map[.day].map({ GoogleAdsOverviewCard.hasWeekday(opening.firstRow, $0) })
        ?? (GoogleAdsOverviewCard.isPortuguese(opening.header) || GoogleAdsOverviewCard.isNamed(opening.fileName)),
      zip(opening.header.keys, map.meanings)
        .allSatisfy({ $1.meaning != nil || GoogleAdsOverviewCard.others.contains($0) })
    else { return nil }
    table = AdTable(map, GoogleAdsOverviewCard.wording)
  }

  var width: Int? { table.width }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    if !table.map.has(.day) { table.period = GoogleAdsOverviewCard.period(file) }
    return try table.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    try table.map(record, into: &batch)
  }

  /// `Thu, Feb 5, 2026`, `Do., 5. Feb. 2026`: a date of at least four words that begins with none in figures.
  private static func hasWeekday(_ row: [String], _ day: Int) -> Bool {
    guard day < row.count, row[day].first?.isLetter == true, DateText(row[day], order: nil) != nil else { return false }
    return row[day].split(whereSeparator: \.isWhitespace).count > 3
  }

  private static func isPortuguese(_ header: Header) -> Bool {
    header.contains("custo") && (header.contains("nome da campanha") || header.contains("dispositivo"))
  }

  /// `Campaigns(2026.09.14-2026.09.23).csv`, as the page calls what it downloads.
  private static func isNamed(_ file: String) -> Bool {
    guard period(file) != nil else { return false }
    let card = ExportName(file).leaf.prefix { $0 != "(" }.lowercased()
    return cards.contains(card)
  }

  /// English, Portuguese, German, Spanish, French.
  private static let cards: Set<String> = [
    "campaigns", "devices", "campanhas", "dispositivos", "kampagnen", "geräte", "campañas", "campagnes", "appareils",
  ]

  /// `(2026.05.05-2026.05.24)` in a file's name, also of a second download, ` (1)`; nil where it is not there.
  private static func period(_ file: String) -> DateWindow? {
    file.split(separator: "(").reversed().lazy.compactMap { part -> DateWindow? in
      let days = part.prefix { $0 != ")" }.split(separator: "-")
        .map { DateText(String($0), order: .yearMonthDay)?.day }
      guard days.count == 2, let first = days[0], let last = days[1] else { return nil }
      return DateWindow(first: first, last: last)
    }
    .first
  }
}
