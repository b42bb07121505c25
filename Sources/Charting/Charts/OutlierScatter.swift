/// Two measures of the same things, with rules at both medians: which stand apart? The eight furthest from the medians
/// are named where there is room. An axis is logarithmic when all its values are above zero and the largest is more than
/// eight times the smallest. More than 400 points are gathered.
package struct OutlierScatter: Chart {
  package struct Point: Sendable, Equatable {
    package let label: String
    package let x: Double?
    package let y: Double?

    package init(_ label: String, x: Double?, y: Double?) {
      self.label = label
      self.x = x
      self.y = y
    }
  }

  package let head: FigureHead
  package let labelHeading: String
  package let xLabel: String
  package let yLabel: String
  package let points: [Point]
  package let xFormat: ValueFormat
  package let yFormat: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, labelHeading: String, xLabel: String, yLabel: String, points: [Point], xFormat: ValueFormat,
    yFormat: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.labelHeading = labelHeading
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.points = points
    self.xFormat = xFormat
    self.yFormat = yFormat
    self.words = words
  }

  private static let top = 24.0
  private static let height = 300.0
  private static let right = 24.0
  private static let named = 8

  private struct Known {
    let label: String
    let x: Double
    let y: Double
  }

  package func draw() throws(ChartProblem) -> Figure {
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(labelHeading), .number(xLabel), .number(yLabel)],
      rows: points.map { [.text($0.label), .number($0.x, xFormat), .number($0.y, yFormat)] })
    let known = points.compactMap { point -> Known? in
      guard let x = finite(point.x), let y = finite(point.y) else { return nil }
      return Known(label: point.label, x: x, y: y)
    }
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let missing = points.filter { finite($0.x) == nil || finite($0.y) == nil }.map(\.label)
    let across = Spread(known.map(\.x), xFormat, count: 5)
    let up = Spread(known.map(\.y), yFormat, count: 4)
    return Figure(
      head, body: drawing(known, across, up), numbers: numbers,
      addedToSubtitle: [known.allSatisfy { $0.x == 0 && $0.y == 0 } ? words.allZero : ""],
      addedToNote: [
        words.missingSentence(missing), known.count > PointGrid.most ? words.manyPoints : "",
        across.isCut || up.isCut ? words.axisCut : "",
      ])
  }

  /// One axis: its scale, its ticks and the median.
  private struct Spread {
    let scale: ValueScale
    let ticks: [Double]
    let labels: [String]
    let median: Double
    let isCut: Bool

    init(_ values: [Double], _ format: ValueFormat, count: Int) {
      let sorted = values.sorted()
      median = HistogramBins.quantile(sorted, 0.5)
      if let low = sorted.first, let high = sorted.last, low > 0, high > 8 * low {
        scale = .logarithmic(low: low / 1.15, high: high * 1.15)
        ticks = Ticks.decades(low / 1.15, high * 1.15, most: count + 1)
        labels = ticks.map { format.ticks([$0])[0] }
        isCut = false
      } else {
        let axis = NiceAxis(values, withZero: false, count: count, format: format)
        (scale, ticks, labels) = (axis.scale, axis.ticks, axis.labels)
        isCut = axis.limit != nil
      }
    }
  }

  private func drawing(_ known: [Known], _ across: Spread, _ up: Spread) -> String {
    let bottom = Self.top + Self.height
    func y(_ value: Double) -> Double { bottom - up.scale.clamped(value) / 100 * Self.height }
    var marks = Axis.up(up.ticks, labels: up.labels, on: up.scale, top: Self.top, bottom: bottom)
    let left = (up.labels.map(TextWidth.of).max() ?? 0) + 12
    marks += Axis.across(
      across.ticks, labels: across.labels, on: across.scale, top: Self.top, bottom: bottom,
      narrowest: Frame.narrowest(left: left, right: Self.right))
    marks += AxisNames.around(x: xLabel, y: yLabel, bottom: bottom)
    let (centreX, centreY) = (across.scale.clamped(across.median), y(up.median))
    if known.count > 2 {
      marks.append(Rule.vertical(centreX, from: Self.top, to: bottom, class: "ref"))
      marks.append(Rule.horizontal(centreY, class: "ref"))
    }
    for dot in PointGrid.gather(known.map { ($0.x, $0.y, 0) }, seriesCount: 1, across: across.scale, up: up.scale) {
      marks.append(
        Symbol.dot.mark(
          x: .percent(across.scale.clamped(dot.x)), y: y(dot.y), ink: "1", radius: dot.radius ?? 4.5))
    }
    let far = known.filter { !$0.label.isEmpty }
      .map { PointLabels.Point(x: across.scale.clamped($0.x), y: y($0.y), name: $0.label) }
      .enumerated().map { place, point in
        let (dx, dy) = (point.x - centreX, (point.y - centreY) / Self.height * 100)
        return (point: point, place: place, distance: dx * dx + dy * dy)
      }.sorted { ($1.distance, $0.place) < ($0.distance, $1.place) }.map(\.point)
    marks += PointLabels.place(Array(far.prefix(Self.named)), top: Self.top, bottom: bottom)
    let outliers = far.prefix(3).map(\.name).joined(separator: ", ")
    let spoken =
      ChartWords.fill(words.size, "\(known.count)") + ". \(xLabel): "
      + ChartWords.fill(words.median, xFormat.text(across.median)) + ". \(yLabel): "
      + ChartWords.fill(words.median, yFormat.text(up.median)) + ". \(outliers)."
    return Frame.fluid(head, description: spoken, height: bottom + 44, left: left, right: Self.right, marks)
  }

  package static let specimen = OutlierScatter(
    head: FigureHead(
      id: "fig-campaign-scatter", title: "Two campaigns spend much and bring little",
      subtitle: "Spend and revenue per £1 by campaign, 12 weeks to 15 November 2026. Dotted: medians.",
      name: "Spend and return by campaign"),
    labelHeading: "Campaign", xLabel: "Spend", yLabel: "Revenue per £1",
    points: [
      Point("Brand search", x: 8_200, y: 9.1), Point("Shopping: tents", x: 21_000, y: 4.6),
      Point("Shopping: boots", x: 17_500, y: 4.1), Point("Lookalikes UK", x: 26_000, y: 1.2),
      Point("Display prospecting", x: 12_400, y: 0.9), Point("Retargeting", x: 5_100, y: 5.2),
      Point("Affiliates", x: 6_800, y: 3.3), Point("Generic search", x: 14_200, y: 2.9),
      Point("Newsletter", x: 900, y: 9.6), Point("Video", x: 3_300, y: 1.4), Point("Summer sale", x: 4_100, y: 3.8),
      Point("Autumn sale", x: 5_600, y: 4.3), Point("Not running", x: nil, y: nil),
    ],
    xFormat: ValueFormat(.money("GBP")), yFormat: ValueFormat(.money("GBP")))
}
