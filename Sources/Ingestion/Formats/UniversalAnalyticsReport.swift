import Vocabulary

/// Universal Analytics, a report's Export, CSV: below a box of comments the report's table, then a second one by day or
/// hour, each with its totals in a row without a name.
///
/// The first table holds the rows that were on the page, so its totals may be of more; the second tells the same visits
/// again by day. Its dates are in the order of the user's language, some with a year of two figures; the period decides
/// both where they do not.
struct UniversalAnalyticsReport: SourceFormat {
  static let title = "Universal Analytics report"
  static let isVerified = true

  private let property: String
  private let period: DateWindow
  private var tables: [Table]
  private let firstSection: Int
  private var section: Int
  private var currency: Currency?

  /// Days of the period.
  var dayCount: Int { period.dayCount }

  init?(_ opening: Opening) {
    let header = opening.header.trimmed
    guard opening.isBelowCommentsOnly else { return nil }
    let comments = opening.preamble.map(PaddedLine.text).filter { $0.hasPrefix("#") }
    guard let period = comments.lazy.compactMap(StampedPeriod.window).first,
      !(header.names.first ?? "").hasPrefix("#"), UniversalAnalyticsReport.existed(on: period.last),
      !GA4Pivot.isOne(header, above: Header(opening.firstRow)),
      UniversalAnalyticsNames.isReport(header, isBoxed: comments.contains { $0.hasPrefix("# ---") })
    else { return nil }
    self.period = period
    property =
      comments.map { Header([String($0.dropFirst())]).names[0] }.first { !$0.isEmpty && !$0.hasPrefix("--") } ?? ""
    tables = [Table(header, period)]
    section = max(1, opening.section)
    firstSection = section
  }

  /// Its last data are of June 2024; a later export below such a box is its successor's.
  private static func existed(on day: Day) -> Bool { day.civil < (2024, 7, 1) }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    if tables[tables.count - 1].isComment(record) { return }
    if record.mayNameColumns {
      tables.append(Table(Header(record.texts).trimmed, period))
    } else {
      tables[tables.count - 1].survey(record)
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    for index in tables.indices { try tables[index].settle(options, file: file) }
    var findings = Findings()
    findings.reason = "comment lines with a period, and the column \"\(tables[0].figures.header.names[0])\""
    findings.columns = tables.flatMap(\.meanings)
    findings.currency = options.currency ?? tables.lazy.compactMap(\.figures.currency).first
    findings.timeZone = options.timeZone
    findings.window = period
    findings.account = property.isEmpty ? nil : property
    findings.metrics = tables.reduce(into: []) { $0.formUnion($1.figures.metrics) }
    findings.notes += tables.compactMap { $0.segments?.caveat }
    currency = findings.currency
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if tables[section - firstSection].isComment(record) { return }
    if record.mayNameColumns {
      section += 1
      return
    }
    let table = tables[section - firstSection]
    guard record.count >= table.figures.header.count, record.filledCount <= table.figures.header.count else {
      throw RowProblem(
        column: "", found: "\(record.count) cells",
        expected: "\(table.figures.header.count) cells, as the table's header has")
    }
    let part = section + tables.count * table.part(record)
    var place = FigureTable.Place(section: part, tool: "Universal Analytics", property: property, window: period)
    if table.isTotals(record) {
      if table.figures.rows > 1 {
        batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
        batch.controlTotals += try table.figures.totals(record, section: part, label: "Totals") { _ in table.isIndex
        }
        return
      }
    } else {
      // Nobody says whether such a week's figure is that of its days in the period alone.
      if let span = table.span(record), !period.contains(span.first) || !period.contains(span.last) {
        return batch.skip(record, .noData)
      }
      try table.place(record, &place)
    }
    let facts = try table.figures.facts(record, place, currency: currency)
    if facts.isEmpty { batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData)) }
    batch.webTraffic += facts
  }
}

extension UniversalAnalyticsReport {
  /// One of the tables, and how it tells the time.
  private struct Table {
    private(set) var figures: FigureTable
    /// Whether it runs through the period by day, hour, week or month.
    let isIndex: Bool
    private let time: Int?
    /// Of the days that each row is of, where the report compares periods.
    private let range: Int?
    private(set) var segments: SegmentColumn?
    private let period: DateWindow
    private let isHourly: Bool
    private let isDaily: Bool
    private let knownFigures: [Int]
    private var evidence = DateEvidence()
    private var fitsDayFirst = true
    private var fitsMonthFirst = true
    private var order: DateOrder?

    init(_ header: Header, _ period: DateWindow) {
      self.period = period
      let first = header.keys.first ?? ""
      isIndex = UniversalAnalyticsNames.isIndex(first)
      isHourly = isIndex && UniversalAnalyticsNames.hours.contains { first.contains($0) }
      isDaily = isIndex && UniversalAnalyticsNames.days.contains { first.contains($0) }
      time = isIndex ? 0 : header.column(UniversalAnalyticsNames.dates)
      range = header.column(UniversalAnalyticsNames.ranges)
      segments = SegmentColumn(header)
      let names = [0, time, range, segments?.index].compactMap { $0 }
      figures = FigureTable(header) { key, index in
        if let measure = UniversalAnalyticsNames.measure(key), index > 0 { return .figure(measure) }
        return names.contains(index) ? .dimension : .open
      }
      knownFigures = header.keys.indices.filter { $0 > 0 && UniversalAnalyticsNames.measure(header.keys[$0]) != nil }
    }

    var meanings: [ColumnMeaning] {
      var meanings = figures.meanings
      if let time, isDaily || !isIndex { meanings[time].meaning = "day" }
      return meanings
    }

    /// By the columns that can be figures before the whole table has been seen.
    func isComment(_ record: RawRecord) -> Bool {
      record.isComment(figures: knownFigures, width: figures.header.count)
    }

    /// Those of a comparison name their days and segment.
    func isTotals(_ record: RawRecord) -> Bool {
      let names = figures.dimensions.filter { $0 != range && $0 != segments?.index }
      return !names.isEmpty && names.allSatisfy { BlankText.trimmed(record[$0]).isEmpty }
    }

    /// 0 for what is added up, further numbers for other days and segments, which tell the same again.
    func part(_ record: RawRecord) -> Int {
      2 * (segments?.rank(record) ?? 0) + (isOfOtherDays(record) ? 1 : 0)
    }

    private func isOfOtherDays(_ record: RawRecord) -> Bool {
      window(record).map { !period.contains($0.first) || !period.contains($0.last) } ?? false
    }

    private func window(_ record: RawRecord) -> DateWindow? {
      range.flatMap { PeriodText.window(record.text($0)) }.flatMap { $0.isUndated ? nil : $0 }
    }

    mutating func survey(_ record: RawRecord) {
      figures.survey(record)
      segments?.survey(record)
      guard let time else { return }
      let text = written(out: record, time)
      text.withUTF8Bytes { evidence.observe($0, line: record.line) }
      if let day = DateText(text, order: .dayMonthYear)?.day, !period.contains(day) { fitsDayFirst = false }
      if let day = DateText(text, order: .monthDayYear)?.day, !period.contains(day) { fitsMonthFirst = false }
    }

    private func written(out record: RawRecord, _ time: Int) -> String {
      ShortYear.written(out: record[time], in: period) ?? record.text(time)
    }

    mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) {
      try figures.settle(options, file: file, habit: nil)
      guard let time else { return }
      let declared = options.dateOrder ?? options.convention?.dateOrder
      let name = figures.header.names[time]
      switch evidence.verdict {
      case .indifferent: order = declared
      case .certain(let order): self.order = order
      case .ambiguous(let line):
        let fitting = fitsDayFirst == fitsMonthFirst ? nil : fitsDayFirst ? DateOrder.dayMonthYear : .monthDayYear
        guard let decided = fitting ?? declared ?? evidence.likelyOrder, decided != .yearMonthDay else {
          throw .ambiguousDates(file: file, column: name, line: line)
        }
        order = decided
      case .contradictory(let dayFirst, let monthFirst):
        throw .contradictoryDates(file: file, column: name, dayFirstLine: dayFirst, monthFirstLine: monthFirst)
      }
    }

    /// Puts the row's day and dimensions into `place`.
    func place(_ record: RawRecord, _ place: inout FigureTable.Place) throws(RowProblem) {
      if let window = window(record) { place.window = window }
      guard let time else {
        (place.dimension, place.value) = figures.named(record, without: [range].compactMap { $0 })
        return
      }
      (place.dimension, place.value) = figures.named(record, without: [time, range].compactMap { $0 })
      if let date = DateText(written(out: record, time), order: order) {
        place.window = DateWindow(day: date.day)
        return
      }
      if let span = span(record) {
        place.window = span
        return
      }
      guard isIndex, let step = NumberFormat.plain.whole(record[time]), step >= 0, step < 24 * 4_000 else {
        throw RowProblem(
          column: figures.header.names[time], found: "text of \(record[time].count) bytes that is no date",
          expected: "a day such as 16/04/2015, or its number in the period")
      }
      let period = window(record) ?? period
      let day = period.first + Int(isHourly ? step / 24 : step)
      if isHourly || isDaily {
        guard period.contains(day) else {
          throw RowProblem(
            column: figures.header.names[time], found: "a number beyond the period", expected: "a day of the period")
        }
        place.window = DateWindow(day: day)
      }
      if !isDaily {
        let (dimension, value) = isHourly ? ("hour", "\(step % 24)") : named(step)
        place.dimension = [dimension, place.dimension].filter { !$0.isEmpty }.joined(separator: " + ")
        place.value = [value, place.value].filter { !$0.isEmpty }.joined(separator: " + ")
      }
    }

    /// The week or month of a row that writes out both of its days.
    func span(_ record: RawRecord) -> DateWindow? {
      guard let time, DateText(written(out: record, time), order: order) == nil,
        let span = PeriodText.window(record.text(time), order: order), !span.isUndated
      else { return nil }
      return span
    }

    private func named(_ step: Int64) -> (String, String) { (figures.header.keys[0], "\(step)") }
  }
}
