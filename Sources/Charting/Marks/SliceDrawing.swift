/// The drawing of a `SliceDots`.
struct SliceDrawing {
  private let chart: SliceDots
  private let scale: ValueScale
  private let ticks: [Double]
  private static let top = 26.0
  private static let rowHeight = 25.0

  init(chart: SliceDots) {
    self.chart = chart
    let estimates = chart.groups.flatMap { $0.slices.map(\.estimate) }.filter { $0.shownValue != nil }
    var values = estimates.flatMap { [$0.shownValue, $0.shownLow, $0.shownHigh].compactMap { $0 } }
    values += [chart.overall - chart.tolerance, chart.overall + chart.tolerance]
    let limit = Domain.clip(values) ?? .infinity
    var (low, high) = Domain.around(values.filter { abs($0) <= limit })
    (low, high) = Ticks.nice(low, high, count: 5)
    if chart.format.unit == .percent, values.allSatisfy({ (0...1).contains($0) }) {
      (low, high) = (max(low, 0), min(high, 1))
    }
    scale = .linear(low: low, high: high)
    ticks = Ticks.linear(low, high, count: 5)
  }

  private enum Verdict {
    case inside, lower, higher
  }

  private func verdict(_ estimate: Estimate) -> Verdict {
    if let high = estimate.shownHigh, high < chart.overall - chart.tolerance { return .lower }
    if let low = estimate.shownLow, low > chart.overall + chart.tolerance { return .higher }
    return .inside
  }

  var key: [KeyItem] {
    [
      KeyItem(.interval(ink: "1"), ChartWords.fill("{} ({})", chart.valueHeading, chart.level)),
      KeyItem(.area(classes: "ft edge"), chart.toleranceLabel),
    ]
  }

  var body: String {
    let labels = chart.format.ticks(ticks)
    let slices = chart.groups.flatMap(\.slices)
    let left = max(
      slices.map { BandLabel(chart.words.named($0.label)).width }.max() ?? 0,
      chart.groups.map { min(TextWidth.of($0.heading) * 1.05, BandLabel.widest) }.max() ?? 0)
    var rows: [Element] = []
    var y = Self.top
    for (index, group) in chart.groups.enumerated() {
      if !group.heading.isEmpty {
        if index > 0 { y += 12 }
        let heading = BandLabel.cutAtEnd(group.heading, BandLabel.widest)
        rows.append(Label.text(heading, x: 0, y: y + 17, dx: -10, anchor: .end, class: "b").hover(group.heading))
        y += 24
      }
      for slice in group.slices {
        let label = BandLabel(chart.words.named(slice.label))
        let height = max(Self.rowHeight, label.height + 3)
        rows += row(slice, label, y: y + height / 2)
        y += height
      }
    }
    let overall = scale.clamped(chart.overall)
    var marks = [
      Element("rect", class: "ft").at([
        "x": .percent(scale.clamped(chart.overall - chart.tolerance)), "y": .pixels(Self.top),
        "width": .percent(
          scale.clamped(chart.overall + chart.tolerance) - scale.clamped(chart.overall - chart.tolerance)),
        "height": .pixels(y - Self.top),
      ])
    ]
    marks += Axis.across(
      ticks, labels: labels, on: scale, top: Self.top, bottom: y,
      narrowest: Frame.narrowest(left: left + 14, right: Frame.aside))
    marks.append(Rule.vertical(overall, from: Self.top - 6, to: y, class: "ref"))
    marks.append(Label.above(chart.overallLabel, percent: overall, y: 13, class: "lab halo"))
    marks += rows
    let right = slices.map { TextWidth.of(size($0)) }.max() ?? 0
    return Frame.fluid(
      chart.head, description: spoken, height: y + 24, left: left + 14, right: right + 14, classes: "with-aside", marks)
  }

  private func size(_ slice: SliceDots.Slice) -> String {
    let count = ValueFormat(.count, .decimals(0), locale: chart.format.locale).text(Double(slice.count))
    return ChartWords.fill(chart.words.size, count)
  }

  private func row(_ slice: SliceDots.Slice, _ label: BandLabel, y: Double) -> [Element] {
    var marks = Label.band(label, name: slice.label, y: y, class: "")
    marks.append(Label.text(size(slice), x: .percent(100), y: y + 4, dx: 12, class: "dim aside"))
    guard let value = slice.estimate.shownValue else {
      marks.append(Label.text(chart.words.tooFew, x: 0, y: y + 4, dx: 6, class: "dim halo"))
      return marks
    }
    let verdict = verdict(slice.estimate)
    let ink = verdict == .inside ? "1" : "b"
    marks += IntervalMark.line(slice.estimate, on: scale, y: y, ink: ink)
    let symbol = verdict == .inside ? Symbol.dot : .diamond
    marks.append(symbol.mark(x: .percent(scale.clamped(value)), y: y, ink: ink, hover: sentence(slice)))
    if verdict != .inside {
      let words = verdict == .lower ? chart.words.lower : chart.words.higher
      let text = ChartWords.fill(words, chart.format.text(value))
      // On the side of the band, unless the edge of the plot is near there.
      let low = scale.clamped(slice.estimate.shownLow ?? value)
      let high = scale.clamped(slice.estimate.shownHigh ?? value)
      let onRight = verdict == .lower ? high < 66 : low < 34
      if onRight ? high > 66 : low < 34 {
        // There is room on neither side.
        let middle = min(max(scale.clamped(value), 20), 80)
        marks.append(
          Label.text(
            chart.format.text(value), x: .percent(middle), y: y - 8, anchor: .middle, class: "b fb-t halo"))
        return marks
      }
      for (words, classes) in [(text, "t2"), (chart.format.text(value), "n2")] {
        marks.append(
          Label.text(
            words, x: .percent(onRight ? high : low), y: y + 4, dx: onRight ? 8 : -8, anchor: onRight ? .start : .end,
            class: "b fb-t halo " + classes))
      }
    }
    return marks
  }

  private func sentence(_ slice: SliceDots.Slice) -> String {
    guard let value = slice.estimate.shownValue else {
      return "\(slice.label): \(chart.words.tooFew), \(size(slice))"
    }
    func bound(_ value: Double?) -> String { value.map(chart.format.text) ?? chart.words.unknownBound }
    return "\(slice.label): \(chart.format.text(value)), "
      + ChartWords.fill(
        chart.words.interval, chart.level, bound(slice.estimate.shownLow), bound(slice.estimate.shownHigh))
      + ", \(size(slice))"
  }

  private var spoken: String {
    let slices = chart.groups.flatMap(\.slices)
    return ([chart.overallLabel, chart.toleranceLabel] + slices.map(sentence)).joined(separator: ". ") + "."
  }
}
