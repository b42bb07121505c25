/// Lines and areas whose points are per cent of the plot both ways (y downward). They lie in a nested drawing that is
/// stretched to the plot; strokes keep their width.
enum StretchedPath {
  typealias Point = (x: Double, y: Double)

  static func box(top: Double, height: Double, _ paths: [Element]) -> Element {
    Element("svg")
      .at(["x": 0, "y": .pixels(top), "width": .percent(100), "height": .pixels(height)])
      .set("viewBox", "0 0 100 100").set("preserveAspectRatio", "none").set("overflow", "visible")
      .adding(paths)
  }

  /// A missing point breaks the line.
  static func line(_ points: [Point?], class classes: String) -> Element {
    Element("path", class: "ln " + classes).set("d", path: data(points))
  }

  static func area(low: [Point], high: [Point], class classes: String) -> Element {
    Element("path", class: classes).set("d", path: data(high + low.reversed()) + [UInt8(ascii: "Z")])
  }

  /// Points without a neighbour, which a line does not show.
  static func lone(_ points: [Point?]) -> [Point] {
    points.indices.compactMap { index in
      let before = index > 0 ? points[index - 1] : nil
      let after = index + 1 < points.count ? points[index + 1] : nil
      return before == nil && after == nil ? points[index] : nil
    }
  }

  private static func data(_ points: [Point?]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(points.count * 12)
    var starts = true
    for point in points {
      guard let point else {
        starts = true
        continue
      }
      text.append(starts ? UInt8(ascii: "M") : UInt8(ascii: "L"))
      Length.write(point.x, to: &text)
      text.append(UInt8(ascii: " "))
      Length.write(point.y, to: &text)
      starts = false
    }
    return text
  }
}
