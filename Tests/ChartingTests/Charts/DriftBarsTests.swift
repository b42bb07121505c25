import Charting
import Testing

@Suite struct DriftBarsTests {
  private func bars(_ drifts: [Double?]) -> DriftBars {
    DriftBars(
      head: EdgeCases.head("drift", "Drift"), inputHeading: "Input", driftHeading: "Drift",
      inputs: drifts.enumerated().map { DriftBars.Input("I\($0.offset + 1)", drift: $0.element) })
  }

  @Test func theLimitsAreInclusive() throws {
    let table = try bars([0.1, 0.25, 0.09]).draw().numbers
    #expect(table.rows.map { $0[2].text } == ["some", "large", "small"])
  }

  @Test func barsFillHalfThePlotAndStandInOrder() throws {
    let body = try bars([0.2, 0.5]).draw().body
    // 0…0.5 over 52% of the plot.
    #expect(body.contains("width=\"52%\"") && body.contains("width=\"20.8%\""))
    let (first, second) = (body.firstRange(of: "I2"), body.firstRange(of: "I1"))
    #expect(try #require(first).lowerBound < #require(second).lowerBound)
  }

  /// A name of 120 px leaves 96 px on a phone: half of it for the bar, and less than the 60 px of "0.5 large".
  @Test func onAPhoneTheNumberStandsAlone() throws {
    let long = DriftBars.Input("UK_Prospecting_Lookalike", drift: 0.5)
    let body = try DriftBars(
      head: EdgeCases.head("drift", "Drift"), inputHeading: "Input", driftHeading: "Drift",
      inputs: [long, DriftBars.Input("Age", drift: 0.02)]
    ).draw().body
    #expect(body.contains("class=\"b halo t4\"") && body.contains("class=\"b halo n4\""))
    #expect(body.contains(">0.5</text>") && body.contains(">0.02 small</text>") && !body.contains(">0.02</text>"))
    #expect(try !bars([0.2, 0.5]).draw().body.contains("n4"))
  }

  @Test func theLimitsAreNamedAwayFromEachOther() throws {
    // 0.1 and 0.25 of 0.5 over 52%.
    let body = try bars([0.5]).draw().body
    #expect(body.contains("<text class=\"e\" x=\"10.4%\" y=\"49\" dx=\"-2\">0.10</text>"))
    #expect(body.contains("<text x=\"26%\" y=\"49\" dx=\"2\">0.25</text>"))
  }

  @Test func driftBelowZeroIsAnError() {
    #expect(throws: ChartProblem.negativeCount(figure: "edge-drift", row: 1)) { try bars([0.1, -0.1]).draw() }
  }

  @Test func smallDriftIsNotCutOff() throws {
    #expect(try bars([1e-9, 4e-9, 2e-9]).draw().note.isEmpty)
    let figure = try bars([1e12, 0.5, 0.2]).draw()
    #expect(figure.note.contains("off the scale") && figure.body.contains("▶ 1.00tn large"))
  }

  @Test func newCategoriesAreTold() throws {
    #expect(try DriftBars.specimen.draw().note.contains("New in Country: Norway."))
  }
}
