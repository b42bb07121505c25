/// A bar along x, between two positions in per cent.
enum Bar {
  static func horizontal(
    from start: Double, to end: Double, y: Double, height: Double, class classes: String, hover: String? = nil
  ) -> Element {
    Element("rect", class: classes)
      .at([
        "x": .percent(min(start, end)), "y": .pixels(y), "width": .percent(abs(end - start)),
        "height": .pixels(height), "rx": 2,
      ])
      .hover(hover)
  }

  /// Where a value of nothing stands: thin, so that it is seen and not mistaken for a gap.
  static func stub(at percent: Double, y: Double, height: Double, class classes: String, hover: String?) -> Element {
    Element("rect", class: classes)
      .at(["x": .percent(percent), "y": .pixels(y), "width": 1.5, "height": .pixels(height)])
      .hover(hover)
  }
}
