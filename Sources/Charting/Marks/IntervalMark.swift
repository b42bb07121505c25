/// A value with its range: dot and line. An unknown bound, and one off the scale, ends in an arrow.
enum IntervalMark {
  static func line(_ estimate: Estimate, on scale: ValueScale, y: Double, ink: String) -> [Element] {
    guard let value = estimate.shownValue, estimate.shownLow != nil || estimate.shownHigh != nil else { return [] }
    let low = estimate.shownLow
    let high = estimate.shownHigh
    let opensLeft = low == nil || low ?? value < scale.low
    let opensRight = high == nil || high ?? value > scale.high
    let start = opensLeft ? 0 : scale.clamped(low ?? value)
    let end = opensRight ? 100 : scale.clamped(high ?? value)
    var marks = [
      Element("line", class: "ci s\(ink)").at([
        "x1": .percent(start), "x2": .percent(end), "y1": .pixels(y), "y2": .pixels(y),
      ])
    ]
    if opensLeft { marks.append(arrow(at: 0, y: y, pointsRight: false, ink: ink)) }
    if opensRight { marks.append(arrow(at: 100, y: y, pointsRight: true, ink: ink)) }
    return marks
  }

  /// "It goes on": a filled triangle whose tip lies on the edge of the plot.
  static func arrow(at percent: Double, y: Double, pointsRight: Bool, ink: String) -> Element {
    let path = Element("path", class: "f\(ink)").set("d", pointsRight ? "M-8 -5.5L1 0L-8 5.5z" : "M8 -5.5L-1 0L8 5.5z")
    return Element("svg").at(["x": .percent(percent), "y": .pixels(y)]).set("overflow", "visible").adding(path)
  }
}
