/// Many points gathered in the cells of a grid, so that a drawing has room for them.
enum PointGrid {
  /// More points than this are gathered.
  static let most = 400

  struct Mark {
    let x: Double
    let y: Double
    let series: Int
    /// By the area that stands for the number of points; nil for a single point.
    let radius: Double?
  }

  /// Past 400 points: one mark per series and cell of a 14 × 14 grid, at the mean of its points, largest first, so that
  /// small marks stay on top.
  static func gather(
    _ points: [(x: Double, y: Double, series: Int)], seriesCount: Int, across: ValueScale, up: ValueScale
  ) -> [Mark] {
    guard points.count > most else {
      return points.map { Mark(x: $0.x, y: $0.y, series: $0.series, radius: nil) }
    }
    let side = 14
    let cellCount = side * side
    var sums = [(x: Double, y: Double, count: Int)](repeating: (0, 0, 0), count: cellCount * seriesCount)
    for point in points {
      let column = min(side - 1, Int(across.clamped(point.x) / 100 * Double(side)))
      let row = min(side - 1, Int(up.clamped(point.y) / 100 * Double(side)))
      let place = point.series * cellCount + row * side + column
      sums[place].x += point.x
      sums[place].y += point.y
      sums[place].count += 1
    }
    let largest = Double(sums.map(\.count).max() ?? 1)
    let cells = sums.enumerated().filter { $0.element.count > 0 }.sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    return cells.prefix(most).map { place, sum in
      let count = Double(sum.count)
      return Mark(
        x: sum.x / count, y: sum.y / count, series: place / cellCount,
        radius: max(2, 11 * (count / largest).squareRoot()))
    }
  }
}
