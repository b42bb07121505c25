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

  @Test func manyPointsAreThinnedAndTheLastIsKept() throws {
    let figure = try GainsCurve(
      head: EdgeCases.head("g", "G"), contactedHeading: "C", reachedHeading: "R",
      points: (0...5_000).map { .init(Double($0) / 5_000, Double($0) / 5_000) }
    ).draw()
    #expect(figure.numbers.rows.count <= 202)
    #expect(figure.numbers.csv.hasSuffix("\r\n1,1\r\n"))
  }
}
