import Testing

@testable import Charting

/// Where labels go so that none covers another, in pixels worked out by hand.
@Suite struct LabelPlacesTests {
  @Test func stackedLabelsAreALineApart() {
    let down = LabelStack.spread([(0, 12), (1, 10), (2, 60)], bottom: 100, apart: 15)
    #expect(down.map(\.index) == [1, 0, 2] && down.map(\.y) == [10, 25, 60])
    let up = LabelStack.spread([(0, 95), (1, 97), (2, 99)], bottom: 100, apart: 18)
    #expect(up.map(\.y) == [64, 82, 100])
  }

  /// The names of a stack are as far apart as the tallest of them: 100 and 115, or 100 and 118.
  @Test func namesOfTheFarEastStandFurtherApart() {
    func second(_ name: String) -> String {
      Element("g").adding(LabelStack.names([(0, 100), (1, 101)], ["Email", name], bottom: 200)).markup
    }
    #expect(second("Search").contains("y=\"119\"") && second("搜索").contains("y=\"122\""))
  }

  /// A box of 240 px less gutters in steps of 12: 50 takes 60 and 20 takes 24.
  @Test func theNarrowestPlotIsWhatGuttersLeave() {
    #expect(Frame.narrowest(left: 50, right: 20) == 156)
    #expect(Frame.narrowest(left: 0) == 240)
    #expect(Frame.narrowest(left: 150, right: 90) == 30)
  }

  private func labels(_ ys: [Double]) -> [String] {
    let points = ys.enumerated().map { PointLabels.Point(x: 20, y: $1, name: "Point \($0)") }
    return PointLabels.place(points, top: 20, bottom: 300).map(\.markup)
  }

  /// A line of 15 px and a halo of 4: at 19 px both have room, at 18 the second has none at any width.
  @Test func namesOfPointsAreALineAndAHaloApart() {
    #expect(labels([100, 119]).count == 2)
    #expect(labels([100, 118]).count == 1)
  }

  /// Four below the middle of the point, but no nearer than 8 px to the upper end, nor past the lower.
  @Test func namesOfPointsStayInThePlot() {
    #expect(labels([100])[0].contains("y=\"104\""))
    #expect(labels([20])[0].contains("y=\"28\""))
    #expect(labels([300])[0].contains("y=\"300\""))
  }

  /// 100 px for twelve letters and more at 130 px of plot: past the right edge from 50% on, so it waits.
  @Test func aNameWaitsForRoom() {
    let place = { (x: Double) in
      PointLabels.place([.init(x: x, y: 100, name: "Twelve words")], top: 0, bottom: 300).map(\.markup).joined()
    }
    // 11 letters of .53, a capital of .67 less one, and a space: 6.27 em, 81 px and 9. In 130 px from 10% on: 103.
    #expect(place(10).contains("class=\"halo\""))
    // From 40%: 52 + 90 is past 130 px, 80 + 90 within 200.
    #expect(place(40).contains("class=\"halo t4\""))
  }

  @Test func figuresBelowAPlotAreALineFromThoseBesideIt() {
    let across = Axis.across(
      [0, 1], labels: ["0", "1"], on: .linear(low: 0, high: 1), top: 0, bottom: 100, narrowest: 200)
    let up = Axis.up([0, 1], labels: ["0", "1"], on: .linear(low: 0, high: 1), top: 0, bottom: 100)
    // Text hangs 3 px below its base line and stands 12 above: 104 and 119.
    #expect(up.map(\.markup).joined().contains("x=\"0\" y=\"104\""))
    #expect(across.map(\.markup).joined().contains("y=\"119\""))
  }
}
