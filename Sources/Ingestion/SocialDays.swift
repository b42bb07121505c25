import Vocabulary

/// A table of an own profile's figures with a column of days.
struct SocialDays: Sendable {
  private(set) var figures: SocialFigures
  private let header: Header
  private let index: Int
  private var date: DateColumn
  private var dayFirst: Set<Day> = []
  private var monthFirst: Set<Day> = []
  private var datedRows = 0
  /// Days without their year in the order of their rows, as many as a year can have, and how many rows have one.
  private var yearless: [Day] = []
  private var yearlessRows = 0
  /// The day in the file's name, the last one of a period, and the same where it tells their year.
  private var namedDay: Day?
  private var lastDay: Day?
  /// Vendors write the order that is their own with slashes; points come from a spreadsheet.
  private var writesPoints = false

  /// Nil unless one of `days` is a column and there is a figure. `blank`: see `SocialFigures`.
  init?(_ header: Header, days: [String], figures known: [SocialFigure], blank: String? = nil) {
    let figures = SocialFigures(header, known, blank: blank)
    guard let index = header.column(days), let date = DateColumn(index, name: header.names[index]), !figures.isEmpty
    else { return nil }
    self.header = header
    self.index = index
    self.date = date
    self.figures = figures
  }

  mutating func survey(_ record: RawRecord) {
    figures.survey(record)
    date.survey(record)
    let dayFirst = DateText(record[index], order: .dayMonthYear)?.day
    let monthFirst = DateText(record[index], order: .monthDayYear)?.day
    if let dayFirst { self.dayFirst.insert(dayFirst) }
    if let monthFirst { self.monthFirst.insert(monthFirst) }
    if dayFirst != nil || monthFirst != nil {
      datedRows += 1
    } else if let day = YearlessDate.day(record[index]) {
      if yearless.count < 366 { yearless.append(day) }
      yearlessRows += 1
    }
    writesPoints = writesPoints || record[index].contains(UInt8(ascii: "."))
  }

  /// `order`: the vendor's own, where it writes one in every language. `isSplit`: a day has several rows.
  mutating func settle(
    _ options: ReadOptions, file: String, order: DateOrder? = nil, isSplit: Bool = false
  ) throws(IngestionError) -> Findings {
    try figures.settle(options, file: file)
    var dates = options
    dates.dateOrder = options.dateOrder ?? (writesPoints ? nil : order)
    try date.settle(dates, file: file)
    var findings = Findings()
    findings.columns = figures.meanings(header)
    findings.columns[index].meaning = "day"
    findings.timeZone = options.timeZone
    findings.window = date.window
    findings.metrics = figures.metrics
    findings.notes = figures.notes
    if let note = date.supposedNote(options, ofVendor: order) { findings.notes.append(note) }
    var days = date.order == .monthDayYear ? monthFirst : dayFirst
    namedDay = ExportName.lastDay(file) ?? NamedPeriod(file)?.last
    if yearlessRows == yearless.count, let last = namedDay,
      let dated = SocialDays.days(yearless, upTo: last),
      let window = SocialDays.span(dated)
    {
      lastDay = last
      days.formUnion(dated)
      datedRows += yearlessRows
      findings.window = findings.window?.union(window) ?? window
      findings.notes.append(
        "its dates have no year: they are taken for the last ones up to \(last), the day in its name")
    }
    if let window = findings.window, days.count < window.dayCount {
      let absent = window.dayCount - days.count
      findings.notes.append(
        "\(absent) of the \(window.dayCount) days from \(window.first) to \(window.last) "
          + (absent == 1 ? "is absent and stays unknown" : "are absent and stay unknown"))
    }
    if !isSplit, datedRows > days.count {
      let repeats = datedRows - days.count
      findings.notes.append(
        repeats == 1 ? "a row repeats a day that another has" : "\(repeats) rows repeat a day that another has")
    }
    return findings
  }

  /// The days in the year before `last`; nil unless they end on it in their order, or follow one another without a gap:
  /// otherwise the name's day may be another one than that of the download.
  private static func days(_ yearless: [Day], upTo last: Day) -> Set<Day>? {
    let dated = yearless.compactMap { YearlessDate.day($0, upTo: last) }
    let days = Set(dated)
    guard days.count == yearless.count else { return nil }
    let endOnLast = dated.last == last && zip(dated, dated.dropFirst()).allSatisfy { $0 < $1 }
    return endOnLast || span(days)?.dayCount == days.count ? days : nil
  }

  private static func span(_ days: Set<Day>) -> DateWindow? {
    guard let first = days.min(), let last = days.max() else { return nil }
    return DateWindow(first: first, last: last)
  }

  func day(_ record: RawRecord) throws(RowProblem) -> Day {
    if let yearless = YearlessDate.day(record[index]) {
      if let lastDay, let day = YearlessDate.day(yearless, upTo: lastDay) { return day }
      let advice =
        namedDay.map { "\($0), the day in the file's name, does not tell it, for it is not the day of the last row" }
        ?? "the last day in the file's name, as in name_2026-10-31.csv, tells it too"
      throw RowProblem(
        column: header.names[index], found: record.text(index), expected: "\(YearlessDate.expected); \(advice)")
    }
    guard let date = try date.date(record) else {
      throw RowProblem(column: header.names[index], found: "an empty cell", expected: "a day")
    }
    return date.day
  }

  /// The row's figures on its day.
  func map(_ record: RawRecord, like model: SocialMetric, into batch: inout CanonicalBatch) throws(RowProblem) {
    var metric = model
    metric.window = DateWindow(day: try day(record))
    if try !figures.add(record, like: metric, to: &batch) {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
    }
  }
}

extension SocialMetric {
  /// What the figures of one row or one table have in common.
  static func model(
    _ platform: String, profile: String = "", window: DateWindow = .undated, line: Int, section: Int = 0
  ) -> SocialMetric {
    SocialMetric(
      origin: RecordOrigin(line: line, section: section), platform: platform, profile: profile, window: window,
      measure: .other, measureName: "", valueMicros: 0)
  }
}
