/// A square plot of shares, 0…1 both ways, in a drawing of fixed shape.
struct UnitSquare {
  let left = 46.0
  let top = 10.0
  let side = 300.0
  let width = 360.0

  var bottom: Double { top + side }

  func point(_ x: Double, _ y: Double) -> StretchedPath.Point {
    (left + min(max(x, 0), 1) * side, bottom - min(max(y, 0), 1) * side)
  }

  var diagonal: Element {
    let (start, end) = (point(0, 0), point(1, 1))
    return segment(start, end, "ref")
  }

  func baseLine(_ y: Double) -> Element { segment((left, y), (left + side, y), "zero") }

  func segment(_ start: StretchedPath.Point, _ end: StretchedPath.Point, _ classes: String) -> Element {
    Element("line", class: classes).at([
      "x1": .pixels(start.x), "y1": .pixels(start.y), "x2": .pixels(end.x), "y2": .pixels(end.y),
    ])
  }

  /// Lines and labels at every fifth.
  func grid(_ format: ValueFormat) -> [Element] {
    let ticks = stride(from: 0.0, through: 5, by: 1).map { $0 / 5 }
    let labels = format.ticks(ticks)
    var marks: [Element] = []
    for (index, tick) in ticks.enumerated() {
      let place = point(tick, tick)
      let classes = index == 0 ? "zero" : "g"
      marks.append(segment((left, place.y), (left + side, place.y), classes))
      marks.append(segment((place.x, top), (place.x, bottom), classes))
      if index > 0 { marks.append(Label.text(labels[index], x: .pixels(left - 8), y: place.y + 4, anchor: .end)) }
      marks.append(
        Label.text(
          labels[index], x: .pixels(place.x), y: bottom + 18, anchor: .middle, class: index % 2 == 1 ? "t3" : ""))
    }
    return marks
  }
}
