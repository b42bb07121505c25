/// Margin earned per customer since they were won, month by month, one line per cohort: when is their cost earned back?
package struct PaybackCurves: Chart {
  package struct Cohort: Sendable, Equatable {
    package let name: String
    /// Cumulative, from month 0 on, per unit of what winning the customer cost; nil where not over or not known.
    package let earned: [Double?]

    package init(_ name: String, _ earned: [Double?]) {
      self.name = name
      self.earned = earned
    }
  }

  package let head: FigureHead
  package let cohortHeading: String
  package let cohorts: [Cohort]
  /// Where the cost is earned back.
  package let breakEven: Double
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, cohortHeading: String, cohorts: [Cohort], breakEven: Double, format: ValueFormat,
    words: ChartWords = .current
  ) {
    self.head = head
    self.cohortHeading = cohortHeading
    self.cohorts = cohorts
    self.breakEven = breakEven
    self.format = format
    self.words = words
  }

  private static let most = 24

  package func draw() throws(ChartProblem) -> Figure {
    let months = cohorts.map(\.earned.count).max() ?? 0
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(cohortHeading)] + (0..<months).map { .number("\($0)") },
      rows: cohorts.map { cohort in
        [.text(cohort.name)]
          + (0..<months).map { .number($0 < cohort.earned.count ? cohort.earned[$0] : nil, format) }
      })
    let shown = Array(cohorts.suffix(Self.most))
    let known = shown.flatMap { $0.earned.compactMap(finite) }
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let axis = NiceAxis(known + [breakEven], withZero: true, count: 4, format: format)
    let curves = MonthCurves(
      head: head, curves: shown.map { MonthCurves.Curve(name: $0.name, values: $0.earned) }, firstMonth: 0,
      axis: axis, rule: (breakEven, words.breakEven), description: spoken)
    let short = shown.compactMap { cohort -> String? in
      guard reached(cohort) == nil, let last = cohort.earned.lastIndex(where: { finite($0) != nil }) else { return nil }
      return "\(cohort.name) (\(last))"
    }
    var late = short.prefix(5).joined(separator: ", ")
    if short.count > 5 { late += ", +\(short.count - 5)" }
    return Figure(
      head, key: curves.key, body: curves.body, numbers: numbers,
      addedToSubtitle: [known.allSatisfy { $0 == 0 } ? words.allZero : ""],
      addedToNote: [
        late.isEmpty ? "" : ChartWords.fill(words.notEarnedBack, late),
        axis.limit == nil ? "" : words.axisCut,
        words.onlyLastSentence(Self.most, of: cohorts.count),
      ])
  }

  /// The first month in which the cost was earned back.
  private func reached(_ cohort: Cohort) -> Int? {
    cohort.earned.firstIndex { finite($0).map { $0 >= breakEven } ?? false }
  }

  private var spoken: String {
    cohorts.suffix(Self.most).map { cohort in
      let month = reached(cohort).map { "\(words.breakEven): \($0)" }
      let last = cohort.earned.last { finite($0) != nil } ?? nil
      return "\(cohort.name): \(format.text(last))" + (month.map { ", " + $0 } ?? "") + "."
    }.joined(separator: " ")
  }

  package static let specimen = PaybackCurves(
    head: FigureHead(
      id: "fig-payback", title: "Customers from the spring earn their cost back in five months",
      subtitle: "Margin per £1 spent on winning a customer, by months since the first order.",
      name: "Margin per £1 of acquisition cost by months since the first order"),
    cohortHeading: "Joined",
    cohorts: [
      Cohort("Jan–Mar 2026", [0.31, 0.45, 0.56, 0.65, 0.73, 0.8, 0.86, 0.91, 0.95]),
      Cohort("Apr–Jun 2026", [0.38, 0.58, 0.74, 0.88, 0.99, 1.08, 1.16]),
      Cohort("Jul–Sep 2026", [0.44, 0.66, 0.85, nil]),
    ],
    breakEven: 1, format: ValueFormat(.money("GBP"), .decimals(2)))
}
