/// One line per cohort over the months since it began. The last four are coloured and named at their ends, the others
/// grey.
struct MonthCurves {
  struct Curve {
    let name: String
    /// From month `firstMonth` on; nil is not known or not over.
    let values: [Double?]
  }

  let head: FigureHead
  let curves: [Curve]
  let firstMonth: Int
  let axis: NiceAxis
  /// Where a rule stands, with its words.
  let rule: (value: Double, label: String)?
  let description: String

  private static let named = 4
  private static let top = 20.0
  private static let height = 220.0

  private func ink(_ index: Int) -> String {
    let place = index - max(0, curves.count - Self.named)
    return place < 0 ? "m" : "\(place + 1)"
  }

  private func classes(_ index: Int) -> String {
    let place = index - max(0, curves.count - Self.named)
    return "s\(ink(index))" + (place < 0 ? " thin" : place == 0 ? "" : " dash\(place)")
  }

  var key: [KeyItem] {
    guard curves.count > 1 else { return [] }
    let named = curves.indices.suffix(Self.named)
    return named.map { KeyItem(.line(classes: "ln " + classes($0)), curves[$0].name) }
  }

  var body: String {
    let bottom = Self.top + Self.height
    let count = curves.map(\.values.count).max() ?? 0
    func x(_ place: Int) -> Double { count < 2 ? 50 : Double(place) / Double(count - 1) * 100 }
    var marks = Axis.up(axis.ticks, labels: axis.labels, on: axis.scale, top: Self.top, bottom: bottom)
    let named = curves.suffix(Self.named).map(\.name)
    let (left, right) = (axis.labelWidth + 8, curves.count > 1 ? LabelStack.width(named) : 20)
    marks += monthLabels(count, x, y: bottom + Axis.drop, narrowest: Frame.narrowest(left: left, right: right))
    if let rule {
      let y = axis.pixel(rule.value, top: Self.top, bottom: bottom)
      marks.append(Rule.horizontal(y, class: "ref"))
      marks.append(Label.text(rule.label, x: 0, y: y - 6, dx: 4, class: "dim halo"))
    }
    var ends: [LabelStack.Place] = []
    var lines: [Element] = []
    var dots: [Element] = []
    for (index, curve) in curves.enumerated() {
      let points = curve.values.enumerated().map { place, value -> StretchedPath.Point? in
        finite(value).map { (x(place), 100 - axis.scale.percent(axis.clipped($0))) }
      }
      lines.append(StretchedPath.line(points, class: classes(index)))
      dots += StretchedPath.lone(points).map { point in
        Symbol.dot.mark(
          x: .percent(point.x), y: Self.top + point.y / 100 * Self.height, ink: ink(index), radius: 3.5)
      }
      guard let last = points.lastIndex(where: { $0 != nil }), let point = points[last] else { continue }
      let y = Self.top + point.y / 100 * Self.height
      guard ink(index) != "m" else { continue }
      dots.append(Symbol.nth(index % 4).mark(x: .percent(point.x), y: y, ink: ink(index), radius: 4))
      ends.append((index, y))
    }
    marks.append(StretchedPath.box(top: Self.top, height: Self.height, lines))
    marks += dots
    if curves.count > 1 { marks += LabelStack.names(ends, curves.map(\.name), bottom: bottom) }
    return Frame.fluid(head, description: description, height: bottom + 24, left: left, right: right, marks)
  }

  private func monthLabels(_ count: Int, _ x: (Int) -> Double, y: Double, narrowest: Double) -> [Element] {
    let every = max(1, (count + 12) / 13)
    let places = (0..<count).filter { $0.isMultiple(of: every) }
    let thinning = TickThinning.decide(count: places.count, width: 22, narrowest: narrowest)
    return places.indices.flatMap { index in
      Axis.label("\(places[index] + firstMonth)", at: x(places[index]), y: y, thinning[index])
    }
  }
}
