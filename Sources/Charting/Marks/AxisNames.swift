/// What the axes of a scatter measure: above the upper end of one, below the far end of the other.
enum AxisNames {
  /// What a phone's plot and the gutter beside it hold, less the arrow.
  private static let widest = 170.0

  static func around(x: String, y: String, bottom: Double) -> [Element] {
    let end = bottom + Axis.drop + TextHeight.tallest([x])
    return [
      name(y, x: 0, y: 13, anchor: .start) { "↑ " + $0 }, name(x, x: .percent(100), y: end, anchor: .end) { $0 + " →" },
    ]
  }

  private static func name(
    _ name: String, x: Length, y: Double, anchor: Label.Anchor, _ arrow: (String) -> String
  ) -> Element {
    let cut = BandLabel.cutAtEnd(name, widest)
    return Label.text(arrow(cut), x: x, y: y, anchor: anchor, class: "dim").hover(cut == name ? nil : name)
  }
}
