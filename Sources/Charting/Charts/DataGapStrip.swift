/// Weeks with data, one strip per source: what is missing? Full, part of the days (half height), none (hatched), or not
/// connected yet (dotted).
package struct DataGapStrip: Chart {
  package enum Week: Sendable, Equatable {
    /// All days that there can be: fewer than seven in a source's first week and its last.
    case complete(days: Int = 7)
    case missing(days: Int, of: Int = 7)
    case none
    case notConnected
  }

  package struct Source: Sendable, Equatable {
    package let name: String
    /// One per week.
    package let weeks: [Week]
    /// Beside the strip: "14 days missing".
    package let verdict: String

    package init(_ name: String, _ weeks: [Week], verdict: String) {
      self.name = name
      self.weeks = weeks
      self.verdict = verdict
    }
  }

  package let head: FigureHead
  package let weekHeading: String
  /// First days of the weeks, since 1970-01-01, in order.
  package let starts: [Int]
  package let sources: [Source]
  package let words: ChartWords

  package init(
    head: FigureHead, weekHeading: String, starts: [Int], sources: [Source], words: ChartWords = .current
  ) {
    self.head = head
    self.weekHeading = weekHeading
    self.starts = starts
    self.sources = sources
    self.words = words
  }

  private static let rowHeight = 44.0
  private static let cell = 28.0

  package func draw() throws(ChartProblem) -> Figure {
    for source in sources where source.weeks.count != starts.count {
      throw .lengthMismatch(
        figure: head.slug, what: "the weeks of a source", found: source.weeks.count, expected: starts.count)
    }
    for (start, next) in zip(starts, starts.dropFirst()) where start >= next {
      throw .dayRepeated(figure: head.slug, day: next)
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(weekHeading)] + sources.map { .number($0.name) },
      rows: starts.enumerated().map { index, start in
        [.text(CivilDate(dayNumber: start).iso)] + sources.map { cellText($0.weeks[index]) }
      })
    guard !starts.isEmpty, !sources.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    return Figure(
      head, key: key, body: drawing, numbers: numbers,
      addedToNote: [words.onlySomeSentence(Self.most, of: sources.count)])
  }

  /// Days of data, of seven.
  private func cellText(_ week: Week) -> NumbersTable.Cell {
    switch week {
    case .complete(let days): .count(days)
    case .missing(let days, let all): .count(max(0, all - days))
    case .none: .count(0)
    case .notConnected: NumbersTable.Cell(text: words.notConnected, value: .missing)
    }
  }

  /// More sources than this stand only in the data table.
  private static let most = 15

  private var shown: ArraySlice<Source> { sources.prefix(Self.most) }

  private var key: [KeyItem] {
    let all = shown.flatMap(\.weeks)
    var items = [KeyItem(.area(classes: "f1"), words.complete)]
    if all.contains(where: isPartial) { items.append(KeyItem(.halfHatch(slug: head.slug), words.partial)) }
    if all.contains(.none) { items.append(KeyItem(.hatch(slug: head.slug), words.noData)) }
    if all.contains(.notConnected) { items.append(KeyItem(.area(classes: "dotted"), words.notConnected)) }
    return items
  }

  private func isPartial(_ week: Week) -> Bool {
    if case .missing = week { return true }
    return false
  }

  private var drawing: String {
    let height = Self.rowHeight * Double(shown.count)
    let lastDay = (starts.last ?? 0) + 7
    let time = TimeScale(first: starts[0], last: lastDay)
    let labels = shown.map { BandLabel(words.named($0.name)) }
    let verdicts = shown.map { BandLabel($0.verdict, width: 104) }
    var marks = [Hatch.definition(head.slug)]
    for (row, source) in shown.enumerated() {
      let y = Double(row) * Self.rowHeight + (Self.rowHeight - Self.cell) / 2
      marks += Label.band(labels[row], name: source.name, y: y + Self.cell / 2)
      marks.append(Element("g", class: "cells weeks").adding(runs(source, y: y, time: time)))
      let verdict = verdicts[row]
      for (index, line) in verdict.lines.enumerated() {
        let top = y + Self.cell / 2 + 4 - Double(verdict.lines.count - 1) * verdict.lineHeight / 2
        marks.append(
          Label.text(line, x: .percent(100), y: top + Double(index) * verdict.lineHeight, dx: 10, class: "dim aside")
            .hover(verdict.isCut && index == 0 ? source.verdict : nil))
      }
    }
    let left = (labels.map(\.width).max() ?? 0) + 12
    let right = (verdicts.map(\.width).max() ?? 0) + 14
    marks += Axis.time(time, words: words, y: height, narrowest: Frame.narrowest(left: left, right: Frame.aside))
    return Frame.fluid(
      head, description: spoken, height: height + 24, left: left, right: right, classes: "with-aside", marks)
  }

  /// Neighbours of one kind that carry nothing to hover make one rectangle.
  private func runs(_ source: Source, y: Double, time: TimeScale) -> [Element] {
    var marks: [Element] = []
    var index = 0
    while index < source.weeks.count {
      let week = source.weeks[index]
      var end = index + 1
      if week == .notConnected || week == .none {
        while end < source.weeks.count, source.weeks[end] == week { end += 1 }
      }
      let from = time.percent(starts[index])
      let to = time.percent(end < starts.count ? starts[end] : starts[end - 1] + 7)
      let period = words.days(starts[index], starts[end - 1] + 6)
      let hover = "\(source.name), \(period)"
      switch week {
      case .complete: marks.append(block("f1", from, to, y: y, height: Self.cell))
      case .missing(let days, _):
        let text = "\(hover): " + ChartWords.fill(words.daysMissing, "\(days)")
        marks.append(Hatch.area(head.slug, from: from, to: to, y: y, height: Self.cell, hover: text))
        marks.append(block("f1", from, to, y: y + Self.cell / 2, height: Self.cell / 2))
      case .none:
        marks.append(
          Hatch.area(head.slug, from: from, to: to, y: y, height: Self.cell, hover: "\(hover): \(words.noData)"))
      case .notConnected:
        marks.append(
          block("dotted", from, to, y: y + 1, height: Self.cell - 2).hover("\(hover): \(words.notConnected)"))
      }
      index = end
    }
    return marks
  }

  private func block(_ classes: String, _ from: Double, _ to: Double, y: Double, height: Double) -> Element {
    Element("rect", class: classes).at([
      "x": .percent(from), "y": .pixels(y), "width": .percent(to - from), "height": .pixels(height),
    ])
  }

  private var spoken: String {
    let period = words.days(starts[0], (starts.last ?? 0) + 6)
    return ([period] + shown.map { "\($0.name): \($0.verdict)" }).joined(separator: ". ") + "."
  }

  package static let specimen: DataGapStrip = {
    let start = CivilDate.dayNumber(year: 2026, month: 5, day: 18)
    func weeks(_ gaps: [Int: Week], from first: Int = 0) -> [Week] {
      (0..<26).map { $0 < first ? .notConnected : gaps[$0] ?? .complete() }
    }
    return DataGapStrip(
      head: FigureHead(
        id: "fig-gaps", title: "One gap touches this score: visits from 20 July to 2 August",
        subtitle: "Weeks of data received, by source, 26 weeks to 15 November 2026.",
        name: "Weeks with data, by source",
        note: "A missing day is left out and never counted as zero."),
      weekHeading: "Week of (days of 7)", starts: (0..<26).map { start + 7 * $0 },
      sources: [
        Source("Shop orders", weeks([:]), verdict: "Complete"),
        Source("Search ads", weeks([12: .missing(days: 2)]), verdict: "2 days missing"),
        Source("Social ads", weeks([25: .missing(days: 1)]), verdict: "15 Nov missing"),
        Source("Web visits", weeks([9: .none, 10: .none]), verdict: "14 days missing"),
        Source("Video ads", weeks([:], from: 21), verdict: "from 12 October"),
      ])
  }()
}
