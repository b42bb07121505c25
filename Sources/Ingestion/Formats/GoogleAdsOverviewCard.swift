import Vocabulary

/// Google Ads, Overview, a card downloaded as CSV (Portuguese), with the currency's sign in each amount: the time series
/// of the whole account, its campaigns, or its devices.
///
/// A time series has a day in each row. The other cards cover a period that stands in the file's name alone,
/// `Campanhas(2026.05.05-2026.05.24).csv`; a file that was renamed is undated. Cards tell nothing of campaigns' types,
/// so their channel is "not recorded".
struct GoogleAdsOverviewCard: SourceFormat {
  static let title = "Google Ads overview card"
  static let isVerified = true

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "Google Ads", channel: .unknown,
      names: [
        .day: ["data"], .campaign: ["nome da campanha"], .device: ["dispositivo"], .clicks: ["cliques"],
        .spend: ["custo"], .impressions: ["impressões"], .conversions: ["conversões"], .interactions: ["interações"],
      ])
    wording.breakdowns = [.device]
    wording.habit = nil
    return wording
  }()

  /// Columns of a card that say nothing of results.
  private static let others: Set<String> = ["nome do grupo de campanhas", "status da campanha", "ctr", "cpc méd."]

  private var table: AdTable

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: GoogleAdsOverviewCard.wording.names)
    guard map.has(.spend), map.has(.clicks), [.day, .campaign, .device].count(where: map.has) == 1,
      opening.preamble.isEmpty,
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

  /// `(2026.05.05-2026.05.24)` in a file's name; nil where it is not there.
  static func period(_ file: String) -> DateWindow? {
    guard let open = file.lastIndex(of: "("), let close = file[open...].firstIndex(of: ")") else { return nil }
    let days = file[file.index(after: open)..<close].split(separator: "-")
      .map { DateText(String($0), order: .yearMonthDay)?.day }
    guard days.count == 2, let first = days[0], let last = days[1] else { return nil }
    return DateWindow(first: first, last: last)
  }
}
