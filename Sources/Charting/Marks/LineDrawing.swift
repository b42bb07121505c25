/// The drawing of a `LineChart` whose days are in order.
struct LineDrawing {
  typealias Series = LineChart.Series

  private let chart: LineChart
  private let days: [Int]
  private let series: [Series]
  /// The values as they are written, series by series.
  private let texts: [[String]]
  private let time: TimeScale
  private let scale: ValueScale
  private let ticks: [Double]
  /// Values beyond it are cut off with an arrow.
  private let limit: Double?
  private let top: Double
  private let height = 262.0
  /// Height of a line above the plot that names an event.
  private let lane: Double

  /// Nil when there is no value at all.
  init?(chart: LineChart, days: [Int], series: [Series], texts: [[String]]) {
    let all = series.flatMap { $0.values.compactMap { $0 } }
    guard let first = days.first, let last = days.last, !all.isEmpty else { return nil }
    self.chart = chart
    self.days = days
    self.series = series
    self.texts = texts
    time = TimeScale(first: first, last: last)
    limit = Domain.clip(all)
    let shown = limit.map { limit in all.filter { abs($0) <= limit } } ?? all
    var (low, high) = Domain.around(shown)
    if low > 0 && low < high * 0.3 { low = 0 }
    (low, high) = Ticks.nice(low, high, count: 4)
    scale = .linear(low: low, high: high)
    ticks = Ticks.linear(low, high, count: 4)
    lane = TextHeight.tallest(chart.events.map(\.label)) + TextHeight.halo
    top = 14 + lane * Double(min(chart.events.count, 3))
  }

  private var bottom: Double { top + height }
  private var words: ChartWords { chart.words }
  private func y(_ value: Double) -> Double { scale.pixel(value, top: top, bottom: bottom) }
  private func ink(_ index: Int) -> String { series[index].role == .comparison ? "m" : "\(index % 8 + 1)" }
  private func clipped(_ value: Double) -> Double { min(max(value, scale.low), scale.high) }

  /// Several main series get a key too: where they end together, their labels are pushed away from their ends.
  var key: [KeyItem] {
    var items: [KeyItem] = []
    if series.filter({ $0.role == .main }).count > 1 {
      items = series.indices.map { KeyItem(.line(classes: "ln " + lineClasses($0)), series[$0].name) }
    }
    if !gaps.isEmpty { items.append(KeyItem(.hatch(slug: chart.head.slug), words.noData)) }
    return items
  }

  private func lineClasses(_ index: Int) -> String {
    let role = series[index].role == .comparison ? "thin" : index == 0 ? "" : "dash\(index)"
    return "s\(ink(index)) \(role)".trimmedSpaces
  }

  var axisSentences: [String] {
    var sentences: [String] = []
    if scale.low != 0, let label = chart.format.ticks(ticks).first {
      sentences.append(ChartWords.fill(words.axisStarts, label))
    }
    if limit != nil { sentences.append(words.axisCut) }
    if series.allSatisfy({ $0.values.allSatisfy { $0 == nil || $0 == 0 } }) { sentences.append(words.allZero) }
    return sentences
  }

  var body: String {
    let tickLabels = chart.format.ticks(ticks)
    let right = series.map { TextWidth.of(endLabel($0.name)) }.max() ?? 0
    var marks: [Element] = gaps.isEmpty ? [] : [Hatch.definition(chart.head.slug)]
    marks += Axis.up(ticks, labels: tickLabels, on: scale, top: top, bottom: bottom)
    let left = (tickLabels.map(TextWidth.of).max() ?? 0) + 8
    marks += Axis.time(
      time, words: words, y: bottom, narrowest: Frame.narrowest(left: left, right: right + 14))
    marks += gapMarks
    marks.append(StretchedPath.box(top: top, height: height, paths))
    marks += eventMarks + lonePoints + cutPoints + ends + hoverStrips
    return Frame.fluid(
      chart.head, description: spoken, height: bottom + 26, left: left, right: right + 14, marks, below: eventList)
  }

  // MARK: Lines

  private var paths: [Element] {
    series.indices.reversed().map { index in
      let points = zip(days, series[index].values).map { day, value in
        value.map { (x: time.percent(day), y: (y(clipped($0)) - top) / height * 100) }
      }
      return StretchedPath.line(points, class: lineClasses(index))
    }
  }

  /// Values without a neighbour, which a line does not show.
  private var lonePoints: [Element] {
    series.indices.flatMap { index in
      let values = series[index].values
      return values.indices.compactMap { place -> Element? in
        guard let value = values[place] else { return nil }
        let before = place > 0 ? values[place - 1] : nil
        let after = place + 1 < values.count ? values[place + 1] : nil
        guard before == nil && after == nil else { return nil }
        return Symbol.dot.mark(
          x: .percent(time.percent(days[place])), y: y(clipped(value)), ink: ink(index), radius: 3.5)
      }
    }
  }

  private var cutPoints: [Element] {
    guard let limit else { return [] }
    return series.indices.flatMap { index in
      zip(days, series[index].values).compactMap { day, value -> Element? in
        guard let value, abs(value) > limit else { return nil }
        let percent = time.percent(day)
        let up = value > 0
        let sign = up ? "▲ " : "▼ "
        return Label.above(
          sign + chart.format.text(value), percent: percent, y: up ? top - 2 : bottom - 6, class: "b halo")
      }
    }
  }

  // MARK: Line ends

  private func endLabel(_ name: String) -> String { BandLabel.cutAtEnd(name, 120) }

  private var ends: [Element] {
    var marks: [Element] = []
    var places: [(index: Int, y: Double)] = []
    for index in series.indices {
      guard let place = series[index].values.lastIndex(where: { $0 != nil }), let value = series[index].values[place]
      else { continue }
      let height = y(clipped(value))
      if series[index].role == .main {
        let hollow = chart.lastIsPartial && index == 0
        let symbol = Symbol.nth(index + (hollow ? 4 : 0))
        marks.append(symbol.mark(x: .percent(time.percent(days[place])), y: height, ink: ink(index)))
      }
      places.append((index, height))
    }
    guard series.count > 1 else { return marks }
    let names = places.map { series[$0.index].name }
    for (index, y) in LabelStack.spread(places, bottom: bottom, apart: TextHeight.tallest(names)) {
      let isMain = series[index].role == .main
      let label = endLabel(series[index].name)
      marks.append(
        Label.text(label, x: .percent(100), y: y + 4, dx: 10, class: isMain ? "b" : "")
          .hover(label == series[index].name ? nil : series[index].name))
    }
    return marks
  }

  // MARK: Gaps

  /// Stretches without a value in the first series, as indices.
  private var gaps: [ClosedRange<Int>] {
    guard let values = series.first?.values, values.contains(where: { $0 != nil }) else { return [] }
    var gaps: [ClosedRange<Int>] = []
    var start: Int?
    for index in values.indices {
      if values[index] == nil {
        start = start ?? index
      } else if let first = start {
        gaps.append(first...(index - 1))
        start = nil
      }
    }
    if let first = start { gaps.append(first...(values.count - 1)) }
    return gaps
  }

  private var gapMarks: [Element] {
    var marks: [Element] = []
    var lastLabelEnd = -Double.infinity
    for gap in gaps {
      // Half-way to the neighbours on both sides.
      let start = gap.lowerBound > 0 ? Double(days[gap.lowerBound - 1] + days[gap.lowerBound]) / 2 : Double(days[0])
      let end =
        gap.upperBound + 1 < days.count
        ? Double(days[gap.upperBound] + days[gap.upperBound + 1]) / 2 : Double(days[gap.upperBound])
      let (from, to) = (time.percent(start), time.percent(end))
      let stretch = words.days(days[gap.lowerBound], lastDay(of: gap))
      let hover = "\(words.noData), \(stretch)"
      marks.append(Hatch.area(chart.head.slug, from: from, to: to, y: top, height: height, hover: hover))
      let middle = (from + to) / 2
      // Labels are shown from 430 px of plot width on.
      let half = TextWidth.of(stretch) / 430 * 50 + 1
      guard middle - half > lastLabelEnd else { continue }
      lastLabelEnd = middle + half
      let above = bottom - 10 - TextHeight.line - TextHeight.halo
      marks.append(Label.above(words.noData, percent: middle, y: above, class: "dim halo t2"))
      marks.append(Label.above(stretch, percent: middle, y: bottom - 10, class: "dim halo t2"))
    }
    return marks
  }

  /// A gap lasts until the day before the next value.
  private func lastDay(of gap: ClosedRange<Int>) -> Int {
    gap.upperBound + 1 < days.count ? days[gap.upperBound + 1] - 1 : days[gap.upperBound]
  }

  // MARK: Events

  private static let circled = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]

  private var shownEvents: [LineChart.Event] {
    chart.events.filter { $0.day >= time.first && $0.day <= time.last }.sorted { $0.day < $1.day }
  }

  private func number(_ index: Int) -> String { index < 9 ? Self.circled[index] : "(\(index + 1))" }

  /// The first three are named in the drawing, each on a line of its own. In a narrow plot, and past the third, there
  /// is a number, and the list below tells what it stands for.
  private var eventMarks: [Element] {
    shownEvents.enumerated().flatMap { index, event -> [Element] in
      let percent = time.percent(event.day)
      let y = 12 + lane * Double(min(index, 2))
      let anchor: Label.Anchor = percent > 50 ? .end : .start
      let dx = percent > 50 ? 4.0 : -4.0
      var marks = [Rule.vertical(percent, from: y + 6, to: bottom, class: "ref")]
      let named = index < 3
      if named {
        marks.append(
          Label.text(
            BandLabel.cutAtEnd(event.label, 190), x: .percent(percent), y: y, dx: dx, anchor: anchor,
            class: "lab halo t2"))
      }
      marks.append(
        Label.text(
          number(index), x: .percent(percent), y: y, anchor: .middle, class: named ? "lab halo n2" : "lab halo"))
      return marks
    }
  }

  private var eventList: [Element] {
    let events = shownEvents
    guard !events.isEmpty else { return [] }
    let needsList = events.count > 3 || events.contains { TextWidth.of($0.label) > 190 }
    let items = events.enumerated().map { index, event in
      Element("li").text("\(number(index)) \(words.day(event.day)): \(event.label)")
    }
    return [Element("ul", class: needsList ? "events" : "events n2").adding(items)]
  }

  // MARK: Words

  /// Invisible strips that tell the values of a day while the pointer rests there; left out past 120 days.
  private var hoverStrips: [Element] {
    guard days.count > 1, days.count <= 120 else { return [] }
    let width = 100 / Double(days.count - 1)
    return days.indices.map { index in
      let percent = time.percent(days[index])
      let start = max(0, percent - width / 2)
      var said = words.dayOpening(days[index])
      for place in series.indices {
        if place > 0 { said += "; " }
        said += series[place].name
        said += ": "
        said += series[place].values[index] == nil ? words.noData : texts[place][index]
      }
      return Element("rect", class: "hit")
        .at([
          "x": .percent(start), "width": .percent(min(100, percent + width / 2) - start), "y": .pixels(top),
          "height": .pixels(height),
        ])
        .hover(said)
    }
  }

  private var spoken: String {
    var facts = series.compactMap { one -> String? in
      let known = zip(days, one.values).compactMap { day, value in value.map { (day, $0) } }
      guard let first = known.first, let last = known.last, let high = known.max(by: { $0.1 < $1.1 }) else {
        return nil
      }
      if known.count == 1 { return "\(one.name): \(chart.format.text(first.1)), \(words.day(first.0))" }
      return "\(one.name): \(chart.format.text(first.1)) (\(words.day(first.0))) → \(chart.format.text(last.1)) "
        + "(\(words.day(last.0))), " + ChartWords.fill(words.highest, chart.format.text(high.1))
        + " (\(words.day(high.0)))"
    }
    facts += gaps.map { "\(words.noData): \(words.days(days[$0.lowerBound], lastDay(of: $0)))" }
    return facts.map { $0 + "." }.joined(separator: " ")
  }
}
