/// Names beside points, each shown only from the plot width on at which it covers no other and leaves no edge.
enum PointLabels {
  struct Point {
    /// Per cent of the plot.
    let x: Double
    let y: Double
    let name: String
  }

  /// Plot widths at which a class begins to show its labels, narrowest first.
  private static let classes: [(width: Double, name: String)] = [(210, ""), (300, "t3"), (430, "t2"), (620, "t1")]
  private static let widths = [210.0, 260, 300, 360, 430, 520, 620, 800, 1_100, 1_500, 1_900]
  private static let widest = 110.0

  /// - Parameter points: those to be named, most important first.
  static func place(_ points: [Point]) -> [Element] {
    var placed: [(point: Point, text: String, from: Double)] = []
    var marks: [Element] = []
    for point in points {
      let text = BandLabel.cutAtEnd(point.name, widest)
      guard let own = classes.first(where: { fits(point, text, from: $0.width, beside: placed) }) else { continue }
      placed.append((point, text, own.width))
      let onRight = point.x <= 50
      marks.append(
        Label.text(
          text, x: .percent(point.x), y: point.y + 4, dx: onRight ? 9 : -9, anchor: onRight ? .start : .end,
          class: "halo \(own.name)".trimmedSpaces
        ).hover(text == point.name ? nil : point.name))
    }
    return marks
  }

  private static func fits(
    _ point: Point, _ text: String, from least: Double, beside placed: [(point: Point, text: String, from: Double)]
  ) -> Bool {
    widths.filter { $0 >= least }.allSatisfy { width in
      let own = extent(point, text, width)
      guard own.low >= 0, own.high <= width else { return false }
      return placed.allSatisfy { other in
        guard other.from <= width, abs(other.point.y - point.y) < 16 else { return true }
        let its = extent(other.point, other.text, width)
        return own.high + 4 < its.low || its.high + 4 < own.low
      }
    }
  }

  private static func extent(_ point: Point, _ text: String, _ width: Double) -> (low: Double, high: Double) {
    let (x, length) = (point.x / 100 * width, TextWidth.of(text))
    return point.x <= 50 ? (x + 9, x + 9 + length) : (x - 9 - length, x - 9)
  }
}
