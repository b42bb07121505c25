/// What the cells of one column say about the order in which they write dates, gathered over a whole file.
package struct DateEvidence: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    /// No date depends on the order.
    case indifferent
    case certain(DateOrder)
    /// Every date is a real one in both orders; first seen on this line.
    case ambiguous(line: Int)
    /// Dates that exclude each other; first seen on these lines.
    case contradictory(dayFirstLine: Int, monthFirstLine: Int)
  }

  private var onlyDayFirst = 0
  private var onlyMonthFirst = 0
  private var dayFirstLine = 0
  private var monthFirstLine = 0
  private var openLine: Int?
  private var last = Reading.indifferent
  /// Whether a date that reads both ways is written without points.
  private var lacksPoints = false

  private enum Reading { case indifferent, dayFirst, monthFirst, either }

  package init() {}

  package mutating func observe(_ cell: UnsafeBufferPointer<UInt8>, line: Int) {
    last = DateEvidence.reading(cell)
    if last == .either, FigureDate.behindWeekday(BlankText.trimmed(cell))?.0.hasPoints == false { lacksPoints = true }
    observeAgain(line: line)
  }

  /// The cell observed last, met again on another line.
  package mutating func observeAgain(line: Int) {
    switch last {
    case .indifferent: break
    case .dayFirst:
      if onlyDayFirst == 0 { dayFirstLine = line }
      onlyDayFirst += 1
    case .monthFirst:
      if onlyMonthFirst == 0 { monthFirstLine = line }
      onlyMonthFirst += 1
    case .either: openLine = openLine ?? line
    }
  }

  private static func reading(_ cell: UnsafeBufferPointer<UInt8>) -> Reading {
    guard let (figures, _) = FigureDate.behindWeekday(BlankText.trimmed(cell)), figures.dependsOnOrder else {
      return .indifferent
    }
    switch (figures.day(order: .dayMonthYear), figures.day(order: .monthDayYear)) {
    case (nil, nil): return .indifferent
    case (_?, nil): return .dayFirst
    case (nil, _?): return .monthFirst
    default: return .either
    }
  }

  /// What dates that read both ways mean by how they are written, where nothing else tells: with points no language of
  /// CLDR writes the month first. Nil where they are written otherwise.
  package var likelyOrder: DateOrder? { openLine == nil || lacksPoints ? nil : .dayMonthYear }

  /// As with numbers, one stray in a hundred is a bad row and no contradiction.
  package var verdict: Verdict {
    switch (onlyDayFirst, onlyMonthFirst) {
    case (0, 0): return openLine.map { .ambiguous(line: $0) } ?? .indifferent
    case (let days, let months) where months * 100 <= days: return .certain(.dayMonthYear)
    case (let days, let months) where days * 100 <= months: return .certain(.monthDayYear)
    default: return .contradictory(dayFirstLine: dayFirstLine, monthFirstLine: monthFirstLine)
    }
  }
}
