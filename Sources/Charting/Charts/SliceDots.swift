/// One rate by group of people, with its interval: is it equally good for everyone? A group is marked, by shape, colour
/// and word, only when its whole interval leaves the tolerance band.
package struct SliceDots: Chart {
  package struct Slice: Sendable, Equatable {
    package let label: String
    /// Without a value when there are too few to say.
    package let estimate: Estimate
    package let count: Int

    package init(_ label: String, _ estimate: Estimate, count: Int) {
      self.label = label
      self.estimate = estimate
      self.count = count
    }
  }

  package struct Group: Sendable, Equatable {
    package let heading: String
    package let slices: [Slice]

    package init(_ heading: String, _ slices: [Slice]) {
      self.heading = heading
      self.slices = slices
    }
  }

  package let head: FigureHead
  package let groupHeading: String
  package let valueHeading: String
  package let groups: [Group]
  package let overall: Double
  /// Half the width of the band around `overall`, in the same unit.
  package let tolerance: Double
  /// "95%"
  package let level: String
  package let overallLabel: String
  package let toleranceLabel: String
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, groupHeading: String, valueHeading: String, groups: [Group], overall: Double, tolerance: Double,
    level: String, overallLabel: String, toleranceLabel: String, format: ValueFormat = ValueFormat(.percent),
    words: ChartWords = .current
  ) {
    self.head = head
    self.groupHeading = groupHeading
    self.valueHeading = valueHeading
    self.groups = groups
    self.overall = overall
    self.tolerance = tolerance
    self.level = level
    self.overallLabel = overallLabel
    self.toleranceLabel = toleranceLabel
    self.format = format
    self.words = words
  }

  /// More rows than this stand only in the data table.
  private static let most = 30

  private var shortened: SliceDots {
    var room = Self.most
    let kept = groups.compactMap { group -> Group? in
      let slices = group.slices.prefix(room)
      room -= slices.count
      return slices.isEmpty ? nil : Group(group.heading, Array(slices))
    }
    return SliceDots(
      head: head, groupHeading: groupHeading, valueHeading: valueHeading, groups: kept, overall: overall,
      tolerance: tolerance, level: level, overallLabel: overallLabel, toleranceLabel: toleranceLabel, format: format,
      words: words)
  }

  package func draw() throws(ChartProblem) -> Figure {
    let all = groups.flatMap(\.slices)
    for (index, slice) in all.enumerated() {
      try slice.estimate.check(figure: head.slug, row: index)
      guard slice.count >= 0 else { throw .negativeCount(figure: head.slug, row: index) }
    }
    let numbers = NumbersTable(
      caption: head.name,
      columns: [
        .text(groupHeading), .number(valueHeading), .number("\(level) \(words.lowHeading)"),
        .number("\(level) \(words.highHeading)"), .number(words.sizeHeading),
      ],
      rows: all.map { slice in
        [.text(slice.label)] + NumbersTable.Cell.interval(slice.estimate, format) + [.count(slice.count)]
      })
    guard all.contains(where: { $0.estimate.shownValue != nil }), overall.isFinite, tolerance.isFinite else {
      return .empty(head, words: words, numbers: numbers)
    }
    // A rate past 100% is a fault upstream, and as a label it has no room.
    guard format.unit != .percent || all.allSatisfy({ abs($0.estimate.shownValue ?? 0) <= 1 }) else {
      return Figure(head, body: Frame.empty(words.noData, words.noShare), numbers: numbers, hasDrawing: false)
    }
    let drawing = SliceDrawing(chart: shortened)
    return Figure(
      head, key: drawing.key, body: drawing.body, numbers: numbers,
      addedToNote: [words.onlySomeSentence(Self.most, of: all.count)])
  }

  package static let specimen = SliceDots(
    head: FigureHead(
      id: "fig-fairness", title: "The model misses more leavers aged 60 and over",
      subtitle: "Share of customers who left that the model had flagged (recall), by group.",
      name: "Share of leavers the model caught, by customer group",
      note: "A group is marked only when its whole 95% interval is outside the shaded band."),
    groupHeading: "Group", valueHeading: "Caught",
    groups: [
      Group(
        "Age",
        [
          Slice("18–29", Estimate(0.69, low: 0.64, high: 0.74), count: 312),
          Slice("30–44", Estimate(0.73, low: 0.70, high: 0.76), count: 841),
          Slice("45–59", Estimate(0.72, low: 0.68, high: 0.76), count: 610),
          Slice("60 and over", Estimate(0.58, low: 0.52, high: 0.64), count: 268),
        ]),
      Group(
        "Nation",
        [
          Slice("England", Estimate(0.71, low: 0.69, high: 0.73), count: 1_720),
          Slice("Scotland", Estimate(0.70, low: 0.63, high: 0.77), count: 171),
          Slice("Wales", Estimate(0.74, low: 0.65, high: 0.81), count: 118),
          Slice("Northern Ireland", Estimate(nil), count: 22),
        ]),
      Group(
        "Device",
        [
          Slice("Mobile", Estimate(0.70, low: 0.67, high: 0.72), count: 1_344),
          Slice("Desktop", Estimate(0.74, low: 0.70, high: 0.77), count: 687),
        ]),
    ],
    overall: 0.71, tolerance: 0.05, level: "95%", overallLabel: "All customers 71%",
    toleranceLabel: "Within 5 points of all customers")
}
