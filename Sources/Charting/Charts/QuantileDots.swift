/// Twenty equally likely outcomes as twenty dots: how sure are we? (Kay, Kola, Hullman and Munson 2016.) Dots on the
/// good side of a threshold are blue, the others orange and hollow.
package struct QuantileDots: Chart {
  package let head: FigureHead
  package let valueHeading: String
  /// Draws, or quantiles at even steps, in any order.
  package let draws: [Double]
  package let threshold: Double
  /// What lies above the threshold: "gain".
  package let aboveLabel: String
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, valueHeading: String, draws: [Double], threshold: Double = 0, aboveLabel: String,
    format: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.valueHeading = valueHeading
    self.draws = draws
    self.threshold = threshold
    self.aboveLabel = aboveLabel
    self.format = format
    self.words = words
  }

  private static let columns = 16
  private static let dotStep = 11.0

  package func draw() throws(ChartProblem) -> Figure {
    let sorted = draws.filter(\.isFinite).sorted()
    let dots =
      sorted.isEmpty
      ? [] : (0..<20).map { HistogramBins.quantile(sorted, (Double($0) + 0.5) / 20) }
    let numbers = NumbersTable(
      caption: head.name, columns: [.number("1…20"), .number(valueHeading)],
      rows: dots.enumerated().map { [.count($0.offset + 1), .number($0.element, format)] })
    guard !dots.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let axis = NiceAxis(dots + [threshold], withZero: false, count: 4, format: format)
    let lost = draws.count - sorted.count
    return Figure(
      head, body: drawing(dots, axis), numbers: numbers,
      addedToSubtitle: [sentence(dots) + "."],
      addedToNote: [
        axis.limit == nil ? "" : words.axisCut, lost > 0 ? ChartWords.fill(words.missingRows, "\(lost)") : "",
      ])
  }

  /// "18 in 20: gain".
  private func sentence(_ dots: [Double]) -> String {
    ChartWords.fill(words.inTwenty, "\(dots.filter { $0 > threshold }.count)", aboveLabel)
  }

  private func drawing(_ dots: [Double], _ axis: NiceAxis) -> String {
    // Heaps start at the threshold, so that no dot is drawn on its wrong side.
    let zero = axis.scale.clamped(threshold)
    let width = 100 / Double(Self.columns)
    let last = Int(((100 - zero) / width).rounded(.up)) - 1
    var heaps: [Int: Int] = [:]
    var places: [(value: Double, x: Double, level: Int)] = []
    for value in dots {
      let steps = Int(((axis.scale.clamped(value) - zero) / width).rounded(.down))
      let heap = value > threshold ? min(max(steps, 0), max(last, 0)) : min(steps, -1)
      let level = heaps[heap, default: 0]
      heaps[heap] = level + 1
      places.append((value, zero + (Double(heap) + 0.5) * width, level))
    }
    let highest = (places.map(\.level).max() ?? 0) + 1
    let bottom = max(92, Double(highest) * Self.dotStep + 24)
    let edge = axis.labelWidth / 2 + 4
    var marks = Axis.across(
      axis.ticks, labels: axis.labels, on: axis.scale, top: 20, bottom: bottom,
      narrowest: Frame.narrowest(left: edge, right: edge))
    marks.append(Rule.vertical(zero, from: 20, to: bottom, class: "ref"))
    let words = BandLabel.cutAtEnd(sentence(dots), 108)
    marks.append(
      Label.text(words, x: .percent(zero), y: 12, anchor: zero <= 50 ? .start : .end, class: "b")
        .hover(words == sentence(dots) ? nil : sentence(dots)))
    for place in places {
      let y = bottom - 6 - Double(place.level) * Self.dotStep
      if let limit = axis.limit, abs(place.value) > limit {
        let right = place.value > 0
        marks.append(IntervalMark.arrow(at: right ? 100 : 0, y: y, pointsRight: right, ink: right ? "1" : "2"))
        marks.append(
          Label.text(
            format.text(place.value), x: .percent(right ? 100 : 0), y: y + 4, dx: right ? -14 : 14,
            anchor: right ? .end : .start, class: "b halo"))
      } else {
        let isAbove = place.value > threshold
        marks.append(
          (isAbove ? Symbol.dot : .hollowDot).mark(
            x: .percent(place.x), y: y, ink: isAbove ? "1" : "2", radius: 5, hover: format.text(place.value)))
      }
    }
    let spoken =
      "\(sentence(dots)). \(format.range(dots.first, dots.last)). "
      + ChartWords.fill(self.words.median, format.text((dots[9] + dots[10]) / 2)) + "."
    return Frame.fluid(
      head, description: spoken, height: bottom + 24, left: edge, right: edge, classes: "dots", marks)
  }

  package static let specimen = QuantileDots(
    head: FigureHead(
      id: "fig-sure", title: "Moving £2k to affiliates very likely pays",
      subtitle: "Change in profit a week: twenty equally likely outcomes.",
      name: "Change in weekly profit from moving £2k to affiliates"),
    valueHeading: "Change in profit",
    draws: [
      -310, -90, 60, 150, 220, 280, 330, 380, 430, 480, 520, 570, 620, 680, 740, 810, 890, 990, 1_140, 1_420,
    ],
    aboveLabel: "gain", format: ValueFormat(.money("GBP")))
}
