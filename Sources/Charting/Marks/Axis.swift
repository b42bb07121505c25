/// Grid lines with their labels.
enum Axis {
  /// From the end of a plot down to the base line of the figures below it. Those left of the plot stand 4 px below the
  /// end, so that the first of both are a line apart.
  static let drop = 4 + TextHeight.line

  /// A value axis below (or above) rows: a vertical line per tick.
  static func across(
    _ ticks: [Double], labels: [String], on scale: ValueScale, top: Double, bottom: Double,
    labelY: Double? = nil, narrowest: Double
  ) -> [Element] {
    let positions = ticks.map(scale.percent)
    let share = ((positions.last ?? 100) - (positions.first ?? 0)) / 100
    let width = labels.map(TextWidth.of).max() ?? 0
    let thinning = TickThinning.decide(count: ticks.count, width: width, share: share, narrowest: narrowest)
    var marks: [Element] = []
    for (index, percent) in positions.enumerated() {
      marks.append(Rule.vertical(percent, from: top, to: bottom, class: ticks[index] == 0 ? "zero" : "g"))
      marks += label(labels[index], at: percent, y: labelY ?? bottom + drop, thinning[index])
    }
    return marks
  }

  /// A value axis left of the plot: a horizontal line per tick, the lowest one drawn as the axis.
  static func up(
    _ ticks: [Double], labels: [String], on scale: ValueScale, top: Double, bottom: Double
  ) -> [Element] {
    zip(ticks, labels).flatMap { tick, label in
      let y = scale.pixel(tick, top: top, bottom: bottom)
      let isBase = tick == 0 || tick == scale.low
      return [
        Rule.horizontal(y, class: isBase ? "zero" : "g"),
        Label.text(label, x: 0, y: y + 4, dx: -8, anchor: .end),
      ]
    }
  }

  /// Days along x, `last` of them at 100%.
  static func time(_ scale: TimeScale, words: ChartWords, y: Double, narrowest: Double) -> [Element] {
    let ticks = scale.ticks(most: 7, words: words)
    let width = ticks.map { TextWidth.of($0.label) }.max() ?? 0
    let thinning = TickThinning.decide(count: ticks.count, width: width + 24, narrowest: narrowest)
    var marks: [Element] = []
    for (index, tick) in ticks.enumerated() {
      let percent = scale.percent(tick.day)
      let group: Element
      switch thinning[index] {
      case .always: group = Element("g")
      case .withClass(let name): group = Element("g", class: name)
      case .never: continue
      }
      let nearEnd = percent > 88
      marks.append(
        group.adding(
          Rule.vertical(percent, from: y, to: y + 5, class: "ax"),
          Label.text(
            tick.label, x: .percent(percent), y: y + drop, dx: nearEnd ? 0 : 3, anchor: nearEnd ? .middle : .start)))
    }
    return marks
  }

  static func label(
    _ words: String, at percent: Double, y: Double, _ thinning: TickThinning, class classes: String = ""
  ) -> [Element] {
    let shown: String
    switch thinning {
    case .always: shown = classes
    case .withClass(let name): shown = classes.isEmpty ? name : classes + " " + name
    case .never: return []
    }
    return [Label.text(words, x: .percent(percent), y: y, anchor: .middle, class: shown)]
  }
}
