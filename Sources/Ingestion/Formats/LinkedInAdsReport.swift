import Vocabulary

/// LinkedIn Campaign Manager, "Export": campaign or ad performance as UTF-16 text with tabs, days in UTC.
///
/// What LinkedIn calls a campaign group is a campaign elsewhere, and its campaign an ad group; where a report knows no
/// groups its campaign stands alone. Without a day column each row covers the period of the lines above the header. No
/// real file stands behind it yet.
struct LinkedInAdsReport: SourceFormat {
  static let title = "LinkedIn Campaign Manager report"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case day, account, group, groupID, campaign, campaignID, ad, adID, currency
    case spend, impressions, clicks, allClicks, reach, conversions, conversionValue
  }

  private let map: ColumnMap<Field>
  private let period: DateWindow?
  private var numbers: NumberColumns<Field>
  private var day: DateColumn?
  private var currency: CurrencyColumn
  private var ids: [Field: IdentifierColumn] = [:]

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: LinkedInAdsReport.names)
    let lines = opening.preamble.map { PaddedLine.filled($0).joined(separator: " ") }
    let isTitled = lines.contains { $0.contains("Performance Report (in UTC)") }
    guard map.has(.spend), map.has(.campaign) || map.has(.group), map.has(.impressions),
      isTitled || opening.header.contains("start date (in utc)")
    else { return nil }
    self.map = map
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    for field in [Field.groupID, .campaignID, .adID] {
      ids[field] = IdentifierColumn(map[field], name: map.name(field))
    }
    period = LinkedInAdsReport.period(lines)
    day = DateColumn(map[.day], name: map.name(.day))
    numbers = NumberColumns(
      map, amounts: [.spend, .conversions, .conversionValue], whole: [.impressions, .clicks, .allClicks, .reach])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    day?.survey(record)
    currency.survey(record)
    for field in ids.keys { ids[field]?.survey(record) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    // Campaign Manager writes the month first in every language.
    var months = options
    months.dateOrder = options.dateOrder ?? .monthDayYear
    try day?.settle(months, file: file)
    currency.settle(declared: map[.spend].flatMap { map.header.currencies[$0] } ?? options.currency)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(map.has(.group) ? .group : .campaign))\" and \"\(map.name(.spend))\""
    findings.columns = map.meanings
    findings.currency = currency.ofFile
    findings.damages = ids.values.flatMap(\.damages).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    findings.timeZone = "UTC"
    findings.window = day?.window ?? period
    let metrics: [(Field, TotalMetric)] = [
      (.spend, .spend), (.impressions, .impressions), (.clicks, .clicks), (.conversions, .conversions),
    ]
    findings.metrics = Set(metrics.filter { map.has($0.0) }.map(\.1))
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var window = period ?? .undated
    if let day {
      guard let date = try day.date(record) else {
        throw RowProblem(column: map.name(.day), found: "an empty cell", expected: "a day")
      }
      window = DateWindow(day: date.day)
    }
    var row = AdPerformance(
      origin: RecordOrigin(line: record.line), platform: "LinkedIn", channel: .paidSocial, window: window)
    row.account = record.text(map[.account])
    let hasGroups = map.has(.group)
    row.campaign = record.text(map[hasGroups ? .group : .campaign])
    row.campaignID = ids[hasGroups ? .groupID : .campaignID]?.text(record) ?? ""
    row.adGroup = hasGroups ? record.text(map[.campaign]) : ""
    row.ad = record.text(map[.ad])
    row.adID = ids[.adID]?.text(record) ?? ""
    let spend = try numbers.amount(.spend, record)
    row.spendMicros = spend?.micros
    row.currency = try currency.currency(record, of: spend, name: map.name(.spend))
    row.impressions = try numbers.whole(.impressions, record)
    row.clicks = try numbers.whole(.clicks, record)
    row.allClicks = try numbers.whole(.allClicks, record)
    row.reach = try numbers.whole(.reach, record)
    row.conversionsMicros = try numbers.micros(.conversions, record)
    row.conversionValueMicros = try numbers.micros(.conversionValue, record)
    batch.adPerformance.append(row)
  }

  /// `Report Start: March 1, 2026, 12:00 AM` and `Report End: …`, of which the days count.
  private static func period(_ lines: [String]) -> DateWindow? {
    func day(after label: String) -> Day? {
      guard let line = lines.first(where: { $0.hasPrefix(label) }) else { return nil }
      let words = line.dropFirst(label.count).split(whereSeparator: { $0 == "," || $0 == " " })
      return [3, 1].lazy.compactMap { count in
        DateText(words.prefix(count).joined(separator: " "), order: .monthDayYear)?.day
      }.first
    }
    guard let first = day(after: "Report Start:"), let last = day(after: "Report End:") else { return nil }
    return DateWindow(first: first, last: last)
  }

  /// Clicks that lead off the platform are those to the landing page.
  private static let names: [Field: [String]] = [
    .day: ["start date (in utc)", "start date", "date"], .account: ["account name"],
    .group: ["campaign group name"], .groupID: ["campaign group id"], .campaign: ["campaign name"],
    .campaignID: ["campaign id"], .ad: ["creative name", "ad name", "ad headline"], .adID: ["ad id", "creative id"],
    .currency: ["currency"], .spend: ["total spent", "amount spent"], .impressions: ["impressions"],
    .clicks: ["clicks to landing page"], .allClicks: ["clicks"], .reach: ["reach"], .conversions: ["conversions"],
    .conversionValue: ["total conversion value", "conversion value"],
  ]
}
