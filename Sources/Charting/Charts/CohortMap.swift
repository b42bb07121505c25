/// Those who began together, and how many came back in each period after: do they stay? The share stands in every cell
/// and the shade repeats it; fewer than six cohorts are lines. At most 12 × 12.
package struct CohortMap: Chart {
  package struct Cohort: Sendable, Equatable {
    package let name: String
    /// How many began.
    package let size: Int
    /// Shares of 1 per period since the start, oldest first; nil is not known.
    package let kept: [Double?]
    /// Periods at the end that are not over yet: hatched.
    package let ahead: Int

    package init(_ name: String, size: Int, kept: [Double?], ahead: Int = 0) {
      self.name = name
      self.size = size
      self.kept = kept
      self.ahead = ahead
    }
  }

  package let head: FigureHead
  package let cohortHeading: String
  package let periodHeading: String
  /// All with as many periods as the first, those ahead among them.
  package let cohorts: [Cohort]
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, cohortHeading: String, periodHeading: String, cohorts: [Cohort],
    format: ValueFormat = ValueFormat(.percent, .decimals(0)), words: ChartWords = .current
  ) {
    self.head = head
    self.cohortHeading = cohortHeading
    self.periodHeading = periodHeading
    self.cohorts = cohorts
    self.format = format
    self.words = words
  }

  private static let most = 12
  /// A cohort of fewer is italic, with a dagger.
  private static let fewest = 30
  private static let cell = 30.0
  private static let top = 40.0

  private var periods: Int { cohorts.first.map { $0.kept.count + $0.ahead } ?? 0 }

  package func draw() throws(ChartProblem) -> Figure {
    for (index, cohort) in cohorts.enumerated() {
      guard cohort.kept.count + cohort.ahead == periods else {
        throw .lengthMismatch(
          figure: head.slug, what: "a cohort", found: cohort.kept.count + cohort.ahead, expected: periods)
      }
      guard cohort.size >= 0 else { throw .negativeCount(figure: head.slug, row: index) }
    }
    let numbers = NumbersTable(
      caption: head.name,
      columns: [.text(cohortHeading), .number(words.sizeHeading)] + (0..<periods).map { .number("\($0 + 1)") },
      rows: cohorts.map { cohort in
        [.text(cohort.name), .count(cohort.size)] + cohort.kept.map { .number($0, format) }
          + Array(repeating: .missing, count: cohort.ahead)
      })
    let known = cohorts.flatMap { $0.kept.compactMap(finite) }
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    guard known.allSatisfy({ (0...1).contains($0) }) else {
      return Figure(head, body: Frame.empty(words.noData, words.noShare), numbers: numbers, hasDrawing: false)
    }
    let few = cohorts.contains { $0.size < Self.fewest }
    let note = [few ? ChartWords.fill(words.fewPeople, "\(Self.fewest)") : ""]
    let zero = [known.allSatisfy { $0 == 0 } ? words.allZero : ""]
    if cohorts.count < 6 {
      let axis = NiceAxis(known, withZero: true, count: 4, format: format)
      let curves = MonthCurves(
        head: head, curves: cohorts.map { MonthCurves.Curve(name: named($0), values: $0.kept) }, firstMonth: 1,
        axis: axis, rule: nil, description: spoken)
      return Figure(
        head, key: curves.key, body: curves.body, numbers: numbers, addedToSubtitle: zero, addedToNote: note)
    }
    let key =
      cohorts.suffix(Self.most).contains { $0.ahead > 0 } ? [KeyItem(.hatch(slug: head.slug), words.notYet)] : []
    return Figure(
      head, key: key, body: drawing, numbers: numbers, addedToSubtitle: zero,
      addedToNote: note + [
        words.onlyLastSentence(Self.most, of: cohorts.count), words.onlySomeSentence(Self.most, of: periods),
      ])
  }

  private func named(_ cohort: Cohort) -> String {
    words.named(cohort.name) + (cohort.size < Self.fewest ? " †" : "")
  }

  private var drawing: String {
    let shown = Array(cohorts.suffix(Self.most))
    let columns = min(periods, Self.most)
    let width = 100 / Double(columns)
    let largest = shown.flatMap { $0.kept.prefix(columns).compactMap(finite) }.max() ?? 0
    var marks = [
      Hatch.definition(head.slug),
      Label.text(BandLabel.cutAtEnd(periodHeading, 140), x: 0, y: 12, class: "dim"),
    ]
    let labels = shown.map { BandLabel(named($0), width: 84) }
    let left = (labels.map(\.width).max() ?? 0) + 12
    let thinning = TickThinning.decide(
      count: columns, width: TextWidth.of("\(columns)"), share: 1 - width / 100, narrowest: Frame.narrowest(left: left))
    let cell = BandLabel.rowHeight(labels, least: Self.cell)
    for column in 0..<columns {
      marks += Axis.label(
        "\(column + 1)", at: (Double(column) + 0.5) * width, y: Self.top - 8, thinning[column], class: "dim")
    }
    var cells: [Element] = []
    for (row, cohort) in shown.enumerated() {
      let y = Self.top + Double(row) * cell
      marks += Label.band(labels[row], name: cohort.name, y: y + cell / 2)
      for column in 0..<columns {
        let x = Double(column) * width
        guard column < cohort.kept.count else {
          cells.append(
            Hatch.area(head.slug, from: x, to: x + width, y: y, height: cell, hover: words.notYet))
          continue
        }
        let value = finite(cohort.kept[column])
        let step = value.map { Self.step($0, largest) } ?? 0
        let text = format.text(value)
        cells.append(
          Element("rect", class: "q\(step)").at([
            "x": .percent(x), "y": .pixels(y), "width": .percent(width), "height": .pixels(cell),
          ]).hover("\(cohort.name), \(column + 1): \(text)"))
        let small = cohort.size < Self.fewest ? " few" : ""
        cells.append(
          contentsOf: cellText(text, x: x + width / 2, y: y + cell / 2 + 4, classes: "on\(step)\(small)"))
      }
    }
    marks.append(Element("g", class: "cells").adding(cells))
    return Frame.fluid(
      head, description: spoken, height: Self.top + Double(shown.count) * cell + 4, left: left, classes: "map", marks)
  }

  /// The whole text from 430 px of plot width on; below, the number alone; below 300 px the shade must do.
  private func cellText(_ text: String, x: Double, y: Double, classes: String) -> [Element] {
    let bare = text.hasSuffix("%") ? String(text.dropLast()).trimmedSpaces : text
    let narrow = periods > 8 ? "t3" : ""
    if bare == text {
      return [Label.text(text, x: .percent(x), y: y, anchor: .middle, class: "\(classes) \(narrow)".trimmedSpaces)]
    }
    return [
      Label.text(text, x: .percent(x), y: y, anchor: .middle, class: classes + " t2"),
      Element("g", class: narrow).adding(
        Label.text(bare, x: .percent(x), y: y, anchor: .middle, class: classes + " n2")),
    ]
  }

  private static func step(_ value: Double, _ largest: Double) -> Int {
    value > 0 && largest > 0 ? min(5, Int(value / largest * 5) + 1) : 0
  }

  private var spoken: String {
    cohorts.suffix(Self.most).map { cohort in
      "\(cohort.name): " + cohort.kept.prefix(Self.most).map(format.text).joined(separator: ", ") + "."
    }.joined(separator: " ")
  }

  package static let specimen: CohortMap = {
    let months = ["Dec 2025", "Jan 2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]
    let first = [0.15, 0.14, 0.18, 0.19, 0.21, 0.2, 0.22, 0.18, 0.23, 0.2]
    return CohortMap(
      head: FigureHead(
        id: "fig-cohorts", title: "Customers who joined in the winter sales come back least",
        subtitle: "Share of new customers who ordered again, by month of joining.",
        name: "Share who ordered again, by month of joining"),
      cohortHeading: "Joined", periodHeading: "Months after joining",
      cohorts: months.indices.map { row in
        let over = 10 - row
        let kept = (0..<over).map { month -> Double? in
          row + month == 7 ? nil : first[row] * (1 - 0.07 * Double(month))
        }
        return Cohort(months[row], size: row == 3 ? 24 : 900 + 40 * row, kept: kept, ahead: row)
      })
  }()
}
