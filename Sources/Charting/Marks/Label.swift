/// Chart text, always horizontal.
enum Label {
  enum Anchor: String {
    case start = ""
    case middle = "m"
    case end = "e"
  }

  static func text(
    _ words: String, x: Length, y: Double, dx: Double = 0, anchor: Anchor = .start, class classes: String = ""
  ) -> Element {
    let all = anchor == .start ? classes : classes.isEmpty ? anchor.rawValue : anchor.rawValue + " " + classes
    var element = Element("text", class: all).at(["x": x, "y": .pixels(y)])
    if dx != 0 { element = element.at(["dx": .pixels(dx)]) }
    return element.text(words)
  }

  /// A category name in the gutter left of the plot, centred on `y`; the full name on hover when it was cut.
  static func band(_ label: BandLabel, name: String, y: Double, class classes: String = "lab") -> [Element] {
    let apart = label.lineHeight
    let top = y + 4 - Double(label.lines.count - 1) * apart / 2
    return label.lines.enumerated().map { index, line in
      text(line, x: 0, y: top + Double(index) * apart, dx: -10, anchor: .end, class: classes)
        .hover(label.isCut && index == 0 ? name : nil)
    }
  }

  /// Above a position: centred, but held inside the plot near its ends.
  static func above(_ words: String, percent: Double, y: Double, class classes: String) -> Element {
    let anchor: Anchor = percent < 18 ? .start : percent > 82 ? .end : .middle
    return text(words, x: .percent(percent), y: y, anchor: anchor, class: classes)
  }
}
