/// Names beside points, each shown only from the plot width on at which it covers no other and leaves no edge.
enum PointLabels {
  struct Point {
    /// Per cent of the plot.
    let x: Double
    let y: Double
    let name: String
  }

  /// A name at its place: at the base line `y`, shown in plots that are at least `from` wide.
  private struct Placed {
    let point: Point
    let text: String
    let y: Double
    let from: Double

    var isOnRight: Bool { point.x <= 50 }

    func extent(_ width: Double) -> (low: Double, high: Double) {
      let (x, length) = (point.x / 100 * width, TextWidth.of(text))
      return isOnRight ? (x + 9, x + 9 + length) : (x - 9 - length, x - 9)
    }
  }

  /// Plot widths at which a class begins to show its labels, narrowest first.
  private static let classes: [(width: Double, name: String)] = [
    (130, ""), (200, "t4"), (300, "t3"), (430, "t2"), (620, "t1"),
  ]
  private static let widths = [130.0, 160, 200, 230, 260, 300, 360, 430, 520, 620, 800, 1_100, 1_500, 1_900]
  private static let widest = 110.0

  /// - Parameters:
  ///   - points: those to be named, most important first.
  ///   - top, bottom: ends of the plot, past which other words stand.
  static func place(_ points: [Point], top: Double, bottom: Double) -> [Element] {
    var placed: [Placed] = []
    var marks: [Element] = []
    for point in points {
      let text = BandLabel.cutAtEnd(point.name, widest)
      let y = min(max(point.y + 4, top + 8), bottom)
      let tries = classes.lazy.map { (Placed(point: point, text: text, y: y, from: $0.width), $0.name) }
      guard let (own, name) = tries.first(where: { fits($0.0, beside: placed) }) else { continue }
      placed.append(own)
      marks.append(
        Label.text(
          text, x: .percent(point.x), y: y, dx: own.isOnRight ? 9 : -9, anchor: own.isOnRight ? .start : .end,
          class: "halo \(name)".trimmedSpaces
        ).hover(text == point.name ? nil : point.name))
    }
    return marks
  }

  private static func fits(_ own: Placed, beside placed: [Placed]) -> Bool {
    widths.filter { $0 >= own.from }.allSatisfy { width in
      let (low, high) = own.extent(width)
      guard low >= 0, high <= width else { return false }
      return placed.allSatisfy { other in
        let apart = TextHeight.tallest([own.text, other.text]) + TextHeight.halo
        guard other.from <= width, abs(other.y - own.y) < apart else { return true }
        let its = other.extent(width)
        return high + 4 < its.low || its.high + 4 < low
      }
    }
  }
}
