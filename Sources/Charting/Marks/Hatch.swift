/// Hatching: missing or not yet known, never a category. The pattern's id derives from the figure's, so that many
/// figures share a page.
enum Hatch {
  static func definition(_ slug: String) -> Element {
    let line = Element("line", class: "hatch").at(["x1": 0, "x2": 0, "y1": 0, "y2": 6])
    let pattern = Element("pattern").set("id", slug + "-hatch").at(["width": 6, "height": 6])
      .set("patternUnits", "userSpaceOnUse").set("patternTransform", "rotate(45)").adding(line)
    return Element("defs").adding(pattern)
  }

  static func area(
    _ slug: String, from start: Double, to end: Double, y: Double, height: Double, hover: String? = nil
  ) -> Element {
    Element("rect").set("fill", "url(#\(slug)-hatch)")
      .at(["x": .percent(start), "y": .pixels(y), "width": .percent(end - start), "height": .pixels(height)])
      .hover(hover)
  }
}
