import Charting
import Testing

@Suite struct GainsCurveTests {
  @Test func theCurveRunsThroughItsPoints() throws {
    let figure = try GainsCurve(
      head: EdgeCases.head("g", "G"), contactedHeading: "C", reachedHeading: "R",
      points: [.init(0, 0), .init(0.2, 0.5), .init(1, 1)], cutOff: .init(0.2, 0.5), cutOffLabel: "Cut"
    ).draw()
    #expect(figure.body.contains("d=\"M46 310L106 160L346 10\""))
    #expect(figure.body.contains("cx=\"106\" cy=\"160\" r=\"6\""))
    #expect(figure.numbers.csv == "C,R\r\n0,0\r\n0.2,0.5\r\n1,1\r\n")
  }

  /// One line from 300 px of plot on where it has room beside the point, in two below.
  @Test func aLongCutOffIsOneLineWhereItFits() throws {
    func body(_ contacted: Double) throws -> String {
      try GainsCurve(
        head: EdgeCases.head("g", "G"), contactedHeading: "C", reachedHeading: "R",
        points: [.init(0, 0), .init(contacted, 0.5), .init(1, 1)], cutOff: .init(contacted, 0.5),
        cutOffLabel: "17% contacted, 52% reached"
      ).draw().body
    }
    // 26 characters, about 167 px and a quarter more: 240 px right of a fifth hold them, 180 right of two fifths do not.
    let wide = try body(0.2)
    #expect(wide.contains(">17% contacted, 52% reached</text>") && wide.contains(">17% contacted, 52%</text>"))
    #expect(wide.contains("class=\"b halo t3\"") && wide.contains("class=\"b halo n3\""))
    let narrow = try body(0.4)
    #expect(!narrow.contains(">17% contacted, 52% reached</text>") && narrow.contains(">17% contacted, 52%</text>"))
    // The point lies at 160; lines of 24.
    #expect(narrow.contains("y=\"180\"") && narrow.contains("y=\"204\""))
  }

  @Test func manyPointsAreThinnedAndTheLastIsKept() throws {
    let figure = try GainsCurve(
      head: EdgeCases.head("g", "G"), contactedHeading: "C", reachedHeading: "R",
      points: (0...5_000).map { .init(Double($0) / 5_000, Double($0) / 5_000) }
    ).draw()
    #expect(figure.numbers.rows.count <= 202)
    #expect(figure.numbers.csv.hasSuffix("\r\n1,1\r\n"))
  }
}
