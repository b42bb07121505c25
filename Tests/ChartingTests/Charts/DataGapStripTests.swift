import Charting
import Testing

@Suite struct DataGapStripTests {
  @Test func eachStateHasItsMark() throws {
    let figure = try DataGapStrip(
      head: EdgeCases.head("g", "G"), weekHeading: "Week", starts: [4, 11, 18, 25],
      sources: [
        .init("A", [.notConnected, .none, .missing(days: 2), .complete()], verdict: "9 days missing"),
        // Its last week ended on a Thursday.
        .init("B", [.missing(days: 1, of: 3), .complete(), .complete(), .complete(days: 4)], verdict: ""),
      ]
    ).draw()
    // Rows of 44 px: the cell is 28 px from 8; a part week is hatched behind its lower half.
    #expect(figure.body.contains("class=\"dotted\" x=\"0%\" y=\"9\" width=\"25%\" height=\"26\""))
    #expect(figure.body.contains("x=\"25%\" y=\"8\" width=\"25%\" height=\"28\""))
    #expect(figure.body.contains("class=\"f1\" x=\"50%\" y=\"22\" width=\"25%\" height=\"14\""))
    #expect(figure.body.contains("class=\"f1\" x=\"75%\" y=\"8\" width=\"25%\" height=\"28\""))
    #expect(figure.numbers.rows.map { $0[1].text } == ["Not connected yet", "0", "5", "7"])
    #expect(figure.numbers.rows.map { $0[2].text } == ["2", "7", "7", "4"])
    #expect(figure.key.count == 4)
  }

  @Test func weeksMustBeInOrder() {
    let chart = DataGapStrip(
      head: EdgeCases.head("g", "G"), weekHeading: "Week", starts: [11, 4],
      sources: [.init("A", [.complete(), .complete(days: 3)], verdict: "")])
    #expect(throws: ChartProblem.dayRepeated(figure: "edge-g", day: 4)) { try chart.draw() }
  }

  @Test func aLongGapIsOneMark() throws {
    let figure = try DataGapStrip(
      head: EdgeCases.head("g", "G"), weekHeading: "Week", starts: (0..<53).map { $0 * 7 },
      sources: [.init("A", Array(repeating: .none, count: 53), verdict: "")]
    ).draw()
    #expect(figure.body.split(separator: "<rect ", omittingEmptySubsequences: false).count == 2)
  }
}
