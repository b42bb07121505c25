import Charting
import Testing

@Suite struct ChannelReturnTests {
  @Test func allCellsShareOneLogScale() throws {
    let column = try ChannelReturn.specimen.column()
    #expect(column.isLogarithmic && column.cells.count == 6)
    // 0.5…16 is five doublings: break-even ln(1.82 ÷ 0.5) ÷ ln 32 = 37.28%.
    for cell in column.cells.prefix(5) { #expect(cell.contains("class=\"ref\" x1=\"37.28%\"")) }
    #expect(column.header.contains("Break-even £1.82") && column.header.contains(">£16<"))
    // Paid search: 4.6 → ln 9.2 ÷ ln 32 = 64.03%.
    #expect(column.cells[0].contains("cx=\"64.03%\""))
  }

  @Test func aRowWithoutAnEstimateKeepsItsReason() throws {
    let cell = try #require(try ChannelReturn.specimen.column().cells.last)
    #expect(cell.contains("5 of the 8 weeks needed") && !cell.contains("<circle"))
  }

  @Test func zeroAndLessMakeTheScaleLinear() throws {
    let column = try EdgeCases.returns(
      "lin", "L", [ChannelReturn.Row("A", Estimate(1, low: -1, high: 3), claim: nil, tone: .open)]
    ).column()
    #expect(!column.isLogarithmic)
    // −1…3: one is in the middle.
    #expect(column.cells[0].contains("cx=\"50%\""))
  }

  @Test func missingAndFarBoundsEndInArrows() throws {
    let cells = try EdgeCases.returns(
      "open", "O",
      [
        ChannelReturn.Row("Open", Estimate(2, low: 1, high: nil), claim: nil, tone: .good),
        ChannelReturn.Row("Wide", Estimate(2, low: 0.000_1, high: 90_000), claim: nil, tone: .good),
      ]
    ).column().cells
    #expect(cells[0].components(separatedBy: "M8 -5.5").count == 1)
    #expect(cells[0].contains("M-8 -5.5L1 0L-8 5.5z"))
    #expect(cells[1].contains("M-8 -5.5L1 0L-8 5.5z") && cells[1].contains("M8 -5.5L-1 0L8 5.5z"))
  }

  @Test func aReversedIntervalIsAnError() {
    let chart = EdgeCases.returns(
      "rev", "R",
      [
        ChannelReturn.Row("A", Estimate(1), claim: nil, tone: .good),
        ChannelReturn.Row("B", Estimate(1, low: 2, high: 0.5), claim: nil, tone: .good),
      ])
    let problem = ChartProblem.intervalReversed(figure: "edge-rev", row: 1, low: 2, high: 0.5)
    #expect(throws: problem) { try chart.draw() }
    #expect(
      problem.description == "figure edge-rev, row 2: the interval runs from 2.0 down to 0.5; "
        + "expected its low end first; swap the ends or mend the estimate")
  }

  @Test func aClaimThatAgreesHangsBelow() throws {
    let cells = try EdgeCases.returns(
      "agree", "A",
      [
        ChannelReturn.Row("Same", Estimate(2, low: 1, high: 4), claim: 2, tone: .open),
        ChannelReturn.Row("Apart", Estimate(2, low: 1, high: 4), claim: 3, tone: .open),
      ]
    ).column().cells
    #expect(cells[0].contains("y=\"31\" overflow") && cells[1].contains("y=\"22\" overflow"))
  }

  @Test func theCellSpeaks() throws {
    let cell = try ChannelReturn.specimen.column().cells[0]
    #expect(
      cell.contains(
        "aria-label=\"Paid search: £4.6, 90% interval £3.9 to £5.3; the platform reports £6.1\""))
  }
}

extension String {
  fileprivate func components(separatedBy fragment: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: fragment) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
