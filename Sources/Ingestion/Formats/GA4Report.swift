import Vocabulary

/// Google Analytics 4, a report's Share, Download file, CSV: one table or, from a snapshot, several stacked ones, each
/// after comment lines with its first and last day; and an exploration's table after a comment line with its period.
///
/// A row of totals (in an exploration the first, with "Grand total" in one cell more than the header has) becomes
/// control totals. An exploration holds the rows that were on the page, so the totals of a full page may be of more.
/// The leading columns that are no numbers are dimensions, and a table that begins with a figure has none; `Nth day`
/// and `Date` give days, and a row whose date is none is refused. Cohort columns use -1 for weeks to come, which is no
/// figure. Tables of the same columns and days are comparisons: parts of one, which are not added to it. A report of
/// some users or with a filter says so in its dimension. A column of periods ("Feb 1 - Feb 28, 2025") compares days:
/// each row is of its own, and those of other days than the table's stand in a section of their own, as stacked tables
/// do, so that they are not added to it either. A comparison whose rows do not say clearly which days they are of is
/// refused: added up, they would be too many. A chart of some rows of the table below it has them as columns and says
/// nowhere which figure it shows: the table is read.
struct GA4Report: SourceFormat {
  static let title = "GA4 report"
  static let isVerified = true

  private var walker: GA4Walker
  private let opening: GA4Walker
  private let account: String
  private let isExploration: Bool
  private var tables: [GA4Table] = []
  /// The section that is read, by header and days.
  private var seen: [[String]: Int] = [:]
  /// Whom each table is of, and its filter.
  private var parts: [(segment: String?, condition: String?)] = []
  private var filters: [SeriesFilter] = []
  /// Sections of tables that tell of some of the people of an earlier one: comparisons.
  private var comparisons: Set<Int> = []
  /// Of charts, by column that is no known figure, the sections.
  private var charts: [String: Set<Int>] = [:]
  /// Sections of charts whose columns are named as rows of another table are: nothing says which figure they show.
  private var nameless: Set<Int> = []
  private var currency: Currency?

  init?(_ opening: Opening) {
    guard opening.isBelowCommentsOnly else { return nil }
    let header = opening.header.trimmed
    let comments = opening.preamble.map(PaddedLine.text)
    let isExploration = comments.contains { StampedPeriod.window($0) != nil }
    guard !GA4Pivot.isOne(header, above: Header(opening.firstRow)),
      isExploration || comments.count(where: { GA4Walker.day($0) != nil }) > 1,
      header.count > 1, !header.names[0].hasPrefix("#")
    else { return nil }
    var walker = GA4Walker()
    for comment in comments { walker.note(comment) }
    walker.begin(header)
    self.walker = walker
    self.opening = walker
    self.isExploration = isExploration
    account =
      comments.lazy.compactMap { GA4Walker.labelled($0) }.first { GA4Names.accounts.contains($0.label) }?.text ?? ""
    tables = [GA4Table(header, GA4Periods(walker.windows))]
    noteTable()
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    switch walker.step(record) {
    case .structure: break
    case .header(let header):
      for line in tables.last?.unknownLines ?? [] { charts[line, default: []].insert(tables.count) }
      tables.append(GA4Table(header, GA4Periods(walker.windows)))
      noteTable()
    case .data:
      tables[walker.section - 1].survey(record)
      if !charts.isEmpty, let named = charts[record.text(0)] { nameless.formUnion(named) }
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    for index in tables.indices { try tables[index].settle(options, file: file) }
    var findings = Findings()
    findings.notes = tables.flatMap(\.caveats)
    if !comparisons.isEmpty {
      findings.notes.append(
        (comparisons.count == 1 ? "a table has" : "\(comparisons.count) tables have")
          + " the columns and the days of an earlier one, as comparisons do: the first is read")
    }
    if !nameless.isEmpty {
      findings.notes.append(
        (nameless.count == 1 ? "a chart has" : "\(nameless.count) charts have")
          + " a column for each of some rows of another table, and nothing says of which figure: the table is read")
    }
    findings.notes += Set(tables.compactMap(\.otherCount)).sorted().map {
      "\"\($0)\" counts no days: its rows are kept by that number for the whole of the report's days; for figures of days, "
        + "export the chart by day"
    }
    findings.notes += settleFilters()
    findings.reason =
      "comment lines with a start and an end date, and the column \"\(opening.header.names.first ?? "")\""
    findings.columns = tables.enumerated().flatMap { index, table in
      nameless.contains(index + 1)
        ? table.header.names.map { ColumnMeaning(header: $0, meaning: nil) } : table.meanings
    }
    findings.currency = options.currency
    findings.timeZone = options.timeZone
    let periods = tables.compactMap(\.periodsOfRows)
    findings.window = periods.reduce(walker.span) { $0?.union($1) ?? $1 }
    if !periods.isEmpty {
      findings.notes.append(
        "it compares periods: each row has the days of its own, and only those of the report's days are added up")
    }
    findings.notes += tables.compactMap { $0.segments?.caveat }
    findings.account = opening.property.isEmpty ? account : opening.property
    findings.metrics = Set(tables.flatMap(\.metrics).compactMap(\.total))
    currency = options.currency
    walker = opening
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard case .data = walker.step(record) else { return }
    if comparisons.contains(walker.section) || nameless.contains(walker.section) {
      return batch.skip(record, .overlapping)
    }
    let table = tables[walker.section - 1]
    guard record.count >= table.header.count else {
      throw RowProblem(
        column: "", found: "\(record.count) cells", expected: "\(table.header.count) cells, as the table's header has")
    }
    if table.isChange(record) { return batch.skip(record, .noData) }
    let period = try self.period(record, table)
    let isOther = walker.window.map { table.isCompared(period, with: $0) } ?? false
    let part = (isOther ? 1 : 0) + 2 * (table.segments?.rank(record) ?? 0)
    let section = walker.section + part * tables.count
    let values = table.dimensions.map { record.text($0) }
    if (!values.isEmpty && values.allSatisfy(\.isEmpty)) || record.text(table.header.count) == "Grand total"
      || table.isTotal(record)
    {
      let isOfRows = (!isExploration || table.isWhole) && !isOther
      if !isExploration || !table.sharesTotal {
        try noteTotals(record, table, section: section, coversAllRows: isOfRows, in: &batch)
      }
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
      return
    }
    let (window, dimension, value) = try place(record, table, in: period)
    let filter = filters[walker.section - 1]
    var hasFigure = false
    for column in table.figures {
      guard let micros = try table.micros(record, column) else { continue }
      guard !(micros == -Micros.perUnit && table.isCohort(column)) else { continue }
      hasFigure = true
      let metric = table.metric(column)
      batch.webTraffic.append(
        WebTraffic(
          origin: RecordOrigin(line: record.line, section: section), tool: "GA4", property: walker.property,
          window: window, dimension: filter.named(dimension), dimensionValue: value, metric: metric,
          metricName: table.figureNames[column], valueMicros: micros, currency: metric == .revenue ? currency : nil))
    }
    if !hasFigure { batch.skippedRows.append(SkippedRow(line: record.line, reason: .filler)) }
  }

  /// Of comparisons the first is read, or the one of everybody.
  private mutating func noteTable() {
    parts.append((walker.segment, walker.condition))
    let section = walker.section
    let key = walker.header.keys + [walker.window.map { "\($0)" } ?? ""]
    guard let earlier = seen[key] else {
      seen[key] = section
      return
    }
    let isOfAll = walker.segment == nil && parts[earlier - 1].segment != nil
    comparisons.insert(isOfAll ? earlier : section)
    if isOfAll { seen[key] = section }
  }

  /// Tables of different columns are a page's cards, and what stands above them are their titles.
  private mutating func settleFilters() -> [String] {
    let areCards = Set(tables.map(\.header)).count > 1
    filters = parts.map { SeriesFilter([areCards ? nil : $0.segment, $0.condition].compactMap { $0 }) }
    let read = Set(seen.values.map { filters[$0 - 1] })
    return read.flatMap(\.notes).sorted()
  }

  /// People are de-duplicated, and a session stands in the row of each page that it saw, so nothing adds up to theirs.
  private func noteTotals(
    _ record: RawRecord, _ table: GA4Table, section: Int, coversAllRows: Bool, in batch: inout CanonicalBatch
  ) throws(RowProblem) {
    for column in table.figures {
      let metric = table.metric(column)
      guard metric.isAdditive, let total = metric.total, let micros = try table.micros(record, column) else { continue }
      batch.controlTotals.append(
        ControlTotal(
          origin: RecordOrigin(line: record.line, section: section), label: "Grand total", metric: total,
          valueMicros: micros, coversAllRows: coversAllRows && metric != .sessions))
    }
  }

  /// The row's own, or else the table's.
  private func period(_ record: RawRecord, _ table: GA4Table) throws(RowProblem) -> DateWindow {
    if let column = table.periodColumn, let own = table.period(record[column]) { return own }
    guard let window = walker.window else {
      throw RowProblem(column: "", found: "a table without a period", expected: "lines with its start and end date")
    }
    return window
  }

  private func place(_ record: RawRecord, _ table: GA4Table, in window: DateWindow) throws(RowProblem)
    -> (DateWindow, String, String)
  {
    let time = table.timeColumn
    let others = table.dimensions.filter { $0 != time }
    let dimension = others.map { table.dimensionNames[$0] }.joined(separator: " + ")
    let value = others.map { record.text($0) }.joined(separator: " + ")
    let day = try table.day(record, in: window)
    return (day.map { DateWindow(day: $0) } ?? window, dimension, value)
  }
}
