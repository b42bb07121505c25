import Vocabulary

/// LinkedIn Campaign Manager, "Export": campaign or ad performance as UTF-16 text with tabs, days in UTC, in English,
/// German or Dutch.
///
/// What LinkedIn called a campaign group is a campaign elsewhere, and its campaign an ad group; newer reports say
/// campaign and ad set. Where a report knows one level alone, that is the campaign. Dates are in the order of the
/// report's language. Start dates that lie weeks or months apart begin the weeks or months that rows add up. Without a day
/// column, or where each row begins with the period and has no other of its ad, rows cover the period of the lines above
/// the header. No real file stands behind it yet.
struct LinkedInAdsReport: SourceFormat {
  static let title = "LinkedIn Campaign Manager report"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case day, end, account, group, groupID, campaign, campaignID, adSet, adSetID, ad, adID, currency
    case spend, impressions, clicks, allClicks, reach, conversions, conversionValue
  }

  private let map: ColumnMap<Field>
  private let period: DateWindow?
  private var numbers: NumberColumns<Field>
  private var day: DateColumn?
  private var end: DateColumn?
  private var periods: RowPeriods?
  private var currency: CurrencyColumn
  private let language: ReportLanguage
  /// What rows are told apart by besides the day, to see whether a report by day is one.
  private var seen: Set<String> = []
  private var repeats = false
  private var coversPeriod = false
  /// The different start dates as they stand there, of a report without ends.
  private var starts: Set<String> = []
  private var span = DaySpan.day
  /// The column of the campaign, which is above that of the ad group.
  private let upper: (name: Field, id: Field)
  private let lower: Field?
  private var campaigns: CampaignNames?
  private var ids: [Field: IdentifierColumn] = [:]
  private var splits: SplitColumns
  private var totals: TotalsRow
  private var groups: GroupTotals

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: LinkedInAdsReport.names)
    guard map.has(.spend), map.has(.campaign) || map.has(.group) || map.has(.adSet), map.has(.impressions) else {
      return nil
    }
    let lines = opening.preamble.map { PaddedLine.filled($0).joined(separator: " ") }
    let isTitled = lines.contains { $0.hasSuffix("(in UTC)") || $0.contains("Performance Report (in UTC)") }
    guard isTitled || LinkedInAdsReport.days.contains(where: opening.header.contains) else { return nil }
    language = ReportLanguage(map.header)
    let levels: [(name: Field, id: Field)] = [(.group, .groupID), (.campaign, .campaignID), (.adSet, .adSetID)]
    let present = levels.filter { map.has($0.name) }
    upper = present[0]
    lower = present.count > 1 ? present[1].name : nil
    campaigns = CampaignNames(map[present[0].name], name: map.name(present[0].name))
    self.map = map
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    for field in [Field.account, .groupID, .campaignID, .adSetID, .adID] {
      ids[field] = IdentifierColumn(map[field], name: map.name(field))
    }
    period = LinkedInAdsReport.period(lines)
    let places: [Field] = [.group, .groupID, .campaign, .campaignID, .adSet, .adSetID, .ad, .adID, .day]
    splits = SplitColumns(map, own: places + [.account, .end])
    totals = TotalsRow(places.map { map[$0] })
    groups = GroupTotals(places.map { map[$0] })
    day = DateColumn(map[.day], name: map.name(.day))
    end = DateColumn(map[.end], name: map.name(.end))
    periods = RowPeriods(day, end)
    numbers = NumberColumns(
      map, amounts: [.spend, .conversions, .conversionValue], whole: [.impressions, .clicks, .allClicks, .reach])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    totals.survey(record)
    groups.survey(record)
    if totals.isTotal(record) { return }
    splits.survey(record)
    campaigns?.survey(record)
    day?.survey(record)
    end?.survey(record)
    periods?.survey(record)
    currency.survey(record)
    if end == nil, period != nil { starts.insert(record.text(map[.day])) }
    if end == nil, !repeats {
      let key = [upper.name, lower ?? upper.name, .ad, .adID].map { record.text(map[$0]) }.joined(separator: "\n")
      repeats = !seen.insert(key).inserted
    }
    for field in ids.keys { ids[field]?.survey(record) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: language.habit)
    var known = options
    known.dateOrder = options.dateOrder ?? DateColumn.provenOrder([day, end])
    var dated = known
    dated.dateOrder = known.dateOrder ?? language.dateOrder
    try day?.settle(dated, file: file, within: period)
    try end?.settle(dated, file: file, within: period)
    currency.settle(declared: map[.spend].flatMap { map.header.currencies[$0] } ?? options.currency)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(upper.name))\" and \"\(map.name(.spend))\""
    findings.columns = map.meanings
    findings.currency = currency.ofFile
    findings.account = ids[.account]?.only
    findings.damages = ids.values.flatMap(\.damages).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    findings.timeZone = "UTC"
    findings.window = day?.window.map { first in end?.window.map { first.union($0) } ?? first } ?? period
    if end == nil, !repeats, let period, period.dayCount > 1, day?.window == DateWindow(day: period.first) {
      coversPeriod = true
      findings.window = period
      findings.notes.append(
        "every row has the report's first day and each ad stands in it once: its figures are taken for those of the "
          + "whole period \(period); break the report down by day for more")
    }
    if let period, let shown = findings.window, let whole = LinkedInAdsReport.span(of: days(dated)) {
      span = whole
      findings.window = shown.union(whole.window(from: shown.last, within: period))
      findings.notes.append(
        "its start dates lie \(whole)s apart: each row's figures are taken for those of the \(whole) that begins there, as "
          + "far as it lies in the report's period \(period)")
    }
    periods?.settle(day, end)
    let metrics: [(Field, TotalMetric)] = [
      (.spend, .spend), (.impressions, .impressions), (.clicks, .clicks), (.conversions, .conversions),
    ]
    findings.metrics = Set(metrics.filter { map.has($0.0) }.map(\.1))
    if let note = day?.supposedNote(known, ofVendor: language.dateOrder) { findings.notes.append(note) }
    if map.has(.allClicks), !map.has(.clicks) {
      findings.notes.append(
        "its column \"\(map.name(.allClicks))\" counts clicks of every kind, on likes and names too, so they are kept apart and "
          + "count as no visits; add \"Clicks to Landing Page\" to the report for those that lead to the site")
    }
    findings.notes += numbers.caveats
    splits.settle(&findings)
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let group = try groups.label(
      record, numbers, amounts: [.spend, .conversions, .conversionValue], counts: [.impressions, .clicks, .allClicks])
    if let label = totals.label(record) ?? group {
      let figures: [(TotalMetric, Int64?)] = [
        (.spend, try numbers.micros(.spend, record)), (.impressions, try numbers.micros(.impressions, record)),
        (.clicks, try numbers.micros(.clicks, record)), (.conversions, try numbers.micros(.conversions, record)),
      ]
      return batch.addTotals(figures, label: label, record, isOfGroup: label == group)
    }
    var window = period ?? .undated
    if let day {
      guard let date = try day.date(record) else {
        throw RowProblem(column: map.name(.day), found: "an empty cell", expected: "a day")
      }
      window = coversPeriod ? period ?? .undated : span.window(from: date.day, within: period)
      if let last = try end?.date(record)?.day {
        guard let span = DateWindow(first: date.day, last: last) else {
          throw RowProblem(column: map.name(.end), found: "\(last)", expected: "a day on or after \(date.day)")
        }
        window = span
      }
    }
    var row = AdPerformance(
      origin: RecordOrigin(counted: record), platform: "LinkedIn", channel: .paidSocial, window: window)
    row.isOfSums = span != .day || periods?.areOfSums == true
    row.account = ids[.account]?.text(record) ?? ""
    row.campaign = record.text(map[upper.name])
    row.campaignID = ids[upper.id]?.text(record) ?? ""
    try campaigns?.check(row, record, id: ids[upper.id])
    row.adGroup = record.text(lower.flatMap { map[$0] })
    row.ad = record.text(map[.ad])
    row.adID = ids[.adID]?.text(record) ?? ""
    splits.split(&row, record)
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
    if groups.areLikely { groups.add(record, row.figures) }
  }

  /// The days of the start dates, in order.
  private func days(_ options: ReadOptions) -> [Day] {
    starts.compactMap { DateText($0, order: day?.order ?? options.dateOrder)?.day }.sorted()
  }

  /// What rows add up whose start dates are these: nil for days. Months begin with their first day, but for one that the
  /// period cuts; weeks may begin on any weekday.
  private static func span(of days: [Day]) -> DaySpan? {
    guard days.count > 1, days[1] - days[0] > 6 else { return nil }
    if days.dropFirst().allSatisfy({ $0.civil.day == 1 }) { return .month }
    return days.allSatisfy { ($0 - days[0]) % 7 == 0 } ? .week : nil
  }

  /// `Report Start: March 1, 2026, 12:00 AM`, `Begindatum van rapport: 1 maart 2026 00:00`, of which the days count.
  private static func period(_ lines: [String]) -> DateWindow? {
    func day(after labels: [String]) -> Day? {
      for label in labels {
        guard let line = lines.first(where: { $0.hasPrefix(label) }) else { continue }
        let words = line.dropFirst(label.count).split { $0 == "," || $0 == " " || $0 == "\"" }
        let order = label.hasPrefix("Report") ? DateOrder.monthDayYear : .dayMonthYear
        let found = [3, 1].lazy.compactMap { DateText(words.prefix($0).joined(separator: " "), order: order)?.day }
        if let day = found.first { return day }
      }
      return nil
    }
    guard let first = day(after: ["Report Start:", "Startdatum des Berichts:", "Begindatum van rapport:"]),
      let last = day(after: ["Report End:", "Enddatum des Berichts:", "Einddatum van rapport:"])
    else { return nil }
    return DateWindow(first: first, last: last)
  }

  private static let days = ["start date (in utc)", "startdatum (in utc)", "begindatum (in utc)"]

  /// Clicks that lead off the platform are those to the landing page.
  private static let names: [Field: [String]] = [
    .day: days + ["start date", "date"], .end: ["end date (in utc)", "enddatum (in utc)", "einddatum (in utc)"],
    .account: ["account name", "accountnaam", "kontoname", "name des kontos"],
    .group: ["campaign group name", "name der kampagnengruppe", "kampagnengruppenname", "naam van campagnegroep"],
    .groupID: ["campaign group id", "kampagnengruppen-id", "campagnegroep-id"],
    .campaign: ["campaign name", "name der kampagne", "kampagnenname", "campagnenaam"],
    .campaignID: ["campaign id", "kampagnen-id", "campagne-id"],
    .adSet: ["ad set name", "name der anzeigengruppe", "naam van advertentieset"],
    .adSetID: ["ad set id", "anzeigengruppen-id", "advertentieset-id"],
    .ad: ["creative name", "ad name", "name der anzeige", "anzeigenname", "advertentienaam", "ad headline"],
    .adID: ["ad id", "creative id", "anzeigen-id", "advertentie-id"], .currency: ["currency", "währung", "valuta"],
    .spend: ["total spent", "amount spent", "gesamtausgaben", "totaal besteed"],
    .impressions: ["impressions", "impressionen", "weergaven"],
    .clicks: ["clicks to landing page", "klicks zur landingpage", "klikken naar bestemmingspagina"],
    .allClicks: ["clicks", "klicks", "klikken"], .reach: ["reach", "reichweite", "bereik"],
    .conversions: ["conversions", "conversies"],
    .conversionValue: [
      "total conversion value", "conversion value", "gesamtwert der conversions", "totale conversiewaarde",
    ],
  ]
}

extension LinkedInAdsReport {
  /// Which language a report is in, by its column of what was spent: it decides the order of a date's figures and what a
  /// number means that reads both ways.
  private enum ReportLanguage {
    case english, german, dutch

    init(_ header: Header) {
      self = header.contains("gesamtausgaben") ? .german : header.contains("totaal besteed") ? .dutch : .english
    }

    var dateOrder: DateOrder { self == .english ? .monthDayYear : .dayMonthYear }
    var habit: NumberFormat { self == .english ? .plain : .decimalComma }
  }
}
