import Vocabulary

/// Microsoft Advertising, performance reports at campaign, ad group or ad level, as CSV from the page or the service.
///
/// From the page the report stands between lines of its name and period and a line of copyright, with spaced headers;
/// from the service it begins with headers such as `TimePeriod`, which holds a day or a day and an hour
/// (`2023-11-11|01`), or the first day of the week or month that the lines above the table say each row adds up; the page
/// may call the column `Week` or `Month`. Device, network, match type and the like split a campaign's row, so they are its
/// breakdown. Without campaigns its rows are the account's, if the lines above the table stand there and each row says of
/// which days it is.
struct MicrosoftAdsReport: SourceFormat {
  static let title = "Microsoft Advertising report"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case timePeriod, day, week, month, quarter, year, account, campaign, campaignID, adGroup, ad, adID, campaignType,
      currency
    case spend, impressions, clicks, conversions, conversionValue
    case device, system, network, distribution, topVsOther, matchType, bidMatchType, keyword, searchTerm
  }

  private static let breakdowns: [Field] = [
    .device, .system, .network, .distribution, .topVsOther, .matchType, .bidMatchType, .keyword,
    .searchTerm,
  ]

  private static let spans: [(field: Field, span: DaySpan)] = [
    (.week, .week), (.month, .month), (.quarter, .quarter), (.year, .year),
  ]

  private let map: ColumnMap<Field>
  private let breakdown: [Field]
  private let wrapper: Wrapper?
  private var numbers: NumberColumns<Field>
  private var day: DateColumn?
  /// Of a report without days.
  private var spans: [SpanColumn] = []
  private var isHourly = false
  private var window: DateWindow?
  private var currency: CurrencyColumn
  private var ids: [Field: IdentifierColumn] = [:]
  private var campaigns: CampaignNames?
  /// Nil in a report of campaigns.
  private var accountRows: AccountRows?
  private var splits: SplitColumns
  private var totals: TotalsRow
  private var groups: GroupTotals

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: MicrosoftAdsReport.names)
    let wrapper = Wrapper(opening.preamble)
    let isOfCampaigns = map.has(.campaign) || map.has(.campaignID)
    guard map.has(.spend), map.has(.impressions) || map.has(.clicks), map.has(.timePeriod) || wrapper != nil,
      isOfCampaigns || (wrapper != nil && MicrosoftAdsReport.isOfAccount(map))
    else { return nil }
    self.map = map
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    for field in [Field.account, .campaignID, .adID] {
      ids[field] = IdentifierColumn(map[field], name: map.name(field))
    }
    self.wrapper = wrapper
    campaigns = CampaignNames(map[.campaign], name: map.name(.campaign))
    breakdown = MicrosoftAdsReport.breakdowns.filter { map.has($0) }
    let places: [Field] =
      [.campaign, .campaignID, .adGroup, .ad, .adID, .timePeriod, .day]
      + MicrosoftAdsReport.spans.map(\.field) + breakdown
    splits = SplitColumns(map, own: places + [.account, .campaignType, .currency])
    accountRows = isOfCampaigns ? nil : AccountRows(([.account, .currency] + places).compactMap { map[$0] })
    let keys = places.map { map[$0] }
    totals = TotalsRow(keys)
    groups = GroupTotals(keys)
    let dated: Field = map.has(.timePeriod) ? .timePeriod : .day
    day = DateColumn(map[dated], name: map.name(dated))
    if day == nil {
      spans = MicrosoftAdsReport.spans.compactMap {
        SpanColumn(map[$0.field], name: map.name($0.field), span: $0.span)
      }
    }
    numbers = NumberColumns(
      map, amounts: [.spend, .conversions, .conversionValue], whole: [.impressions, .clicks])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    totals.survey(record)
    groups.survey(record)
    if totals.isTotal(record) { return }
    splits.survey(record)
    campaigns?.survey(record)
    accountRows?.survey(record)
    day?.survey(record)
    for place in spans.indices { spans[place].survey(record) }
    currency.survey(record)
    for field in ids.keys { ids[field]?.survey(record) }
    guard let moment = Moment(record.text(map[.timePeriod])) else { return }
    if moment.hour != nil { isHourly = true }
    let days = span(moment.day)
    window = window?.union(days) ?? days
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    if day == nil, spans.isEmpty, let span = wrapper?.unnamedSpan {
      throw .leftOut(
        file: file, kind: "rows that each add up one \(span), and no column that says which",
        advice: "add the column of the \(span) to the report, or one of the day, and export it again")
    }
    try numbers.settle(options, file: file, habit: .plain)
    var dates = options
    dates.dateOrder = options.dateOrder ?? wrapper?.order
    let period = wrapper?.order == nil ? nil : wrapper?.period
    try day?.settle(dates, file: file, within: period)
    for place in spans.indices { try spans[place].settle(dates, file: file, within: period) }
    currency.settle(declared: options.currency)
    var findings = Findings()
    let telling: [Field] = [.timePeriod, .campaign, .campaignID, .day]
    let known = telling.first { map.has($0) } ?? .account
    findings.reason = "columns \"\(map.name(known))\" and \"\(map.name(.spend))\""
    findings.columns = map.meanings
    findings.currency = currency.ofFile
    findings.account = ids[.account]?.only
    findings.damages = ids.values.flatMap(\.damages).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    findings.timeZone = wrapper?.zone ?? options.timeZone
    findings.window =
      window ?? day?.window.map { $0.union(span($0.last)) } ?? wrapper?.period
      ?? spans.lazy.compactMap(\.window).first
    let metrics: [(Field, TotalMetric)] = [
      (.spend, .spend), (.impressions, .impressions), (.clicks, .clicks), (.conversions, .conversions),
    ]
    findings.metrics = Set(metrics.filter { map.has($0.0) }.map(\.1))
    findings.notes += numbers.caveats
    splits.settle(&findings)
    if splits.columns.isEmpty { try accountRows?.check(file: file) }
    return findings
  }

  /// Whether rows of days, weeks … name nothing below the account.
  private static func isOfAccount(_ map: ColumnMap<Field>) -> Bool {
    let parts: [Field] = [.adGroup, .ad, .adID, .campaignType, .keyword, .searchTerm]
    return !parts.contains(where: map.has)
      && ([.timePeriod, .day] + spans.map(\.field)).contains(where: map.has)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let group = try groups.label(
      record, numbers, amounts: [.spend, .conversions, .conversionValue], counts: [.impressions, .clicks])
    if let label = totals.label(record) ?? group {
      let figures: [(TotalMetric, Int64?)] = [
        (.spend, try numbers.micros(.spend, record)), (.impressions, try numbers.micros(.impressions, record)),
        (.clicks, try numbers.micros(.clicks, record)), (.conversions, try numbers.micros(.conversions, record)),
      ]
      return batch.addTotals(figures, label: label, record, isOfGroup: label == group)
    }
    let (window, hour) = try moment(record)
    var row = AdPerformance(
      origin: RecordOrigin(counted: record), platform: "Microsoft Ads",
      channel: MicrosoftAdsReport.channel(record.text(map[.campaignType])), window: window)
    row.isOfSums = !spans.isEmpty || (wrapper?.span ?? .day) != .day
    row.account = ids[.account]?.text(record) ?? ""
    row.campaign = record.text(map[.campaign])
    row.campaignID = ids[.campaignID]?.text(record) ?? ""
    try campaigns?.check(row, record, id: ids[.campaignID])
    row.adGroup = record.text(map[.adGroup])
    row.ad = record.text(map[.ad])
    row.adID = ids[.adID]?.text(record) ?? ""
    row.breakdown = (breakdown.map(\.rawValue) + (isHourly ? ["hour"] : [])).joined(separator: "+")
    row.breakdownValue = (breakdown.map { record.text(map[$0]) } + (isHourly ? [hour ?? ""] : []))
      .joined(separator: "+")
    splits.split(&row, record)
    let spend = try numbers.amount(.spend, record)
    row.spendMicros = spend?.micros
    row.currency = try currency.currency(record, of: spend, name: map.name(.spend))
    row.impressions = try numbers.whole(.impressions, record)
    row.clicks = try numbers.whole(.clicks, record)
    row.conversionsMicros = try numbers.micros(.conversions, record)
    row.conversionValueMicros = try numbers.micros(.conversionValue, record)
    batch.adPerformance.append(row)
    if groups.areLikely { groups.add(record, row.figures) }
  }

  private func moment(_ record: RawRecord) throws(RowProblem) -> (DateWindow, String?) {
    if let moment = Moment(record.text(map[.timePeriod])) { return (span(moment.day), moment.hour) }
    if let day {
      // A spreadsheet writes the service's days as its own language does.
      guard let date = try day.date(record) else {
        throw RowProblem(column: day.name, found: "an empty cell", expected: "a day")
      }
      return (span(date.day), nil)
    }
    var window = wrapper?.period ?? .undated
    for column in spans { window = try column.window(record, within: window) }
    return (window, nil)
  }

  /// The days of a row that names this one.
  private func span(_ day: Day) -> DateWindow {
    (wrapper?.span ?? .day).window(from: day, within: wrapper?.period)
  }

  private static func channel(_ type: String) -> Channel {
    switch Header.key(type).key {
    case "audience": .display
    case "shopping": .shopping
    case "performance max": .crossNetwork
    default: .paidSearch
    }
  }
}

extension MicrosoftAdsReport {
  /// `2023-11-11` or `2023-11-11|01`.
  private struct Moment {
    let day: Day
    let hour: String?

    init?(_ text: String) {
      let parts = text.split(separator: "|", maxSplits: 1)
      guard let first = parts.first, let day = Day(iso: String(first)) else { return nil }
      self.day = day
      hour = parts.count > 1 ? String(parts[1]) : nil
    }
  }

  /// The lines above the table of a report from the page: `Report Name: …`, `Report Time: 1/1/2024,1/31/2024`,
  /// `Last Completed Available Day: 2/1/2024 10:15:00 PM (GMT)`.
  private struct Wrapper: Sendable {
    let period: DateWindow?
    /// What the report adds up in one row.
    let span: DaySpan
    /// The order that the lines' own dates prove; the table's are written by the same hand.
    let order: DateOrder?
    /// As the service calls it; nil where accounts of several are in the report.
    let zone: String?

    init?(_ preamble: [[String]]) {
      let lines = preamble.map(PaddedLine.text)
      guard lines.contains(where: { $0.hasPrefix("Report Name:") }),
        let time = lines.first(where: { $0.hasPrefix("Report Time:") })
      else { return nil }
      let aggregation = lines.first { $0.hasPrefix(Wrapper.aggregation) }?.dropFirst(Wrapper.aggregation.count)
      span = Wrapper.spans[(aggregation ?? "").filter { $0 != " " }] ?? .day
      let named = lines.first { $0.hasPrefix(Wrapper.timeZone) }?.dropFirst(Wrapper.timeZone.count)
      zone = named.map { $0.drop { $0 == " " } }.flatMap { $0.hasPrefix("(GMT") ? String($0) : nil }
      let days = time.dropFirst("Report Time:".count).split(separator: ",").map { $0.filter { $0 != " " } }
      let available = lines.first { $0.hasPrefix(Wrapper.available) }?.dropFirst(Wrapper.available.count)
      let order = Wrapper.order(days + [available.map(String.init) ?? ""])
      self.order = order
      // The service writes the month first in most of the accounts' languages.
      let ends = days.compactMap { DateText($0, order: order ?? .monthDayYear)?.day }
      guard ends.count == days.count, let first = ends.first, let last = ends.last else {
        period = nil
        return
      }
      period = DateWindow(first: first, last: last)
    }

    private static func order(_ days: [String]) -> DateOrder? {
      var evidence = DateEvidence()
      for day in days { day.withUTF8Bytes { evidence.observe($0, line: 1) } }
      guard case .certain(let order) = evidence.verdict else { return nil }
      return order
    }

    /// What rows add up that a report without a column for it cannot tell apart; nil where its period lies in one of
    /// them. Weeks begin on Sunday.
    var unnamedSpan: DaySpan? {
      guard span != .day else { return nil }
      guard let period else { return span }
      let isOne =
        span == .week
        ? (period.first + 1).weekStart == (period.last + 1).weekStart
        : span.window(from: period.first, within: nil).contains(period.last)
      return isOne ? nil : span
    }

    private static let aggregation = "Report Aggregation:"
    private static let spans: [String: DaySpan] = ["Weekly": .week, "Monthly": .month, "Yearly": .year]
    private static let timeZone = "Time Zone:"
    private static let available = "Last Completed Available Day:"
  }

  /// As the service writes a header, then as the page does.
  private static let names: [Field: [String]] = [
    .timePeriod: ["timeperiod", "gregoriandate"], .day: ["gregorian date", "time period", "day", "date"],
    .week: ["week", "week start", "week start date", "weekstartdate"],
    .month: ["month", "month start", "month start date", "monthstartdate"], .quarter: ["quarter"], .year: ["year"],
    .account: ["accountname", "account name", "accountid", "account number"],
    .campaign: ["campaignname", "campaign name", "campaign"], .campaignID: ["campaignid", "campaign id"],
    .adGroup: ["adgroupname", "ad group", "ad group name"], .ad: ["adtitle", "ad title"], .adID: ["adid", "ad id"],
    .campaignType: ["campaigntype", "campaign type"], .currency: ["currencycode", "currency code", "currency"],
    .spend: ["spend"], .impressions: ["impressions", "impr."], .clicks: ["clicks"],
    .conversions: ["conversions", "conv."],
    .conversionValue: ["revenue"], .device: ["devicetype", "device type"], .system: ["deviceos", "device os"],
    .network: ["network"], .distribution: ["addistribution", "ad distribution"],
    .topVsOther: ["topvsother", "top vs. other"], .matchType: ["deliveredmatchtype", "delivered match type"],
    .bidMatchType: ["bidmatchtype", "bid match type"], .keyword: ["keyword"],
    .searchTerm: ["search term", "search query", "searchquery", "searchterm"],
  ]
}
