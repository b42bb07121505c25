import Vocabulary

/// Where one is among a GA4 file's stacked tables.
struct GA4Walker {
  enum Step { case structure, header(Header), data }

  private(set) var section = 0
  private(set) var header = Header([])
  private(set) var property = ""
  private(set) var span: DateWindow?
  private var first: Day?
  private var last: Day?
  private var firstNote: String?
  /// The last comment that is a line of its own.
  private var title: String?
  /// Whom the table in hand is of, where that is told and is not everybody.
  private(set) var segment: String?
  /// What the table in hand is narrowed down to.
  private(set) var condition: String?
  private var awaitsHeader = true

  /// The period of the table in hand.
  var window: DateWindow? {
    guard let first, let last else { return nil }
    return DateWindow(first: first, last: last)
  }

  mutating func note(_ comment: String) {
    if !awaitsHeader { (title, segment, condition) = (nil, nil, nil) }
    awaitsHeader = true
    noteFilter(comment)
    if let (label, text) = GA4Walker.labelled(comment), GA4Names.properties.contains(label) { property = text }
    if let day = GA4Walker.day(comment) {
      // The first day, then the last, whatever the language calls them.
      if first == nil || last != nil { (first, last) = (day, nil) } else { last = day }
      if let window { span = span.map { $0.union(window) } ?? window }
    }
    noteExploration(comment)
  }

  /// Below the box with its name a report says whom it is of, before its first day. In a language that is not known
  /// everybody would be taken for some; a title that asks is a card's.
  private mutating func noteFilter(_ comment: String) {
    guard let (label, text) = GA4Walker.labelled(comment) else {
      let text = Header([String(comment.dropFirst())]).names[0]
      if comment.hasPrefix("#"), !text.isEmpty { title = text.hasPrefix("--") ? nil : text }
      return
    }
    if GA4Names.filters.contains(label) { condition = text }
    guard GA4Names.starts.contains(label), let title, !title.hasSuffix("?") else { return }
    segment = GA4Names.everybody.contains(title.lowercased()) ? nil : title
  }

  /// An exploration's comments are its property, its name and `# 20260101-20260131`.
  private mutating func noteExploration(_ comment: String) {
    if let window = StampedPeriod.window(comment) {
      (first, last) = (window.first, window.last)
      span = span.map { $0.union(window) } ?? window
      if property.isEmpty { property = firstNote ?? "" }
    } else if firstNote == nil, comment.hasPrefix("#"), !comment.hasPrefix("# --") {
      let text = Header([String(comment.dropFirst())]).names[0]
      if !text.isEmpty { firstNote = text }
    }
  }

  mutating func begin(_ header: Header) {
    self.header = header
    section += 1
    awaitsHeader = false
  }

  mutating func step(_ record: RawRecord) -> Step {
    let figures = awaitsHeader ? [] : header.keys.indices.filter { GA4Table.isMetric(header.keys[$0]) }
    if record.isComment(figures: figures, width: header.count) {
      note(PaddedLine.text(record.texts))
      return .structure
    }
    guard awaitsHeader else { return .data }
    begin(Header(record.texts).trimmed)
    return .header(header)
  }

  /// The day of `# Start date: 20260101`, `# Enddatum: 20260131`, `# 開始日: 20260101`.
  static func day(_ comment: String) -> Day? {
    guard let (label, text) = labelled(comment), !label.isEmpty, text.utf8.count == 8 else { return nil }
    return DateText(text, order: nil)?.day
  }

  /// What stands before and behind a comment's colon.
  static func labelled(_ comment: String) -> (label: String, text: String)? {
    guard comment.hasPrefix("#"), let colon = comment.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let label = Header.key(String(comment[..<colon].dropFirst())).key
    return (label, Header([String(comment[comment.index(after: colon)...])]).names[0])
  }
}

/// One of the tables: which columns name things and which count them.
struct GA4Table {
  let header: Header
  private var columns: [FigureColumn]
  private var isNumeric: [Bool]
  private var isDate = true
  private let dateColumn: Int?
  /// Of each column whether all cells so far are periods; nil before the first.
  private var isPeriod: [Bool?]
  private var span: [DateWindow?]
  /// Of the first figure that is known; what follows it are figures too.
  private let firstFigure: Int
  /// Steps of the first column so far, four figures each: days after the first one.
  private var steps: Int? = 0
  private(set) var caveats: [String] = []

  init(_ header: Header) {
    self.header = header
    let dateColumn = header.column(GA4Names.dates)
    self.dateColumn = dateColumn
    isPeriod = header.keys.map { GA4Table.isMetric($0) ? false : nil }
    span = header.keys.map { _ in nil }
    isNumeric = header.names.indices.map {
      ($0 > 0 || GA4Table.isMetric(header.keys[$0])) && $0 != dateColumn && !GA4Names.isNumberedName(header.keys[$0])
    }
    firstFigure = header.keys.indices.first { GA4Names.metric(header.keys[$0]) != nil } ?? header.count
    columns = header.names.indices.map { index in
      let metric = GA4Names.metric(header.keys[index])
      let isCount = metric.map { $0 != .revenue && $0 != .conversions } ?? false
      return FigureColumn(
        index, header: header.names[index], measure: WebMeasure(metric ?? .other, isCount ? .count : .number))
    }
  }

  mutating func survey(_ record: RawRecord) {
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
      let period = GA4Table.period(record[column])
      isPeriod[column] = period != nil
      if let period { span[column] = span[column]?.union(period) ?? period }
    }
    // Totals leave their dimensions empty, also those whose values are figures.
    let blanks = (0..<record.count).prefix { BlankText.trimmed(record[$0]).isEmpty }.count
    if blanks < record.count {
      for column in isNumeric.indices.prefix(blanks) where !GA4Table.isMetric(header.keys[column]) {
        isNumeric[column] = false
      }
    }
    if isDate, !BlankText.isMissing(record[dateColumn]), DateText(record[dateColumn], order: nil) == nil {
      isDate = false
    }
    let first = BlankText.trimmed(record[0])
    if let step = steps, !first.isEmpty {
      steps = first.count == 4 && NumberFormat.plain.whole(first) == Int64(step) ? step + 1 : nil
    }
  }

  /// Figures that a spreadsheet has written in its own language are read as all columns together tell.
  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) {
    let formats: [NumberFormat]
    (formats, caveats) = try DecimalMarks.formats(
      figures.map { columns[$0].verdict }, options, file: file, habit: .plain)
    for (place, column) in figures.enumerated() { columns[column].settle(formats[place]) }
  }

  var dimensions: [Int] { header.names.indices.filter { !isNumeric[$0] && $0 != periodColumn } }
  var figures: [Int] { header.names.indices.filter { isNumeric[$0] } }

  /// The column that gives each row its first and last day.
  var periodColumn: Int? { isPeriod.firstIndex(of: true) }

  /// First and last day of the rows' own periods; nil where they have none.
  var periods: DateWindow? { periodColumn.flatMap { span[$0] } }

  /// `Feb 1 - Feb 28, 2025`; nil for a single day, which is a date.
  static func period(_ cell: UnsafeBufferPointer<UInt8>) -> DateWindow? {
    guard cell.count < 60, cell.contains(UInt8(ascii: " ")) else { return nil }
    let text = String(decoding: cell, as: UTF8.self)
    return DateText(text, order: nil) == nil ? PeriodText.window(text).flatMap { $0.isUndated ? nil : $0 } : nil
  }

  /// The column that gives each row its day.
  var timeColumn: Int? {
    if countsDays { return 0 }
    return isDate ? dateColumn : nil
  }

  /// Whether the first column counts the days from the first one: `0000`, `0001`, …
  var countsDays: Bool { header.keys.first == "nth day" || (firstFigure == 1 && steps.map { $0 > 0 } == true) }

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
