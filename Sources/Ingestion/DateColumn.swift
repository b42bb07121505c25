import Vocabulary

/// One column of dates: its evidence over the whole file, the days that it covers, then its values.
struct DateColumn: Sendable {
  let index: Int
  let name: String
  private var evidence = DateEvidence()
  private var dayFirst: DateWindow?
  private var monthFirst: DateWindow?
  private(set) var order: DateOrder?
  /// The cell surveyed last, nil before the first: most exports are in the order of their days.
  private var last: [UInt8]?
  private let isOfFact: Bool

  /// Nil where the report has no such column. `isOfFact`: its days are those on which the rows' facts happened.
  init?(_ index: Int?, name: String, isOfFact: Bool = true) {
    guard let index else { return nil }
    self.index = index
    self.name = name
    self.isOfFact = isOfFact
  }

  mutating func survey(_ record: RawRecord) {
    let cell = record[index]
    if let last, cell.elementsEqual(last) {
      evidence.observeAgain(line: record.line)
      return
    }
    last = Array(cell)
    evidence.observe(cell, line: record.line)
    if let day = DateText(cell, order: .dayMonthYear)?.day { dayFirst = joined(dayFirst, day) }
    if let day = DateText(cell, order: .monthDayYear)?.day { monthFirst = joined(monthFirst, day) }
  }

  /// `period`: the days that the file says it covers. Of two orders, one by which all dates lie in it is the column's
  /// where the other's do not.
  mutating func settle(_ options: ReadOptions, file: String, within period: DateWindow? = nil) throws(IngestionError) {
    switch evidence.verdict {
    case .indifferent: order = options.dateOrder ?? options.convention?.dateOrder
    case .certain(let order): self.order = order
    case .ambiguous(let line):
      let declared = options.dateOrder ?? options.convention?.dateOrder
      guard let decided = period.flatMap(fitting) ?? declared ?? evidence.likelyOrder, decided != .yearMonthDay
      else { throw .ambiguousDates(file: file, column: name, line: line) }
      order = decided
    case .contradictory(let dayFirstLine, let monthFirstLine):
      throw .contradictoryDates(file: file, column: name, dayFirstLine: dayFirstLine, monthFirstLine: monthFirstLine)
    }
  }

  /// The order that the column itself proves.
  var certainOrder: DateOrder? {
    if case .certain(let order) = evidence.verdict { order } else { nil }
  }

  /// First and last day in the file.
  var window: DateWindow? { order == .monthDayYear ? monthFirst : dayFirst }

  /// Nil for an empty cell; a day of no plausible year is a problem.
  func date(_ record: RawRecord) throws(RowProblem) -> DateText? {
    let cell = record[index]
    guard !BlankText.isMissing(cell) else { return nil }
    guard let date = DateText(cell, order: order) else {
      let isShort = cell.count <= 24 && !cell.contains(UInt8(ascii: "@")) && cell.contains { $0 &- 0x30 <= 9 }
      throw RowProblem(
        column: name,
        found: isShort ? String(decoding: cell, as: UTF8.self) : "text of \(cell.count) bytes that is no date",
        expected: ShortYear.isOne(cell)
          ? ShortYear.expected
          : YearlessDate.day(cell) != nil ? YearlessDate.expected : "a day that exists, such as 2026-10-31")
    }
    guard PlausibleYears.holds(date.day, isOfFact: isOfFact) else {
      throw PlausibleYears.problem(date.day, isOfFact: isOfFact, column: name)
    }
    return date
  }

  /// Nil where both orders fit the period, or neither.
  private func fitting(_ period: DateWindow) -> DateOrder? {
    func fits(_ days: DateWindow?) -> Bool {
      days.map { period.contains($0.first) && period.contains($0.last) } ?? false
    }
    let isDayFirst = fits(dayFirst)
    return isDayFirst == fits(monthFirst) ? nil : isDayFirst ? .dayMonthYear : .monthDayYear
  }

  /// What is refused is no part of the days that the file covers.
  private func joined(_ window: DateWindow?, _ day: Day) -> DateWindow? {
    if let window, window.contains(day) { return window }
    guard PlausibleYears.holds(day, isOfFact: isOfFact) else { return window }
    return window?.union(DateWindow(day: day)) ?? DateWindow(day: day)
  }
}
