/// One panel of `ResponseCurves`.
struct CurvePanel {
  private let panel: ResponseCurves.Panel
  private let chart: ResponseCurves
  private let points: [(spend: Double, value: Double, low: Double?, high: Double?)]
  private let across: NiceAxis
  private let up: NiceAxis
  private static let top = 8.0
  private static let height = 128.0

  /// Nil when there is nothing to draw.
  init?(_ panel: ResponseCurves.Panel, of chart: ResponseCurves) {
    points = panel.points.compactMap { point in
      guard point.spend.isFinite, let value = point.response.shownValue else { return nil }
      return (point.spend, value, point.response.shownLow, point.response.shownHigh)
    }.sorted { $0.spend < $1.spend }
    guard !points.isEmpty else { return nil }
    self.panel = panel
    self.chart = chart
    let markers = [finite(panel.now), finite(panel.suggested)].compactMap { $0 }
    across = NiceAxis(points.map(\.spend) + markers, withZero: true, count: 3, format: chart.spendFormat)
    up = NiceAxis(
      points.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }, withZero: true, count: 3,
      format: chart.responseFormat)
  }

  var goesBeyond: Bool { !panel.hasNoSignal && points.contains { $0.spend > panel.mostSpent } }
  var showsNow: Bool { !panel.hasNoSignal && height(at: panel.now) != nil }
  var showsSuggestion: Bool { !panel.hasNoSignal && height(at: panel.suggested) != nil }

  func markup(part: String) -> String {
    let name = FigureHead(
      id: chart.head.id, title: "", subtitle: "", name: "\(panel.channel): \(chart.head.name)")
    let bottom = Self.top + Self.height
    var marks = Axis.up(up.ticks, labels: up.labels, on: up.scale, top: Self.top, bottom: bottom)
    let (left, right) = (up.labelWidth + 8, (across.labels.last.map(TextWidth.of) ?? 0) / 2 + 4)
    marks += Axis.across(
      across.ticks, labels: across.labels, on: across.scale, top: bottom, bottom: bottom + 4,
      labelY: bottom + Axis.drop, narrowest: Frame.narrowest(left: left, right: right))
    marks.append(StretchedPath.box(top: Self.top, height: Self.height, paths))
    if panel.hasNoSignal {
      marks += Self.words(chart.words.noSignal, y: Self.top + Self.height / 2)
    } else {
      marks += dots
    }
    let svg = Frame.fluid(
      name, description: spoken, height: bottom + 24, left: left, right: right, part: part, marks)
    return "<div class=\"panel\"><h4>\(Element.escape(panel.channel))</h4>"
      + "<p class=\"panel-size\">\(Element.escape(panel.action))</p>\(svg)</div>"
  }

  /// On up to three lines in the middle of the panel.
  private static func words(_ sentence: String, y: Double) -> [Element] {
    let label = BandLabel(sentence, width: 150)
    let apart = label.lineHeight + TextHeight.halo
    return label.lines.enumerated().map { index, line in
      Label.text(line, x: .percent(50), y: y + Double(index) * apart, anchor: .middle, class: "b halo")
    }
  }

  private func place(_ spend: Double, _ value: Double) -> StretchedPath.Point {
    (across.scale.clamped(spend), 100 - up.scale.clamped(value))
  }

  private var paths: [Element] {
    let ranged = points.compactMap { point -> (low: StretchedPath.Point, high: StretchedPath.Point)? in
      guard let low = point.low, let high = point.high else { return nil }
      return (place(point.spend, low), place(point.spend, high))
    }
    var paths: [Element] = []
    if ranged.count > 1 {
      paths.append(StretchedPath.area(low: ranged.map(\.low), high: ranged.map(\.high), class: "fband"))
    }
    guard !panel.hasNoSignal else { return paths }
    var within = points.filter { $0.spend <= panel.mostSpent }.map { place($0.spend, $0.value) }
    var beyond = points.filter { $0.spend > panel.mostSpent }.map { place($0.spend, $0.value) }
    // Both end where the data end, so that the line has no hole there.
    if !within.isEmpty, !beyond.isEmpty, let value = height(at: panel.mostSpent) {
      let edge = place(panel.mostSpent, value)
      within.append(edge)
      beyond.insert(edge, at: 0)
    }
    paths.append(StretchedPath.line(beyond, class: "s1 dash1"))
    paths.append(StretchedPath.line(within, class: "s1"))
    return paths
  }

  private var dots: [Element] {
    var marks: [Element] = []
    if points.count == 1 {
      let point = place(points[0].spend, points[0].value)
      marks.append(
        Symbol.dot.mark(x: .percent(point.x), y: Self.top + point.y / 100 * Self.height, ink: "1", radius: 4))
    }
    for (spend, symbol) in [(panel.now, Symbol.dot), (panel.suggested, Symbol.hollowDiamond)] {
      guard let spend = finite(spend), let value = height(at: spend) else { continue }
      let point = place(spend, value)
      marks.append(
        symbol.mark(
          x: .percent(point.x), y: Self.top + point.y / 100 * Self.height, ink: "i",
          hover: chart.spendFormat.text(spend)))
    }
    return marks
  }

  /// The curve at a spend, between its points; nil outside them.
  private func height(at spend: Double?) -> Double? {
    guard let spend = finite(spend) else { return nil }
    for (one, next) in zip(points, points.dropFirst()) where one.spend <= spend && spend <= next.spend {
      guard next.spend > one.spend else { return one.value }
      return one.value + (next.value - one.value) * (spend - one.spend) / (next.spend - one.spend)
    }
    return points.count == 1 && points[0].spend == spend ? points[0].value : nil
  }

  private var spoken: String {
    guard !panel.hasNoSignal else { return "\(panel.channel). \(chart.words.noSignal)" }
    let ends = [points.first, points.last].compactMap { $0 }.map {
      "\(chart.spendFormat.text($0.spend)) → \(chart.responseFormat.text($0.value))"
    }
    return "\(panel.channel), \(panel.action). " + ends.joined(separator: "; ") + "."
  }
}
