/// One to four series over days: are we ahead or behind?
///
/// A missing value breaks its line; stretches missing from the first series are hatched and named. Events stand as
/// dotted rules. The axis need not start at zero, and the subtitle says so when it does not.
package struct LineChart: Chart {
  package enum Role: Sendable, Equatable {
    case main
    /// Grey and thin: last year, a plan.
    case comparison
  }

  package struct Series: Sendable, Equatable {
    package let name: String
    package let role: Role
    package let values: [Double?]

    package init(_ name: String, role: Role = .main, _ values: [Double?]) {
      self.name = name
      self.role = role
      self.values = values
    }
  }

  package struct Event: Sendable, Equatable {
    package let day: Int
    package let label: String

    package init(day: Int, _ label: String) {
      self.day = day
      self.label = label
    }
  }

  package let head: FigureHead
  /// Days since 1970-01-01, one per value, each once; put into order here.
  package let days: [Int]
  package let series: [Series]
  package let events: [Event]
  /// The last point of the first series covers a period that is not over: hollow.
  package let lastIsPartial: Bool
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, days: [Int], series: [Series], events: [Event] = [], lastIsPartial: Bool = false,
    format: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.days = days
    self.series = series
    self.events = events
    self.lastIsPartial = lastIsPartial
    self.format = format
    self.words = words
  }

  package func draw() throws(ChartProblem) -> Figure {
    try check()
    let order = days.indices.sorted { days[$0] < days[$1] }
    let sortedDays = order.map { days[$0] }
    let sorted = series.map { one in Series(one.name, role: one.role, order.map { finite(one.values[$0]) }) }
    let cells = sorted.map { one in one.values.map { NumbersTable.Cell.number($0, format) } }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text("")] + sorted.map { .number($0.name) },
      rows: sortedDays.enumerated().map { index, day in
        [.text(CivilDate(dayNumber: day).iso)] + cells.map { $0[index] }
      })
    let drawing = LineDrawing(chart: self, days: sortedDays, series: sorted, texts: cells.map { $0.map(\.text) })
    guard let drawing else { return .empty(head, words: words, numbers: numbers) }
    return Figure(
      head, key: drawing.key, body: drawing.body, numbers: numbers, addedToSubtitle: drawing.axisSentences,
      addedToNote: lastIsPartial ? [words.soFar] : [])
  }

  private func check() throws(ChartProblem) {
    guard series.count <= 4 else {
      throw .tooMany(figure: head.slug, what: "series", found: series.count, most: 4)
    }
    for one in series where one.values.count != days.count {
      throw .lengthMismatch(figure: head.slug, what: "a series", found: one.values.count, expected: days.count)
    }
    let sorted = days.sorted()
    for (day, next) in zip(sorted, sorted.dropFirst()) where day == next {
      throw .dayRepeated(figure: head.slug, day: day)
    }
  }

  package static let specimen: LineChart = {
    let now: [Double?] = [
      148.2, 151.9, 149.6, 155.3, 158.8, 154.1, 160.7, 163.9, 159.4, nil, nil, 166.2, 161.8, 157.5, 163, 168.4, 171.9,
      166.7, 162.3, 169.8, 165.1, 172.6, 169, 175.8, 173.1, 184.2,
    ]
    let before: [Double?] = [
      139.5, 141.2, 144.8, 143, 146.9, 149.7, 147.2, 151.3, 154.9, 152, 150.4, 149.1, 153.6, 151.2, 149.8, 154.5,
      157.3, 158.9, 155.2, 156.8, 160.3, 158.1, 162.7, 164.9, 163.4, 171.5,
    ]
    let start = CivilDate.dayNumber(year: 2026, month: 5, day: 18)
    return LineChart(
      head: FigureHead(
        id: "fig-revenue", title: "Revenue is £13k a week ahead of last year",
        subtitle: "Revenue per week, £ thousand, 26 weeks to 15 November 2026. Returns removed, VAT excluded.",
        name: "Weekly revenue, 2026 and 2025",
        note: "The gap is a consent-banner fault that stopped tracking; it has not been filled in."),
      days: (0..<26).map { start + 7 * $0 },
      series: [
        Series("2026", now.map { $0.map { $0 * 1_000 } }),
        Series("2025", role: .comparison, before.map { $0.map { $0 * 1_000 } }),
      ],
      events: [
        Event(day: start + 7 * 8, "Summer sale"), Event(day: start + 7 * 25, "Autumn sale e-mail, 10 Nov"),
      ],
      format: ValueFormat(.money("GBP")))
  }()
}
