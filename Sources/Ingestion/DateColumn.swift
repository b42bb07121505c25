import Vocabulary

/// One column of dates: its evidence over the whole file, the days that it covers, then its values.
struct DateColumn: Sendable {
  let index: Int
  let name: String
  private var evidence = DateEvidence()
  private var shortYears = ShortYearEvidence()
  /// The days of years of two figures, by the order in which they are read.
  private var shortYearDays: [DateOrder: DateWindow] = [:]
  private var dayFirst: DateWindow?
  private var monthFirst: DateWindow?
  /// Of the cells that are dates by their type, the first one's line and the highest day of a month.
  private var dateCells: (line: Int, highestDay: Int)?
  private(set) var order: DateOrder?
  /// Whether only what was declared has decided between two orders.
  private(set) var isSupposed = false
  /// The cell surveyed last, nil before the first: most exports are in the order of their days.
  private var last: [UInt8]?
  private let isOfFact: Bool
  private let zone: LocalZone?

  /// Nil where the report has no such column. `isOfFact`: its days are those on which the rows' facts happened. `zone`:
  /// whose days they are where a moment has an offset of its own; nil for those of the offset.
  init?(_ index: Int?, name: String, isOfFact: Bool = true, zone: LocalZone? = nil) {
    guard let index else { return nil }
    self.index = index
    self.name = name
    self.isOfFact = isOfFact
    self.zone = zone
  }

  mutating func survey(_ record: RawRecord) {
    let cell = record[index]
    if let last, cell.elementsEqual(last) {
      evidence.observeAgain(line: record.line)
      return
    }
    last = Array(cell)
    if record.isDate(index), let day = DateText(cell, order: nil)?.day.civil.day {
      dateCells = (dateCells?.line ?? record.line, max(dateCells?.highestDay ?? 0, day))
    }
    evidence.observe(cell, line: record.line)
    let days = (DateText(cell, order: .dayMonthYear), DateText(cell, order: .monthDayYear))
    if let first = days.0 { dayFirst = joined(dayFirst, local(first).day) }
    if let second = days.1 { monthFirst = joined(monthFirst, local(second).day) }
    if days.0 == nil, days.1 == nil { surveyShortYear(cell, line: record.line) }
  }

  private mutating func surveyShortYear(_ cell: UnsafeBufferPointer<UInt8>, line: Int) {
    shortYears.observe(cell, line: line)
    for order in DateOrder.allCases {
      guard let date = ShortYear.date(cell, order: order) else { continue }
      shortYearDays[order] = joined(shortYearDays[order], local(date).day)
    }
  }

  /// `period`: the days that the file says it covers. Of two orders, one by which all dates lie in it is the column's
  /// where the other's do not. `proven`: the order of the columns beside it, which decides where nothing else does.
  mutating func settle(
    _ options: ReadOptions, file: String, within period: DateWindow? = nil, beside proven: DateOrder? = nil
  ) throws(IngestionError) {
    let declared = options.dateOrder ?? options.convention?.dateOrder
    switch evidence.verdict {
    case .indifferent: order = declared
    case .certain(let order):
      try refuseTurnedDates(file: file)
      self.order = order
    case .ambiguous(let line):
      let fitting = period.flatMap { DateColumn.order(of: [self], within: $0) }
      guard let decided = fitting ?? declared ?? evidence.likelyOrder ?? proven, decided != .yearMonthDay
      else { throw .ambiguousDates(file: file, column: name, line: line) }
      order = decided
      isSupposed = fitting == nil && declared != nil
    case .contradictory(let dayFirstLine, let monthFirstLine):
      throw .contradictoryDates(file: file, column: name, dayFirstLine: dayFirstLine, monthFirstLine: monthFirstLine)
    }
    guard let line = shortYears.line else { return }
    if case .certain = evidence.verdict { return }
    try refuseTurnedDates(file: file)
    guard let order = shortYears.order(declared: declared) ?? shortYears.order(declared: proven) else {
      throw .shortYears(file: file, column: name, line: line)
    }
    self.order = order
  }

  /// A spreadsheet of a locale that writes dates in the other order makes dates of all cells whose day can be a month,
  /// turned round, and leaves the others as text. Asked where such texts stand in the column.
  private func refuseTurnedDates(file: String) throws(IngestionError) {
    guard let dateCells, dateCells.highestDay <= 12 else { return }
    throw .turnedDates(file: file, column: name, line: dateCells.line)
  }

  /// For a column whose order nobody has named and that no date proves. `ofVendor`: the order in which it was read, nil
  /// where the vendor has none.
  func supposedNote(_ options: ReadOptions, ofVendor order: DateOrder?) -> String? {
    guard isSupposed, options.dateOrder == nil, let order, self.order == order else { return nil }
    let isMonthFirst = order == .monthDayYear
    return "its days read both day first and month first; they are read \(isMonthFirst ? "month first" : "day first"), "
      + "as the platform writes them; if another program has saved the file, name the order: "
      + "--date-order \(isMonthFirst ? "dmy" : "mdy")"
  }

  /// The order that the column itself proves.
  var certainOrder: DateOrder? {
    if case .certain(let order) = evidence.verdict { return order }
    return shortYears.line == nil ? nil : shortYears.order(declared: nil)
  }

  /// The order that columns of one hand prove, for those of them that leave it open; nil where they prove none or
  /// several.
  static func provenOrder(_ columns: [DateColumn?]) -> DateOrder? {
    let proven = Set(columns.compactMap { $0?.certainOrder })
    return proven.count == 1 ? proven.first : nil
  }

  /// The order by which all days of the columns lie in the period; nil where they do by both, or by neither.
  static func order(of columns: [DateColumn?], within period: DateWindow) -> DateOrder? {
    let dated = columns.compactMap { $0 }.filter { $0.dayFirst != nil || $0.monthFirst != nil }
    let isDayFirst = dated.allSatisfy { fits($0.dayFirst, period) }
    guard isDayFirst != dated.allSatisfy({ fits($0.monthFirst, period) }) else { return nil }
    return isDayFirst ? .dayMonthYear : .monthDayYear
  }

  /// First and last day in the file.
  var window: DateWindow? {
    let days = order == .monthDayYear ? monthFirst : dayFirst
    guard let short = shortYearDays[order ?? .dayMonthYear] else { return days }
    return days?.union(short) ?? short
  }

  /// Nil for an empty cell; a day of no plausible year is a problem.
  func date(_ record: RawRecord) throws(RowProblem) -> DateText? {
    let cell = record[index]
    guard !BlankText.isMissing(cell) else { return nil }
    guard let date = read(cell, order: order) else {
      let isShort = cell.count <= 24 && !cell.contains(UInt8(ascii: "@")) && cell.contains { $0 &- 0x30 <= 9 }
      throw RowProblem(
        column: name,
        found: LostCell.words(cell)
          ?? (isShort ? String(decoding: cell, as: UTF8.self) : "text of \(cell.count) bytes that is no date"),
        expected: expected(cell))
    }
    guard PlausibleYears.holds(date.day, isOfFact: isOfFact) else {
      throw PlausibleYears.problem(date.day, isOfFact: isOfFact, column: name)
    }
    return date
  }

  /// The same of a cell that was kept; nil for one that holds no day of a plausible year.
  func date(of text: String) -> DateText? {
    text.withUTF8Bytes { read($0, order: order) }
      .flatMap { PlausibleYears.holds($0.day, isOfFact: isOfFact) ? $0 : nil }
  }

  private func expected(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    if NamedMonth.isOne(cell) { return NamedMonth.expected }
    if DayNumber.isOne(cell) { return DayNumber.expected }
    if NamedSpan.isOne(cell) { return NamedSpan.expected }
    return YearlessDate.day(cell) != nil ? YearlessDate.expected : "a day that exists, such as 2026-10-31"
  }

  private func read(_ cell: UnsafeBufferPointer<UInt8>, order: DateOrder?) -> DateText? {
    (DateText(cell, order: order) ?? ShortYear.date(cell, order: order)).map(local)
  }

  private func local(_ date: DateText) -> DateText { zone?.local(date) ?? date }

  private static func fits(_ days: DateWindow?, _ period: DateWindow) -> Bool {
    days.map { period.contains($0.first) && period.contains($0.last) } ?? false
  }

  /// What is refused is no part of the days that the file covers.
  private func joined(_ window: DateWindow?, _ day: Day) -> DateWindow? {
    if let window, window.contains(day) { return window }
    guard PlausibleYears.holds(day, isOfFact: isOfFact) else { return window }
    return window?.union(DateWindow(day: day)) ?? DateWindow(day: day)
  }
}
