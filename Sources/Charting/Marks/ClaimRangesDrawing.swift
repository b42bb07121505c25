/// The drawing of `ClaimRanges`: a band for what is possible, three marks on it, and what is beyond at the end of the row.
struct ClaimRangesDrawing {
  let chart: ClaimRanges
  let rows: [ClaimRanges.Row]
  let known: [Double]

  private static let rowHeight = 40.0
  /// Room for the heading above the numbers at the end.
  private static let top = 18.0

  private var limit: Double { Domain.clip(known) ?? .infinity }
  private var format: ValueFormat { chart.format }
  private var isAnyBeyond: Bool { rows.contains { $0.excess != nil } }

  var body: String {
    var (low, high) = Domain.withZero(known.filter { abs($0) <= limit })
    (low, high) = Ticks.nice(low, high, count: 4)
    let scale = ValueScale.linear(low: low, high: high)
    let ticks = Ticks.linear(low, high, count: 4)
    let names = format.ticks(ticks)
    let bottom = Self.top + Self.rowHeight * Double(rows.count)
    let labels = rows.map { BandLabel(chart.words.named($0.label)) }
    let left = (labels.map(\.width).max() ?? 0) + 14
    let ends = isAnyBeyond ? rows.compactMap(\.excess).map { format.signed($0) } + [chart.labels.excess] : []
    let right = max((names.last.map(TextWidth.of) ?? 0) / 2 + 4, (ends.map(TextWidth.of).max() ?? -12) * 1.1 + 14)
    var marks = Axis.across(
      ticks, labels: names, on: scale, top: Self.top, bottom: bottom,
      narrowest: Frame.narrowest(left: left, right: right))
    if isAnyBeyond { marks.append(ending(chart.labels.excess, y: 8)) }
    for (index, row) in rows.enumerated() {
      let middle = Self.top + (Double(index) + 0.5) * Self.rowHeight
      marks += Label.band(labels[index], name: row.label, y: middle)
      marks += self.marks(row, at: middle, on: scale)
      if let excess = row.excess { marks.append(ending(format.signed(excess), y: middle + 4)) }
    }
    return Frame.fluid(chart.head, description: spoken, height: bottom + 24, left: left, right: right, marks)
  }

  private func ending(_ words: String, y: Double) -> Element {
    Label.text(words, x: .percent(100), y: y, dx: 10, class: "b")
  }

  private func marks(_ row: ClaimRanges.Row, at y: Double, on scale: ValueScale) -> [Element] {
    var marks: [Element] = []
    let (low, high) = (row.recorded.shownLow, row.recorded.shownHigh)
    if low != nil || high != nil {
      marks.append(
        Bar.horizontal(
          from: low.map(scale.clamped) ?? 0, to: high.map(scale.clamped) ?? 100, y: y - 8, height: 16, class: "fband",
          hover: hover(row, "\(chart.labels.least) \(format.text(low)), \(chart.labels.most) \(format.text(high))")))
    }
    if row.excess != nil, let high, let claim = finite(row.claim) {
      marks.append(
        Element("line", class: "edge").at([
          "x1": .percent(scale.clamped(high)), "x2": .percent(scale.clamped(claim)), "y1": .pixels(y), "y2": .pixels(y),
        ]))
    }
    marks += mark(.hollowDot, "1", row.seen, row, chart.labels.seen, y: y - 4, on: scale)
    marks += mark(.square, "1", row.recorded.value, row, chart.labels.recorded, y: y + 4, on: scale)
    marks += mark(.hollowDiamond, "m", row.claim, row, chart.labels.claim, y: y, on: scale)
    return marks
  }

  private func mark(
    _ symbol: Symbol, _ ink: String, _ value: Double?, _ row: ClaimRanges.Row, _ label: String, y: Double,
    on scale: ValueScale
  ) -> [Element] {
    guard let value = finite(value) else { return [] }
    let text = format.text(value)
    guard abs(value) > limit else {
      return [symbol.mark(x: .percent(scale.percent(value)), y: y, ink: ink, radius: 4, hover: hover(row, label, text))]
    }
    let isRight = value > 0
    let end = isRight ? 100.0 : 0
    return [
      IntervalMark.arrow(at: end, y: y, pointsRight: isRight, ink: ink),
      Label.text(
        text, x: .percent(end), y: y + 4, dx: isRight ? -14 : 14, anchor: isRight ? .end : .start, class: "b halo"),
    ]
  }

  private func hover(_ row: ClaimRanges.Row, _ words: String...) -> String {
    "\(row.label), \(words.joined(separator: ": "))"
  }

  private var spoken: String {
    rows.map { row in
      let parts = [
        (chart.labels.claim, row.claim), (chart.labels.seen, row.seen), (chart.labels.recorded, row.recorded.value),
        (chart.labels.least, row.recorded.low), (chart.labels.most, row.recorded.high),
      ].compactMap { label, value in finite(value).map { "\(label) \(format.text($0))" } }
      return "\(row.label): \(parts.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
