import Charting
import Testing

@Suite struct OutlierScatterTests {
  private func scatter(_ points: [(Double, Double)]) -> OutlierScatter {
    OutlierScatter(
      head: EdgeCases.head("out", "Out"), labelHeading: "Name", xLabel: "Spend", yLabel: "Return",
      points: points.enumerated().map { OutlierScatter.Point("P\($0.offset + 1)", x: $0.element.0, y: $0.element.1) },
      xFormat: ValueFormat(.count), yFormat: ValueFormat(.count))
  }

  @Test func aWideSpreadAboveZeroIsLogarithmic() throws {
    // 10…1,000 with 15% at both ends: 100 lies in the middle.
    #expect(try scatter([(10, 1), (100, 2), (1_000, 3)]).draw().body.contains("cx=\"50%\""))
    // Less than eightfold: 0…8 in steps of 2, so that 2 lies at a quarter.
    #expect(try scatter([(0, 1), (2, 2), (8, 3)]).draw().body.contains("cx=\"25%\""))
  }

  @Test func rulesStandAtTheMedians() throws {
    let body = try scatter([(0, 0), (2, 4), (8, 8)]).draw().body
    #expect(body.contains("class=\"ref\" x1=\"25%\" x2=\"25%\""))
    #expect(body.contains("class=\"ref\" x1=\"0\" x2=\"100%\" y1=\"174\" y2=\"174\""))
  }

  @Test func namesThatWouldMeetAreLeftOut() throws {
    let figure = try scatter([(1, 1), (1, 1), (9, 9), (5, 5)]).draw()
    #expect(figure.body.contains(">P1<") && !figure.body.contains(">P2<") && figure.body.contains(">P3<"))
  }

  @Test func manyPointsAreGathered() throws {
    let points = (0..<500).map { (Double($0 % 25), Double($0 / 25)) }
    let figure = try scatter(points).draw()
    #expect(figure.body.split(separator: "<circle", omittingEmptySubsequences: false).count - 1 <= 196)
    #expect(figure.note == "Larger marks stand for more points.")
  }
}
