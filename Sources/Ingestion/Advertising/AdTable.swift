import Vocabulary

/// One advertising table of the common shape: a row for a campaign, an ad group, an ad or a split of one, over a day, a
/// period of its own or the file's period.
///
/// Missing figures stay missing. Rows that name nothing, or only say "total", are control totals. A breakdown counts
/// as one where some row fills its column.
struct AdTable: Sendable {
  let map: ColumnMap<AdField>
  private let wording: AdWording
  /// The days of rows that name none themselves.
  var period: DateWindow?
  private let dimensions: [AdField]
  private var numbers: NumberColumns<AdField>
  private var micros: MicroColumns
  private var day: DateColumn?
  /// Of a table without days.
  private var spans: [SpanColumn] = []
  private var starts: DateColumn?
  private var ends: DateColumn?
  /// Of a table without days.
  private var periods: RowPeriods?
  private var currency: AdCurrency
  private var ids = CaseSlots<AdField, IdentifierColumn>()
  /// The columns that say what a row is of, the broadest first.
  private let levels: [AdField]
  private var filled: Set<AdField> = []
  private var splits: SplitColumns
  private var totals: TotalsRow
  private var groups: GroupTotals
  private var hours = false
  private var holdsCampaignIDs = false
  /// The last end at a midnight, and the last other one.
  private var lastEnds: (midnight: Day?, other: Day?) = (nil, nil)
  private(set) var breakdown: [AdField] = []
  private var texts = CaseSlots<AdField, CellMemo<String>>()
  private var lastChannel = CellMemo<Channel>()
  private var lastDate = CellMemo<DateText>()

  private static let identifiers: [AdField] = [.account, .campaignID, .adGroupID, .adID]
  private static let metrics: [(field: AdField, metric: TotalMetric)] = [
    (.spend, .spend), (.impressions, .impressions), (.clicks, .clicks), (.conversions, .conversions),
  ]
  private static let spans: [(field: AdField, span: DaySpan)] = [
    (.week, .week), (.month, .month), (.quarter, .quarter), (.year, .year),
  ]

  init(_ map: ColumnMap<AdField>, _ wording: AdWording, period: DateWindow? = nil) {
    self.map = map
    self.wording = wording
    self.period = period
    day = DateColumn(map[.day], name: map.name(.day))
    if day == nil {
      spans = AdTable.spans.compactMap { SpanColumn(map[$0.field], name: map.name($0.field), span: $0.span) }
    }
    starts = DateColumn(map[.starts], name: map.name(.starts))
    ends = DateColumn(map[.ends], name: map.name(.ends))
    if day == nil { periods = RowPeriods(starts, ends) }
    currency = AdCurrency(map)
    for field in AdTable.identifiers { ids[field] = IdentifierColumn(map[field], name: map.name(field)) }
    for field in AdField.allCases where map.has(field) { texts[field] = CellMemo() }
    levels = [.campaign, .campaignID, .adGroup, .adGroupID, .ad, .adID].filter { map.has($0) }
    dimensions = levels + ([.day] + AdTable.spans.map(\.field) + wording.breakdowns).filter { map.has($0) }
    splits = SplitColumns(
      map, own: dimensions + [.account, .campaignType, .starts, .ends, .currency, .resultType, .attribution])
    totals = TotalsRow(dimensions.map { map[$0] })
    groups = GroupTotals(dimensions.map { map[$0] })
    let micros = MicroColumns(map, wording.microFields)
    self.micros = micros
    numbers = NumberColumns(
      map,
      amounts: [.spend, .conversions, .addedConversions, .conversionValue].filter { !micros.named.contains($0) },
      whole: [
        .impressions, .clicks, .allClicks, .interactions, .reach, .addedImpressions, .addedClicks,
      ] + [AdField.spend, .conversionValue].filter { micros.named.contains($0) })
  }

  init(_ header: Header, _ wording: AdWording, period: DateWindow? = nil) {
    self.init(ColumnMap(header, names: wording.names), wording, period: period)
  }

  var width: Int? { map.header.count }

  /// Whether a row of a page's table can be what ads cost and did, and says of which. Headers in a database's spelling
  /// are an interface's, whose amounts may be millionths.
  var isOfAds: Bool {
    let isDatabase = map.header.keys.contains { $0.hasSuffix("_id") || $0.hasPrefix("_") }
    return !isDatabase && map.has(.spend) && (map.has(.impressions) || map.has(.clicks))
      && (!dimensions.isEmpty || map.has(.starts))
  }

  /// Of a row that names nothing, what it says about the way of writing numbers.
  mutating func surveyFigures(_ record: RawRecord) { numbers.survey(record) }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    micros.survey(record)
    day?.survey(record)
    for place in spans.indices { spans[place].survey(record) }
    starts?.survey(record)
    ends?.survey(record)
    currency.survey(record)
    for field in AdTable.identifiers { ids[field]?.survey(record) }
    for field in wording.breakdowns where !filled.contains(field) && isFilled(field, record) { filled.insert(field) }
    if wording.mayBeHourly, !hours, let day, DateText(record[day.index], order: nil)?.secondOfDay ?? 0 > 0 {
      hours = true
    }
    if wording.endsAreMoments, let ends, let date = DateText(record[ends.index], order: nil) {
      if date.secondOfDay == 0 {
        lastEnds.midnight = max(lastEnds.midnight ?? date.day, date.day)
      } else {
        lastEnds.other = max(lastEnds.other ?? date.day, date.day)
      }
    }
    holdsCampaignIDs = holdsCampaignIDs || isFilled(.campaignID, record)
    splits.survey(record)
    totals.survey(record)
    groups.survey(record)
    periods?.survey(record, isNamed: totals.isNamed(record))
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: wording.habit)
    micros.settle(numbers)
    var dated = options
    dated.dateOrder = options.dateOrder ?? DateColumn.provenOrder([day, starts, ends]) ?? wording.dateOrder
    try day?.settle(dated, file: file, within: period)
    for place in spans.indices { try spans[place].settle(dated, file: file, within: period) }
    try starts?.settle(dated, file: file)
    try ends?.settle(dated, file: file)
    if var periods {
      periods.settle(starts, ends) { self.window(from: $0, to: $1) }
      self.periods = periods
    }
    currency.settle(declared: options.currency)
    breakdown = wording.breakdowns.filter(filled.contains)
    var findings = Findings()
    findings.columns = map.meanings
    findings.currency = currency.ofFile
    findings.timeZone = wording.timeZone ?? options.timeZone
    findings.window = window
    findings.account = ids[.account]?.only
    findings.damages = AdTable.identifiers.flatMap { ids[$0]?.damages ?? [] }.sorted { $0.line < $1.line }
    findings.notes = notes + numbers.caveats + micros.notes
    if let period, !period.isUndated, let days = day?.window, days != period, days.union(period) != period {
      findings.notes.append(
        "its rows reach from \(days.first) to \(days.last), beyond the period that it states: it may hold several "
          + "exports")
    }
    findings.metrics = Set(AdTable.metrics.filter { map.has($0.field) }.map(\.metric))
    let what = [AdField.campaign, .campaignID, .adGroup, .ad, .adID, .day, .account].first { map.has($0) }
    let figure = [AdField.spend, .impressions, .conversions].first { map.has($0) }
    findings.reason = [what, figure].compactMap { $0 }.map { "\"\(map.name($0))\"" }
      .joined(separator: " and ")
    findings.reason = "columns " + findings.reason
    splits.settle(&findings)
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let total = try total(record) {
      try noteTotals(record, label: total.label, coversAllRows: total.coversAllRows, in: &batch)
    } else if let counted = wording.countedResults, !counted.contains(text(.resultType, record)) {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .overlapping))
    } else if isRemark(record) {
      batch.skip(record, .footer)
    } else {
      batch.adPerformance.append(try row(record))
    }
  }

  /// Whether a row of several columns fills the first alone: "Source: Google Ads", typed below the table.
  func isRemark(_ record: RawRecord) -> Bool {
    guard record.count > 3, TotalsRow.isFilled(record[0]), map[.spend] != 0, map[.day] != 0 else { return false }
    return (1..<record.count).allSatisfy { BlankText.trimmed(record[$0]).isEmpty }
  }

  mutating func row(_ record: RawRecord) throws(RowProblem) -> AdPerformance {
    let (window, hour) = try moment(record)
    var row = AdPerformance(
      origin: RecordOrigin(counted: record), platform: wording.platform, channel: channel(record), window: window)
    row.isOfSums = !spans.isEmpty || periods?.areOfSums == true
    row.account = id(.account, record)
    row.campaign = knownText(.campaign, record)
    row.campaignID = id(.campaignID, record)
    row.adGroup = knownText(.adGroup, record)
    if row.adGroup.isEmpty { row.adGroup = id(.adGroupID, record) }
    row.ad = knownText(.ad, record)
    row.adID = id(.adID, record)
    try refuseNameless(record, row)
    let isHourly = hours && !breakdown.contains(.hour)
    if isHourly || !breakdown.isEmpty {
      row.breakdown = (breakdown.map(\.rawValue) + (isHourly ? [AdField.hour.rawValue] : [])).joined(separator: "+")
      let hours = isHourly ? [hour < 10 ? "0\(hour)" : "\(hour)"] : []
      row.breakdownValue = (breakdown.map { text($0, record) } + hours).joined(separator: "+")
    }
    splits.split(&row, record)
    let spend = try amount(.spend, record)
    row.spendMicros = spend?.micros
    row.currency = try currency.currency(record, of: spend)
    row.impressions = try sum(.impressions, .addedImpressions, record)
    row.clicks = try sum(.clicks, .addedClicks, record)
    row.allClicks = try numbers.whole(.allClicks, record)
    row.interactions = try numbers.whole(.interactions, record)
    row.reach = try numbers.whole(.reach, record)
    row.conversionsMicros = added(
      try numbers.micros(.conversions, record), try numbers.micros(.addedConversions, record))
    row.conversionValueMicros = try amount(.conversionValue, record)?.micros
    row.resultType = knownText(.resultType, record)
    row.attribution = knownText(.attribution, record)
    if groups.areLikely { groups.add(record, row.figures) }
    return row
  }

  /// What a row calls itself that is the total of all others or of the group above it; nil for any other row, and for one
  /// that calls itself nothing where totals `areLabelled`.
  func total(_ record: RawRecord, areLabelled: Bool = false) throws(RowProblem) -> (label: String, coversAllRows: Bool)?
  {
    if let label = try groupLabel(record) { return (label, false) }
    if holdsCampaignIDs, !isFilled(.campaignID, record), TotalsRow.isTotal(record.text(map[.campaign])) {
      let label = record.text(map[.campaign])
      return (label, !TotalsRow.isPart(label))
    }
    let isNamed = totals.isNamed(record)
    guard isNamed || !(areLabelled || beginsLater(record)), let label = totals.label(record) else { return nil }
    return (label, !TotalsRow.isPart(label))
  }

  /// Whether a row begins after the table's first day, as no total of all does: it is of somebody who is not named.
  private func beginsLater(_ record: RawRecord) -> Bool {
    guard !levels.isEmpty, let starts, let first = starts.window?.first else { return false }
    return starts.date(of: record.text(starts.index)).map { $0.day > first } ?? false
  }

  private func groupLabel(_ record: RawRecord) throws(RowProblem) -> String? {
    guard groups.areLikely else { return nil }
    return groups.label(
      record,
      GroupTotals.Figures(
        amounts: [
          try amount(.spend, record)?.micros,
          added(try numbers.micros(.conversions, record), try numbers.micros(.addedConversions, record)),
          try amount(.conversionValue, record)?.micros,
        ],
        counts: [
          try sum(.impressions, .addedImpressions, record), try sum(.clicks, .addedClicks, record),
          try numbers.whole(.allClicks, record), try numbers.whole(.interactions, record),
        ]))
  }

  /// Keeps the figures of a row that the file itself calls a total.
  func noteTotals(
    _ record: RawRecord, label: String, coversAllRows: Bool, in batch: inout CanonicalBatch
  ) throws(RowProblem) {
    let figures: [(TotalMetric, Int64?)] = [
      (.spend, try amount(.spend, record)?.micros), (.impressions, try numbers.micros(.impressions, record)),
      (.clicks, try numbers.micros(.clicks, record)), (.conversions, try numbers.micros(.conversions, record)),
    ]
    batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
    for (metric, value) in figures {
      guard let value else { continue }
      batch.controlTotals.append(
        ControlTotal(
          origin: RecordOrigin(record), label: label, metric: metric, valueMicros: value,
          coversAllRows: coversAllRows))
    }
  }

  /// The cell's text; "" for the dashes by which vendors say that there is none.
  func text(_ field: AdField, _ record: RawRecord) -> String { isFilled(field, record) ? record.text(map[field]) : "" }

  private mutating func knownText(_ field: AdField, _ record: RawRecord) -> String {
    guard let column = map[field] else { return "" }
    if let known = texts[field]?.value(of: record[column]) { return known }
    let text = text(field, record)
    texts[field]?.keep(text, of: record[column])
    return text
  }

  private func isFilled(_ field: AdField, _ record: RawRecord) -> Bool { TotalsRow.isFilled(record[map[field]]) }

  /// An id where the column holds ids, a name as it is.
  private mutating func id(_ field: AdField, _ record: RawRecord) -> String {
    guard let column = ids[field] else { return "" }
    if let known = texts[field]?.value(of: record[column.index]) { return known }
    let text = column.text(record)
    texts[field]?.keep(text, of: record[column.index])
    return text
  }
}

extension AdTable {
  /// In a table of campaigns a row that names none tells of somebody's spend, and nobody could say whose.
  private func refuseNameless(_ record: RawRecord, _ row: AdPerformance) throws(RowProblem) {
    guard let first = levels.first, row.campaign.isEmpty, row.campaignID.isEmpty, row.ad.isEmpty, row.adID.isEmpty,
      row.adGroup.isEmpty || map.has(.campaign) || map.has(.campaignID)
    else { return }
    let damaged = levels.first { ids[$0]?.isDamaged(record) == true }
    throw RowProblem(
      column: map.name(damaged ?? first), found: damaged == nil ? "an empty cell" : "an id that a spreadsheet cut",
      expected: damaged == nil ? "a campaign's name" : "all figures of the id")
  }

  private func amount(_ field: AdField, _ record: RawRecord) throws(RowProblem) -> AdAmount? {
    if micros.fields.contains(field) {
      return try numbers.whole(field, record).map { AdAmount(micros: $0, marked: nil) }
    }
    return try numbers.amount(field, record).map { AdAmount(micros: $0.micros, marked: $0.mark.isEmpty ? nil : $0) }
  }

  private func sum(_ field: AdField, _ added: AdField, _ record: RawRecord) throws(RowProblem) -> Int64? {
    self.added(try numbers.whole(field, record), try numbers.whole(added, record))
  }

  /// Nil where neither is known. Figures this large are no counts, so their sum saturates.
  private func added(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return left ?? right }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left < 0 ? .min : .max) : sum
  }

  private mutating func channel(_ record: RawRecord) -> Channel {
    let field = map.has(.campaignType) ? AdField.campaignType : .network
    guard let column = map[field], !wording.channels.isEmpty else { return wording.channel }
    if let known = lastChannel.value(of: record[column]) { return known }
    let channel = wording.channels[Header.key(text(field, record)).key] ?? wording.channel
    lastChannel.keep(channel, of: record[column])
    return channel
  }

  /// `hour`: of a row by day, from 0.
  private mutating func moment(_ record: RawRecord) throws(RowProblem) -> (DateWindow, hour: Int) {
    if let day {
      let date: DateText
      if let known = lastDate.value(of: record[day.index]) {
        date = known
      } else {
        guard let new = try day.date(record) else {
          throw RowProblem(column: map.name(.day), found: "an empty cell", expected: "a day")
        }
        lastDate.keep(new, of: record[day.index])
        date = new
      }
      return (DateWindow(day: date.day), (date.secondOfDay ?? 0) / 3_600)
    }
    guard let starts, let ends else {
      var window = period ?? .undated
      for column in spans { window = try column.window(record, within: window) }
      return (window, 0)
    }
    guard let first = try starts.date(record), let last = try ends.date(record) else {
      throw RowProblem(column: map.name(.ends), found: "no day", expected: "the row's period")
    }
    guard let window = self.window(from: first, to: last) else {
      throw RowProblem(column: map.name(.ends), found: "\(last.day)", expected: "a day on or after \(first.day)")
    }
    return (window, 0)
  }

  /// Nil where the end lies before the start. A midnight may be the end of the day before it.
  private func window(from first: DateText, to last: DateText) -> DateWindow? {
    let isMidnight = wording.endsAreMoments && last.secondOfDay == 0 && last.day > first.day
    return DateWindow(first: first.day, last: isMidnight ? last.day - 1 : last.day)
  }

  private var window: DateWindow? {
    let named = day?.window ?? spans.lazy.compactMap(\.window).first
    if let period { return period.isUndated ? named : period }
    if let named { return named }
    guard let first = starts?.window, let last = ends?.window else { return nil }
    guard let midnight = lastEnds.midnight else { return first.union(last) }
    let end = max(first.last, midnight - 1, lastEnds.other ?? first.last)
    return DateWindow(first: first.first, last: end)
  }

  private var notes: [String] {
    var notes: [String] = []
    if day == nil, spans.isEmpty, starts == nil || ends == nil, period.map(\.isUndated) ?? true {
      notes.append(
        "it does not say which days it covers: its figures count only while nothing dated is known of the account, and "
          + "in no report over weeks; add the day to the report and export it again by day")
    }
    if hours { notes.append("each row is an hour's; hours are kept apart and add up to days") }
    return notes
  }
}

extension AdPerformance {
  /// Those that add up over rows.
  var figures: GroupTotals.Figures {
    GroupTotals.Figures(
      amounts: [spendMicros, conversionsMicros, conversionValueMicros],
      counts: [impressions, clicks, allClicks, interactions])
  }
}
