import Charting
import Testing

@Suite struct PrincipalScatterTests {
  private func chart(_ points: [PrincipalScatter.Point]) -> PrincipalScatter {
    PrincipalScatter(
      head: EdgeCases.head("p", "P"), segmentHeading: "S", segments: ["A", "B"], points: points, xLabel: "X",
      yLabel: "Y")
  }

  @Test func pointsLieWhereTheyShould() throws {
    let body = try chart([.init(0, 0, segment: 0), .init(10, 10, segment: 0), .init(5, 5, segment: 0)]).draw().body
    // 0…10 both ways, 300 px from 324 up.
    #expect(body.contains("cx=\"50%\" cy=\"174\"") && body.contains("cx=\"100%\" cy=\"24\""))
  }

  @Test func manyPointsAreGathered() throws {
    let points = (0..<2_000).map { PrincipalScatter.Point(Double($0 % 50), Double($0 / 50), segment: $0 % 2) }
    let figure = try chart(points).draw()
    let marks = ["<circle", "<path"].map {
      figure.body.split(separator: $0, omittingEmptySubsequences: false).count - 1
    }.reduce(0, +)
    #expect(marks <= 392 && marks > 100)
    #expect(figure.note == "Larger marks stand for more points.")
    #expect(figure.numbers.rows.map { $0[1].text } == ["1,000", "1,000"])
  }

  @Test func anUnknownSegmentIsAnError() {
    #expect(throws: ChartProblem.self) { try chart([.init(0, 0, segment: 2)]).draw() }
  }

  @Test func theTableHoldsNoSingleCustomer() throws {
    let table = try chart([.init(0, 2, segment: 0), .init(4, 4, segment: 0)]).draw().numbers
    #expect(table.csv == "S,n,average: X,average: Y\r\nA,2,2,3\r\nB,0,,\r\n")
  }
}
