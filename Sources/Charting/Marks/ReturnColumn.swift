/// The drawings of a `ChannelReturn`, which share one scale.
struct ReturnColumn {
  private let chart: ChannelReturn
  private let scale: ValueScale
  private let ticks: [Double]
  private static let height = 38.0
  private static let middle = 22.0

  init(chart: ChannelReturn) {
    self.chart = chart
    let known = chart.rows.filter { $0.estimate.shownValue != nil }
    let centres = known.compactMap(\.estimate.shownValue) + [chart.reference?.value].compactMap { $0 }
    let claims = known.compactMap { finite($0.claim) }
    let bounds = known.flatMap { [$0.estimate.shownLow, $0.estimate.shownHigh].compactMap { $0 } }
    let all = centres + claims + bounds
    if let least = all.min(), least > 0, let smallest = centres.min(), let largest = centres.max() {
      // A bound or a claim far out must not squeeze the rest: it ends in an arrow.
      let low = max(least, smallest / 8)
      let high = min(all.max() ?? largest, largest * 8)
      var start = 1.0
      while start > low { start /= 2 }
      while start * 2 <= low { start *= 2 }
      var end = start * 2
      while end < high { end *= 2 }
      scale = .logarithmic(low: start, high: end)
      ticks = Ticks.doubling(start, end, most: 6)
    } else {
      let limit = Domain.clip(all) ?? .infinity
      var (low, high) = Domain.withZero(all.filter { abs($0) <= limit })
      (low, high) = Ticks.nice(low, high, count: 5)
      scale = .linear(low: low, high: high)
      ticks = Ticks.linear(low, high, count: 5)
    }
  }

  var isLogarithmic: Bool {
    if case .logarithmic = scale { return true }
    return false
  }

  var header: String {
    let labels = ticks.map { ValueFormat(chart.format.unit, locale: chart.format.locale).ticks([$0])[0] }
    let width = labels.map(TextWidth.of).max() ?? 0
    let thinning = TickThinning.decide(count: ticks.count, width: width, narrowest: 190)
    var marks: [Element] = []
    if let reference = chart.reference {
      marks.append(
        Label.above(reference.label, percent: scale.clamped(reference.value), y: 17, class: "b"))
    }
    for (index, tick) in ticks.enumerated() {
      let classes: String
      switch thinning[index] {
      case .always: classes = ""
      case .withClass(let name): classes = name
      case .never: continue
      }
      let percent = scale.percent(tick)
      let anchor: Label.Anchor = percent < 1 ? .start : percent > 99 ? .end : .middle
      marks.append(Label.text(labels[index], x: .percent(percent), y: 40, anchor: anchor, class: classes))
    }
    let svg = Element("svg", class: "f").set("width", "100%").at(["height": 48]).set("aria-hidden", "true")
      .set("overflow", "visible").adding(marks)
    return Element("span", class: "plot").adding(svg).markup
  }

  func cell(_ row: ChannelReturn.Row) -> String {
    let inside = row.estimate.shownValue.map { plot(row, $0) }
    let grid = ticks.map { Rule.vertical(scale.percent($0), from: -9, to: Self.height + 9, class: "g") }
    let svg = Element("svg", class: "f").set("role", "img").set("aria-label", spoken(row)).set("width", "100%")
      .at(["height": .pixels(Self.height)]).set("overflow", "visible").adding(grid).adding(inside ?? [reason(row)])
    return Element("div", class: "plot").adding(svg).markup
  }

  private func reason(_ row: ChannelReturn.Row) -> Element {
    let words = row.emptyReason.isEmpty ? chart.words.notEnoughData : row.emptyReason
    return Label.text(words, x: .percent(50), y: Self.middle + 4, anchor: .middle, class: "dim halo")
  }

  private func plot(_ row: ChannelReturn.Row, _ value: Double) -> [Element] {
    let ink = row.tone.rawValue
    var marks: [Element] = []
    if let reference = chart.reference {
      marks.append(Rule.vertical(scale.clamped(reference.value), from: -9, to: Self.height + 9, class: "ref"))
    }
    marks += IntervalMark.line(row.estimate, on: scale, y: Self.middle, ink: ink)
    marks.append(
      Symbol.dot.mark(
        x: .percent(scale.clamped(value)), y: Self.middle, ink: ink, radius: 6, hover: spoken(row)))
    if let claim = finite(row.claim) {
      if claim > scale.high || claim < scale.low {
        let right = claim > scale.high
        marks.append(IntervalMark.arrow(at: right ? 100 : 0, y: Self.middle, pointsRight: right, ink: "m"))
        marks.append(
          Label.text(
            chart.format.text(claim), x: .percent(right ? 100 : 0), y: Self.middle - 11, anchor: right ? .end : .start,
            class: "dim halo"))
      } else {
        // A claim that agrees with the estimate hangs below it, so that neither hides the other.
        let place = scale.percent(claim)
        let y = abs(place - scale.clamped(value)) < 2.5 ? Self.middle + 9 : Self.middle
        marks.append(
          Symbol.hollowDiamond.mark(
            x: .percent(place), y: y, ink: "m",
            hover: "\(row.channel): \(ChartWords.fill(chart.words.claim, chart.format.text(claim)))"))
      }
    }
    let number = row.label.isEmpty ? chart.format.text(value) : row.label
    let percent = scale.clamped(value)
    let room = TextWidth.of(number) / 2 - 8
    let isLeft = percent / 100 * Frame.narrowest(left: 0) < room
    let isRight = (100 - percent) / 100 * Frame.narrowest(left: 0) < room
    let anchor: Label.Anchor = isLeft ? .start : isRight ? .end : .middle
    marks.append(Label.text(number, x: .percent(percent), y: Self.middle - 11, anchor: anchor, class: "b halo"))
    return marks
  }

  private func spoken(_ row: ChannelReturn.Row) -> String {
    let words = chart.words
    guard let value = row.estimate.shownValue else {
      return "\(row.channel): " + (row.emptyReason.isEmpty ? words.notEnoughData : row.emptyReason)
    }
    func bound(_ value: Double?) -> String { value.map(chart.format.text) ?? words.unknownBound }
    var text =
      "\(row.channel): \(chart.format.text(value)), "
      + ChartWords.fill(words.interval, chart.level, bound(row.estimate.shownLow), bound(row.estimate.shownHigh))
    if let claim = finite(row.claim) { text += "; " + ChartWords.fill(words.claim, chart.format.text(claim)) }
    return text
  }
}
