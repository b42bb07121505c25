import Charting
import Testing

@Suite struct ClaimRangesTests {
  private func chart(_ rows: [ClaimRanges.Row]) -> ClaimRanges {
    ClaimRanges(
      head: EdgeCases.head("c", "C"), labels: ClaimRanges.specimen.labels, rows: rows, format: ValueFormat(.count))
  }

  /// One row on an axis of 0 to 800: 800 claimed lies at 100%, 400 seen at 50%, at least 200 at 25%, at most 600 at 75%.
  @Test func marksLieWhereTheirValuesAre() throws {
    let row = ClaimRanges.Row("Row", claim: 800, seen: 400, recorded: Estimate(300, low: 200, high: 600))
    let body = try chart([row]).draw().body
    #expect(body.contains("class=\"fband\" x=\"25%\" y=\"30\" width=\"50%\" height=\"16\""))
    #expect(body.contains("cx=\"50%\" cy=\"34\""))
    #expect(body.contains("x=\"37.5%\" y=\"42\""))
    #expect(body.contains("x=\"100%\" y=\"38\""))
    #expect(body.contains("class=\"edge\" x1=\"75%\" x2=\"100%\""))
    #expect(body.contains(">+200</text>"))
  }

  @Test("what is beyond is the claim less the most that is possible, and nothing where it is within")
  func excess() throws {
    let rows = [
      ClaimRanges.Row("Over", claim: 812, seen: nil, recorded: Estimate(534, low: 412, high: 668)),
      ClaimRanges.Row("Within", claim: 600, seen: nil, recorded: Estimate(534, low: 412, high: 668)),
      ClaimRanges.Row("Open", claim: 900, seen: nil, recorded: Estimate(534, low: 412)),
    ]
    let figure = try chart(rows).draw()
    #expect(figure.numbers.rows.map { $0[6].value } == [.number(144), .missing, .missing])
    #expect(figure.body.components(separatedBy: "class=\"edge\"").count == 2)
    // Nobody's analytics: no mark of it in the key.
    #expect(figure.key.map(\.label) == ["Platform claims", "Shop, last touch", "Possible: at least to at most"])
  }

  @Test func aRangeTurnedRoundIsAnError() {
    let row = ClaimRanges.Row("Row", claim: 1, seen: 1, recorded: Estimate(3, low: 4, high: 2))
    #expect(throws: ChartProblem.intervalReversed(figure: "edge-c", row: 0, low: 4, high: 2)) {
      try chart([row]).draw()
    }
  }
}
