import Charting
import Testing

@Suite struct ReliabilityDiagramTests {
  @Test func stepsRunAcrossAndUp() throws {
    let chart = ReliabilityDiagram(
      head: EdgeCases.head("rel", "R"), headings: ("From", "To", "Left", "n"),
      steps: [
        .init(from: 0, to: 0.5, observed: 0.2, count: 10), .init(from: 0.5, to: 1, observed: 0.8, count: 5),
      ],
      band: [.init(0, low: 0, high: 0.1), .init(1, low: 0.9, high: 1)], counts: [10, 5], lineLabel: "L",
      bandLabel: "B", diagonalLabel: "D")
    let figure = try chart.draw()
    // The square is 300 px from (46, 310) up and right.
    #expect(figure.body.contains("d=\"M46 250L196 250L196 70L346 70\""))
    #expect(figure.body.contains("d=\"M46 280L346 10L346 40L46 310Z\""))
    #expect(figure.body.contains("x1=\"46\" y1=\"310\" x2=\"346\" y2=\"10\""))
    // Counts: 10 is 44 px, 5 is 22 px.
    #expect(figure.body.contains("height=\"44\"") && figure.body.contains("height=\"22\""))
    #expect(figure.key.map(\.label) == ["L", "B", "D"])
  }

  @Test func aReversedBandIsAnError() {
    let chart = ReliabilityDiagram(
      head: EdgeCases.head("rel", "R"), headings: ("From", "To", "Left", "n"), steps: [],
      band: [.init(0.5, low: 0.6, high: 0.4)], counts: [], lineLabel: "L", bandLabel: "B", diagonalLabel: "D")
    #expect(throws: ChartProblem.intervalReversed(figure: "edge-rel", row: 0, low: 0.6, high: 0.4)) {
      try chart.draw()
    }
  }
}
