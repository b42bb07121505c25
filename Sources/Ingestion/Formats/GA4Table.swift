import Vocabulary

/// One of the tables: which columns name things and which count them.
struct GA4Table {
  let header: Header
  /// Of each column, as a dimension and as a figure: in English where its language is known.
  let dimensionNames: [String]
  let figureNames: [String]
  private var columns: [FigureColumn]
  private var isNumeric: [Bool]
  /// Of the column that is called a date.
  private var dates: DateColumn?
  private let periods: GA4Periods
  /// The column that is called so.
  private let namedPeriod: Int?
  /// Of the first row whose cell there is none.
  private var unreadLine: Int?
  /// Of each column whether all cells so far are periods; nil before the first.
  private var isPeriod: [Bool?]
  private var span: [DateWindow?]
  /// Of the first figure that is known; what follows it are figures too.
  private let firstFigure: Int
  /// Steps of the first column so far, four figures each, from the first one on.
  private var steps: Int? = 0
  /// Whether the first column's name says that these are days; nil where it says otherwise.
  private let saysDays: Bool?
  private(set) var caveats: [String] = []
  private(set) var segments: SegmentColumn?
  /// Of the rows that do not call themselves a total.
  private var firstLine = Int.max
  private var lastLine = 0
  /// Of the rows that are no totals.
  private var rows = 0

  /// As many rows an exploration shows at most, and exports no others.
  private static let pageSizes: Set = [10, 25, 50, 100, 250, 500]

  /// `periods`: those of the comments above it.
  init(_ header: Header, _ periods: GA4Periods) {
    self.header = header
    self.periods = periods
    let namedPeriod = header.column(GA4Names.dateRanges)
    self.namedPeriod = namedPeriod
    dimensionNames = header.keys.map(GA4Names.dimension)
    figureNames = header.names.indices.map { GA4Names.english(header.keys[$0]) ?? header.names[$0] }
    let dateColumn = header.column(GA4Names.dates)
    saysDays = GA4Names.saysDays(header.keys.first ?? "")
    dates = DateColumn(dateColumn, name: dateColumn.map { header.names[$0] } ?? "")
    segments = SegmentColumn(header)
    isPeriod = header.keys.indices.map { index -> Bool? in
      let mayBe = namedPeriod.map { $0 == index } ?? !GA4Table.isMetric(header.keys[index])
      return mayBe ? nil : false
    }
    span = header.keys.map { _ in nil }
    isNumeric = header.names.indices.map {
      ($0 > 0 || GA4Table.isMetric(header.keys[$0])) && $0 != dateColumn && $0 != namedPeriod
        && !GA4Names.isNumberedName(header.keys[$0])
    }
    firstFigure = header.keys.indices.first { GA4Names.metric(header.keys[$0]) != nil } ?? header.count
    columns = header.names.indices.map { index in
      let metric = GA4Names.metric(header.keys[index])
      let isCount = metric.map { $0 != .revenue && $0 != .conversions } ?? false
      return FigureColumn(
        index, header: header.names[index], measure: WebMeasure(metric ?? .other, isCount ? .count : .number))
    }
  }

  /// Whether a row is the names of a further table's columns, that no comment announces.
  static func isHeader(_ record: RawRecord, after header: Header) -> Bool {
    guard record.mayNameColumns, !FigureColumn.isMissing(record[0]), !FigureColumn.isFigure(record[0]) else {
      return false
    }
    let own = Header(record.texts).trimmed
    return own.keys != header.keys && own.keys.dropFirst().contains(where: isMetric)
  }

  /// A total above or below all rows; among them such a word is a name, as a brand of oil has it.
  func isTotal(_ record: RawRecord) -> Bool {
    calledTotal(record) && (record.line < firstLine || record.line > lastLine)
  }

  /// A word for totals and nothing but figures beside it, as spreadsheets are closed with.
  private func calledTotal(_ record: RawRecord) -> Bool {
    guard !GA4Table.isMetric(header.keys[0]), TotalsRow.isTotal(record.text(0)) else { return false }
    return (1..<max(1, record.count)).allSatisfy {
      BlankText.isMissing(record[$0]) || FigureColumn.isFigure(record[$0])
    }
  }

  mutating func survey(_ record: RawRecord) {
    guard !calledTotal(record), !isChange(record) else { return }
    firstLine = min(firstLine, record.line)
    lastLine = record.line
    segments?.survey(record)
    for column in isNumeric.indices where isNumeric[column] {
      let cell = record[column]
      columns[column].survey(record)
      // A table begins with a figure where it has no dimension; a column of that name which holds names is one.
      guard !BlankText.isMissing(cell), NumberFormat.plain.micros(cell) == nil,
        column == 0 || !GA4Table.isMetric(header.keys[column])
      else { continue }
      // Among the names only what is written as the tool itself writes figures is one.
      if column < firstFigure || !FigureColumn.isFigure(cell) { isNumeric[column] = false }
    }
    for column in isPeriod.indices where isPeriod[column] != false && !BlankText.isMissing(record[column]) {
      let period = self.period(record[column])
      isPeriod[column] = period != nil
      if let period { span[column] = span[column]?.union(period) ?? period }
      if period == nil, column == namedPeriod { unreadLine = record.line }
    }
    // Totals leave their dimensions empty, also those whose values are figures.
    let blanks = (0..<record.count).prefix { BlankText.trimmed(record[$0]).isEmpty }.count
    if blanks < firstFigure { rows += 1 }
    if blanks < record.count {
      for column in isNumeric.indices.prefix(blanks) where !GA4Table.isMetric(header.keys[column]) {
        isNumeric[column] = false
      }
    }
    dates?.survey(record)
    let first = BlankText.trimmed(record[0])
    if let step = steps, !first.isEmpty {
      steps = first.count == 4 && NumberFormat.plain.whole(first) == Int64(step) ? step + 1 : nil
    }
  }

  /// Figures that a spreadsheet has written in its own language are read as all columns together tell.
  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) {
    if let unreadLine {
      throw .unreadComparison(file: file, column: namedPeriod.map { header.names[$0] }, line: unreadLine)
    }
    if let dates, dates.index != periodColumn, !countsDays {
      let span = periods.span
      try self.dates?.settle(options, file: file, within: span)
    }
    if lacksPeriod { throw .unreadComparison(file: file, column: nil, line: firstLine) }
    let formats: [NumberFormat]
    (formats, caveats) = try DecimalMarks.formats(
      figures.map { columns[$0].verdict }, options, file: file, habit: .plain)
    for (place, column) in figures.enumerated() { columns[column].settle(formats[place]) }
  }

  var dimensions: [Int] { header.names.indices.filter { !isNumeric[$0] && $0 != periodColumn } }
  var figures: [Int] { header.names.indices.filter { isNumeric[$0] } }

  /// The column that gives each row its first and last day.
  var periodColumn: Int? { isPeriod.firstIndex(of: true) }

  /// Whether an exploration's totals are of these rows: they are of everybody in the same days, by one dimension at
  /// most beside the day, and do not fill a page.
  var isWhole: Bool {
    segments == nil && periodColumn == nil && dimensions.count { $0 != timeColumn } < 2
      && !GA4Table.pageSizes.contains(rows)
  }

  /// Whether an exploration's one total is of several periods or segments, of which one is added up.
  var sharesTotal: Bool { periodColumn != nil || segments?.caveat != nil }

  /// Whether nothing tells whose of the periods that are compared a row is. Dates do, and days that are counted once.
  private var lacksPeriod: Bool {
    periods.areCompared && periodColumn == nil && rows > 0 && (countsDays ? steps == nil : timeColumn == nil)
  }

  /// First and last day of the rows' own periods; nil where they have none.
  var periodsOfRows: DateWindow? { periodColumn.flatMap { span[$0] } }

  /// One of the comments' periods, or another such as `Feb 1 - Feb 28, 2025`. Any other single day is a date, but for a
  /// column that is called after periods.
  func period(_ cell: UnsafeBufferPointer<UInt8>) -> DateWindow? {
    if periods.areCompared || namedPeriod != nil, let known = periods.window(cell) { return known }
    guard cell.count < 60, cell.contains(UInt8(ascii: " ")) else { return nil }
    let text = String(decoding: cell, as: UTF8.self)
    guard namedPeriod != nil || DateText(text, order: nil) == nil else { return nil }
    return PeriodText.window(text).flatMap { $0.isUndated ? nil : $0 }
  }

  /// Whether rows of this period stand beside the table's own and are no part of them.
  func isCompared(_ period: DateWindow, with own: DateWindow) -> Bool {
    guard period != own else { return false }
    return periods.windows.contains(period) || !(own.contains(period.first) && own.contains(period.last))
  }

  /// Whether a row tells by how much the figures of two periods differ.
  func isChange(_ record: RawRecord) -> Bool {
    guard let column = periodColumn ?? namedPeriod else { return false }
    let cell = BlankText.trimmed(record[column])
    guard !cell.isEmpty, cell.count < 60, !cell.contains(where: { $0 &- 0x30 <= 9 }) else { return false }
    return cell.contains(UInt8(ascii: "%")) || GA4Names.tellsChange(String(decoding: cell, as: UTF8.self))
  }

  /// The column that gives each row its day.
  var timeColumn: Int? {
    if countsDays { return 0 }
    // Tables of cohorts have that name above the weeks in which theirs began.
    guard let dates, dates.index != periodColumn, firstFigure < header.count || dates.window != nil else { return nil }
    return dates.index
  }

  /// The row's own; nil where it is of all days of `window`.
  func day(_ record: RawRecord, in window: DateWindow) throws(RowProblem) -> Day? {
    guard let column = timeColumn else { return nil }
    guard countsDays else { return try dates?.required(record).day }
    guard let step = NumberFormat.plain.whole(record[column]), (0..<window.dayCount).contains(Int(step)) else {
      throw RowProblem(
        column: header.names[column], found: "no day of the period", expected: "0 to \(window.dayCount - 1)")
    }
    return window.first + Int(step)
  }

  /// Whether the first column counts the days from the first one: `0000`, `0001`, … As a chart has a row for each of the
  /// period's, their number tells where the name does not.
  var countsDays: Bool {
    guard header.keys.first != "nth day" else { return true }
    guard firstFigure == 1, let steps, steps > 0, let saysDays else { return false }
    return saysDays || steps == periods.windows.first?.dayCount
  }

  /// The first column's name where it counts from `0000` on and no days: weeks, months or hours, which are names here.
  var otherCount: String? {
    guard firstFigure == 1, let steps, steps > 1, !countsDays else { return nil }
    return header.names[0]
  }

  /// Of a chart without a figure that is known, the columns beside its count: figures too, or names of rows elsewhere.
  var unknownLines: [String] {
    guard firstFigure == header.count, header.keys.first == "nth day" || steps.map({ $0 > 0 }) == true
    else { return [] }
    return header.names.dropFirst().filter { !$0.isEmpty }
  }

  var metrics: [WebMetric] { figures.map(metric) }

  /// The first column of a metric counts for it: "Purchase revenue" is part of the "Total revenue" before it.
  func metric(_ column: Int) -> WebMetric {
    guard let metric = GA4Names.metric(header.keys[column]) else { return .other }
    let first = header.keys.firstIndex { GA4Names.metric($0) == metric }
    return first == column ? metric : .other
  }

  /// Millionths; nil where the cell says that there is no figure.
  func micros(_ record: RawRecord, _ column: Int) throws(RowProblem) -> Int64? {
    try columns[column].value(record)?.micros
  }

  static func isMetric(_ key: String) -> Bool { GA4Names.metric(key) != nil }

  /// "Week 3" of a cohort.
  func isCohort(_ column: Int) -> Bool {
    ["week ", "day ", "month "].contains { header.keys[column].hasPrefix($0) }
  }

  var meanings: [ColumnMeaning] {
    header.names.indices.map { column in
      ColumnMeaning(
        header: header.names[column],
        meaning: isNumeric[column]
          ? metric(column).rawValue : column == timeColumn ? "day" : column == periodColumn ? "period" : "dimension")
    }
  }
}
