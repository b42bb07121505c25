import Vocabulary

/// A table of an own profile's figures with a column of days.
struct SocialDays: Sendable {
  private(set) var figures: SocialFigures
  private let header: Header
  private let index: Int
  private var date: DateColumn
  private var dayFirst: Set<Day> = []
  private var monthFirst: Set<Day> = []

  /// Nil unless one of `days` is a column and there is a figure.
  init?(_ header: Header, days: [String], figures known: [SocialFigure]) {
    let figures = SocialFigures(header, known)
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
    if let day = DateText(record[index], order: .dayMonthYear)?.day { dayFirst.insert(day) }
    if let day = DateText(record[index], order: .monthDayYear)?.day { monthFirst.insert(day) }
  }

  /// `order`: the vendor's own, where it writes one in every language.
  mutating func settle(_ options: ReadOptions, file: String, order: DateOrder? = nil) throws(IngestionError)
    -> Findings
  {
    try figures.settle(options, file: file)
    var dates = options
    dates.dateOrder = options.dateOrder ?? order
    try date.settle(dates, file: file)
    var findings = Findings()
    findings.columns = figures.meanings(header)
    findings.columns[index].meaning = "day"
    findings.timeZone = options.timeZone
    findings.window = date.window
    findings.metrics = figures.metrics
    findings.notes = figures.notes
    let days = date.order == .monthDayYear ? monthFirst : dayFirst
    if let window = date.window, days.count < window.dayCount {
      let absent = window.dayCount - days.count
      findings.notes.append(
        "\(absent) of the \(window.dayCount) days from \(window.first) to \(window.last) "
          + (absent == 1 ? "is absent and stays unknown" : "are absent and stay unknown"))
    }
    return findings
  }

  func day(_ record: RawRecord) throws(RowProblem) -> Day {
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
