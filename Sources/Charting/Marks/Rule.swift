/// Straight lines: grid, zero, reference.
enum Rule {
  static func vertical(_ percent: Double, from top: Double, to bottom: Double, class classes: String) -> Element {
    Element("line", class: classes).at([
      "x1": .percent(percent), "x2": .percent(percent), "y1": .pixels(top), "y2": .pixels(bottom),
    ])
  }

  static func horizontal(_ y: Double, class classes: String) -> Element {
    Element("line", class: classes).at(["x1": 0, "x2": .percent(100), "y1": .pixels(y), "y2": .pixels(y)])
  }
}
