/// What was measured, and where it is heading: the middle of the forecast, and the ranges that hold it 5 and 9 times in
/// 10. A measure that cannot fall below zero has its ranges cut off there.
package struct ForecastFan: Chart {
  package struct Step: Sendable, Equatable {
    /// Since 1970-01-01.
    package let day: Int
    /// The value with the range that holds it half the time.
    package let inner: Estimate
    /// The range that holds it 9 times in 10; its value is not used.
    package let outer: Estimate

    package init(day: Int, inner: Estimate, outer: Estimate) {
      self.day = day
      self.inner = inner
      self.outer = outer
    }
  }

  package let head: FigureHead
  /// Days since 1970-01-01 in order, one per measured value.
  package let days: [Int]
  package let values: [Double?]
  /// In order, after the last measured day.
  package let steps: [Step]
  package let neverNegative: Bool
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, days: [Int], values: [Double?], steps: [Step], neverNegative: Bool, format: ValueFormat,
    words: ChartWords = .current
  ) {
    self.head = head
    self.days = days
    self.values = values
    self.steps = steps
    self.neverNegative = neverNegative
    self.format = format
    self.words = words
  }

  private static let top = 24.0
  private static let height = 240.0
  private static let right = 20.0

  package func draw() throws(ChartProblem) -> Figure {
    try check()
    let heads = [format.locale.percent(0.5), format.locale.percent(0.9)].flatMap { level in
      [words.lowHeading, words.highHeading].map { NumbersTable.Column.number("\(level) \($0)") }
    }
    let measured = zip(days, values).map { day, value in
      [.text(CivilDate(dayNumber: day).iso), .number(value, format)]
        + Array(repeating: NumbersTable.Cell.missing, count: 5)
    }
    let ahead = steps.map { step in
      [.text(CivilDate(dayNumber: step.day).iso), .missing]
        + NumbersTable.Cell.interval(step.inner, format)
        + [.low(step.outer.low, format), .high(step.outer.high, format)]
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(""), .number(words.measured), .number(words.forecast)] + heads,
      rows: measured + ahead)
    let known = all
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let axis = NiceAxis(known, withZero: false, count: 4, format: format)
    let key = [
      KeyItem(.line(classes: "ln s1"), words.measured), KeyItem(.line(classes: "ln si dash1"), words.forecast),
      KeyItem(.area(classes: "q3"), format.locale.percent(0.5)),
      KeyItem(.area(classes: "fband"), format.locale.percent(0.9)),
    ]
    let starts = axis.scale.low == 0 ? "" : ChartWords.fill(words.axisStarts, axis.labels.first ?? "")
    return Figure(
      head, key: key, body: drawing(axis), numbers: numbers,
      addedToSubtitle: [starts, known.allSatisfy { $0 == 0 } ? words.allZero : ""],
      addedToNote: [axis.limit == nil ? "" : words.axisCut])
  }

  private func check() throws(ChartProblem) {
    guard values.count == days.count else {
      throw .lengthMismatch(figure: head.slug, what: "the values", found: values.count, expected: days.count)
    }
    let all = days + steps.map(\.day)
    for (day, next) in zip(all, all.dropFirst()) where day >= next {
      throw .dayRepeated(figure: head.slug, day: next)
    }
    for (index, step) in steps.enumerated() {
      try step.inner.check(figure: head.slug, row: index)
      try step.outer.check(figure: head.slug, row: index)
    }
  }

  private var all: [Double] {
    values.compactMap(finite)
      + steps.flatMap {
        [$0.inner.shownValue, $0.inner.shownLow, $0.inner.shownHigh, $0.outer.shownLow, $0.outer.shownHigh]
          .compactMap { $0.map(floored) }
      }
  }

  private var lastMeasured: (Int, Double?)? {
    guard let place = values.lastIndex(where: { finite($0) != nil }) else { return nil }
    return (days[place], values[place])
  }

  private func floored(_ value: Double) -> Double { neverNegative ? max(0, value) : value }

  private func drawing(_ axis: NiceAxis) -> String {
    let time = TimeScale(first: days.first ?? steps[0].day, last: steps.last?.day ?? days[days.count - 1])
    let bottom = Self.top + Self.height
    func point(_ day: Int, _ value: Double?) -> StretchedPath.Point? {
      finite(value).map { (time.percent(day), 100 - axis.scale.percent(axis.clipped(floored($0)))) }
    }
    var marks = Axis.up(axis.ticks, labels: axis.labels, on: axis.scale, top: Self.top, bottom: bottom)
    marks += Axis.time(
      time, words: words, y: bottom, narrowest: Frame.narrowest(left: axis.labelWidth + 8, right: Self.right))
    let last = lastMeasured
    let anchor = last.flatMap { point($0.0, $0.1) }
    var paths: [Element] = []
    for (ranges, fill) in [(steps.map(\.outer), "fband"), (steps.map(\.inner), "q3")] {
      let pairs = zip(steps, ranges).compactMap {
        step, range -> (low: StretchedPath.Point, high: StretchedPath.Point)? in
        guard let low = point(step.day, range.low), let high = point(step.day, range.high) else { return nil }
        return (low, high)
      }
      guard !pairs.isEmpty, pairs.count + (anchor == nil ? 0 : 1) > 1 else { continue }
      let start = anchor.map { [$0] } ?? []
      paths.append(StretchedPath.area(low: start + pairs.map(\.low), high: start + pairs.map(\.high), class: fill))
    }
    paths.append(
      StretchedPath.line((anchor.map { [$0] } ?? []) + steps.map { point($0.day, $0.inner.value) }, class: "si dash1"))
    let measured = zip(days, values).map { point($0, $1) }
    paths.append(StretchedPath.line(measured, class: "s1"))
    marks.append(StretchedPath.box(top: Self.top, height: Self.height, paths))
    marks += StretchedPath.lone(measured).map { point in
      Symbol.dot.mark(x: .percent(point.x), y: Self.top + point.y / 100 * Self.height, ink: "1", radius: 3.5)
    }
    if let last, let value = finite(last.1) {
      let percent = time.percent(last.0)
      marks.append(Rule.vertical(percent, from: Self.top - 4, to: bottom, class: "ref"))
      if !steps.isEmpty { marks.append(Label.above(words.forecast + " →", percent: percent, y: 13, class: "dim")) }
      marks.append(
        Symbol.dot.mark(x: .percent(percent), y: axis.pixel(floored(value), top: Self.top, bottom: bottom), ink: "1"))
    }
    if let end = steps.last, let value = end.inner.shownValue {
      marks.append(
        Symbol.hollowDot.mark(
          x: .percent(time.percent(end.day)), y: axis.pixel(floored(value), top: Self.top, bottom: bottom), ink: "i"))
    }
    return Frame.fluid(
      head, description: spoken, height: bottom + 26, left: axis.labelWidth + 8, right: Self.right, marks)
  }

  private var spoken: String {
    var facts: [String] = []
    if let last = lastMeasured {
      facts.append("\(words.measured): \(format.text(last.1)) (\(words.day(last.0)))")
    }
    if let end = steps.last {
      facts.append("\(words.forecast): \(format.text(end.inner.value)) (\(words.day(end.day)))")
      facts.append(
        ChartWords.fill(words.interval, format.locale.percent(0.9), bound(end.outer.low), bound(end.outer.high)))
    }
    return facts.joined(separator: ". ") + "."
  }

  private func bound(_ value: Double?) -> String {
    finite(value).map { format.text(floored($0)) } ?? words.unknownBound
  }

  package static let specimen: ForecastFan = {
    let past: [Double?] = [
      820, 845, 812, 870, 902, 888, 915, 940, 921, nil, 955, 948, 972, 990, 965, 1_004, 1_012, 998, 1_030, 1_041,
    ]
    let start = CivilDate.dayNumber(year: 2026, month: 6, day: 29)
    return ForecastFan(
      head: FigureHead(
        id: "fig-forecast", title: "About 1,130 orders a week by the end of January",
        subtitle: "Orders per week, 20 weeks to 15 November 2026 and 10 weeks ahead.",
        name: "Orders per week, measured and forecast",
        note: "The dark range holds the figure 5 times in 10, the light one 9 times in 10."),
      days: past.indices.map { start + 7 * $0 }, values: past,
      steps: (1...10).map { week in
        let middle = 1_041 + 9 * Double(week)
        let inner = 16 * Double(week).squareRoot()
        return Step(
          day: start + 7 * (past.count - 1 + week), inner: Estimate(middle, low: middle - inner, high: middle + inner),
          outer: Estimate(middle, low: middle - inner * 2.44, high: middle + inner * 2.44))
      },
      neverNegative: true, format: ValueFormat(.count))
  }()
}
