/// How many have how much: what is typical? Median as a dot above the bars, with its interval if known.
package struct Histogram: Chart {
  package let head: FigureHead
  package let valueHeading: String
  package let countHeading: String
  package let bins: HistogramBins?
  package let median: Estimate?
  package let mean: Double?
  /// Bars from this value on are blue, the others grey.
  package let highlightFrom: Double?
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, valueHeading: String, countHeading: String, bins: HistogramBins?, median: Estimate? = nil,
    mean: Double? = nil, highlightFrom: Double? = nil, format: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.valueHeading = valueHeading
    self.countHeading = countHeading
    self.bins = bins
    self.median = median
    self.mean = mean
    self.highlightFrom = highlightFrom
    self.format = format
    self.words = words
  }

  private static let top = 40.0
  private static let height = 180.0
  private static let right = 22.0

  package func draw() throws(ChartProblem) -> Figure {
    try median?.check(figure: head.slug, row: 0)
    for (index, count) in (bins?.counts ?? []).enumerated() where count < 0 {
      throw .negativeCount(figure: head.slug, row: index)
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(valueHeading), .number(countHeading)],
      rows: (bins?.counts ?? []).enumerated().map { [.text(label($0.offset)), .count($0.element)] })
    guard let bins, bins.counts.contains(where: { $0 > 0 }) else {
      return .empty(head, words: words, numbers: numbers)
    }
    return Figure(head, body: drawing(bins), numbers: numbers)
  }

  private func label(_ index: Int) -> String {
    guard let bins else { return "" }
    let low = bins.start + Double(index) * bins.width
    if bins.lastIsOpen && index == bins.counts.count - 1 { return ChartWords.fill(words.andOver, format.text(low)) }
    return format.range(low, low + bins.width)
  }

  private func drawing(_ bins: HistogramBins) -> String {
    let count = bins.counts.count
    let closed = bins.lastIsOpen ? count - 1 : count
    let end = bins.start + Double(count) * bins.width
    let scale = ValueScale.linear(low: bins.start, high: end)
    let (low, high) = Ticks.nice(0, Double(bins.counts.max() ?? 1), count: 3)
    let up = ValueScale.linear(low: low, high: high)
    let bottom = Self.top + Self.height
    let ticks = Ticks.linear(low, high, count: 3).filter { $0.rounded() == $0 }
    let countLabels = ValueFormat(.count, locale: format.locale).ticks(ticks)
    var marks = Axis.up(ticks, labels: countLabels, on: up, top: Self.top, bottom: bottom)
    let width = 100 / Double(count)
    let inset = min(0.35, width * 0.06)
    for (index, value) in bins.counts.enumerated() where value > 0 {
      let from = bins.start + Double(index) * bins.width
      let isHighlighted = highlightFrom.map { from >= $0 - bins.width * 1e-9 } ?? true
      let y = min(up.pixel(Double(value), top: Self.top, bottom: bottom), bottom - 1.5)
      marks.append(
        Element("rect", class: isHighlighted ? "f1" : "fm")
          .at([
            "x": .percent(Double(index) * width + inset), "y": .pixels(y), "width": .percent(width - 2 * inset),
            "height": .pixels(bottom - y), "rx": 1,
          ])
          .hover("\(label(index)): \(ValueFormat(.count, .decimals(0), locale: format.locale).text(Double(value)))"))
    }
    let left = (countLabels.map(TextWidth.of).max() ?? 0) + 12
    marks += valueLabels(
      scale, closedEnd: bins.start + Double(closed) * bins.width, isOpen: bins.lastIsOpen, y: bottom + Axis.drop,
      narrowest: Frame.narrowest(left: left, right: Self.right))
    marks += centreMarks(
      scale, bottom: bottom, narrowest: Frame.narrowest(left: left, right: Self.right))
    return Frame.fluid(head, description: spoken(bins), height: bottom + 24, left: left, right: Self.right, marks)
  }

  private func valueLabels(
    _ scale: ValueScale, closedEnd: Double, isOpen: Bool, y: Double, narrowest: Double
  ) -> [Element] {
    let ticks = Ticks.linear(scale.low, closedEnd, count: 5)
    let labels = format.ticks(ticks)
    let width = labels.map(TextWidth.of).max() ?? 0
    let share = ((ticks.last ?? 0) - (ticks.first ?? 0)) / (scale.high - scale.low)
    let thinning = TickThinning.decide(count: ticks.count, width: width, share: share, narrowest: narrowest)
    var marks: [Element] = []
    for (index, tick) in ticks.enumerated() {
      marks += Axis.label(
        labels[index] + (isOpen && tick == ticks.last ? "+" : ""), at: scale.percent(tick), y: y, thinning[index])
    }
    return marks
  }

  private func centreMarks(_ scale: ValueScale, bottom: Double, narrowest: Double) -> [Element] {
    var marks: [Element] = []
    if let median, let value = median.shownValue {
      let y = 12.0
      let percent = scale.clamped(value)
      marks.append(Rule.vertical(percent, from: y, to: Self.top, class: "ref"))
      if median.shownLow != nil || median.shownHigh != nil {
        marks += IntervalMark.line(median, on: scale, y: y, ink: "i")
      }
      marks.append(Symbol.dot.mark(x: .percent(percent), y: y, ink: "i"))
      let onRight = percent <= 55
      let edge =
        onRight
        ? max(scale.clamped(median.shownHigh ?? value), percent)
        : min(
          scale.clamped(median.shownLow ?? value), percent)
      let text = ChartWords.fill(words.median, format.text(value))
      // Beside the interval, or above it where the interval leaves no room.
      let beside = 11 + TextWidth.of(text)
      let room = onRight ? (100 - edge) / 100 * narrowest + Self.right : edge / 100 * narrowest
      let hasRoom = beside <= room
      marks.append(
        hasRoom
          ? Label.text(
            text, x: .percent(edge), y: y + 4, dx: onRight ? 11 : -11, anchor: onRight ? .start : .end, class: "b halo")
          : Label.text(text, x: .percent(50), y: 2, anchor: .middle, class: "b halo"))
    }
    if let mean = finite(mean) {
      let percent = scale.clamped(mean)
      let onRight = percent <= 60
      marks.append(Rule.vertical(percent, from: Self.top - 8, to: bottom, class: "ref"))
      marks.append(
        Label.text(
          ChartWords.fill(words.mean, format.text(mean)), x: .percent(percent), y: Self.top - 5, dx: onRight ? 7 : -7,
          anchor: onRight ? .start : .end, class: "halo"))
    }
    return marks
  }

  private func spoken(_ bins: HistogramBins) -> String {
    let total = bins.counts.reduce(0, +)
    let counts = ValueFormat(.count, .decimals(0), locale: format.locale)
    var facts = [ChartWords.fill(words.size, counts.text(Double(total)))]
    if let value = median?.shownValue { facts.append(ChartWords.fill(words.median, format.text(value))) }
    if let mean = finite(mean) { facts.append(ChartWords.fill(words.mean, format.text(mean))) }
    if let most = bins.counts.max(), let index = bins.counts.firstIndex(of: most) {
      facts.append(ChartWords.fill(words.highest, "\(label(index)): \(counts.text(Double(most)))"))
    }
    return facts.joined(separator: ". ") + "."
  }

  package static let specimen = Histogram(
    head: FigureHead(
      id: "fig-clv", title: "A fifth of customers hold 61% of the value",
      subtitle: "Customers by expected margin in the next 12 months. Blue: worth £150 or more.",
      name: "Expected margin per customer in the next 12 months", note: "The last bar is everything from £600."),
    valueHeading: "Margin in 12 months", countHeading: "Customers",
    bins: HistogramBins(
      start: 0, width: 30,
      counts: [
        6_810, 5_420, 3_105, 2_012, 1_420, 1_090, 840, 655, 512, 409, 330, 262, 214, 176, 142, 118, 96, 80, 66, 52, 391,
      ], lastIsOpen: true),
    median: Estimate(58, low: 54, high: 63), mean: 106, highlightFrom: 150, format: ValueFormat(.money("GBP")))
}
