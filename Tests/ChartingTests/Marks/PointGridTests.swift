import Testing

@testable import Charting

@Suite struct PointGridTests {
  /// 300, 100 and one point in three cells: circles of 11 px, of a third of its area, and the least that is seen.
  @Test func areasStandForCounts() {
    let scale = ValueScale.linear(low: 0, high: 10)
    let points =
      [(x: Double, y: Double, series: Int)](repeating: (0, 0, 0), count: 300)
      + Array(repeating: (10, 10, 0), count: 100) + [(5, 5, 0)]
    let marks = PointGrid.gather(points, seriesCount: 1, across: scale, up: scale)
    #expect(marks.map(\.x) == [0, 10, 5])
    #expect(marks.map(\.radius) == [11, 11 * (1.0 / 3).squareRoot(), 2])
    #expect(PointGrid.gather(Array(points.prefix(400)), seriesCount: 1, across: scale, up: scale).count == 400)
  }
}
