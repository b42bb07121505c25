import Charting
import Testing

@Suite struct PaybackCurvesTests {
  private func curves(_ earned: [[Double?]]) -> PaybackCurves {
    PaybackCurves(
      head: EdgeCases.head("back", "Back"), cohortHeading: "Joined",
      cohorts: earned.enumerated().map { PaybackCurves.Cohort("C\($0.offset + 1)", $0.element) }, breakEven: 1,
      format: ValueFormat(.plain))
  }

  @Test func theCurveRunsOverTheMonths() throws {
    let figure = try curves([[0.5, 1, 2]]).draw()
    // 0…2, three months.
    #expect(figure.body.contains("d=\"M0 75L50 50L100 0\"") && figure.note.isEmpty)
    #expect(figure.body.contains("C1: 2, Break-even: 1."))
  }

  @Test func whoHasNotPaidBackIsNamed() throws {
    #expect(
      try curves([[0.5, 1.1], [0.2, 0.4]]).draw().note == "Not earned back so far, by months since the start: C2 (1).")
  }

  @Test func aValueWithoutNeighboursIsADot() throws {
    #expect(try curves([[nil, 1, nil, 2]]).draw().body.contains("cx=\"33.33%\" cy=\"130\" r=\"3.5\""))
  }

  @Test func onlyTheLastFourAreNamedAtTheirEnds() throws {
    let figure = try curves((1...6).map { [0.1, 0.2 * Double($0)] }).draw()
    #expect(figure.key.map(\.label) == ["C3", "C4", "C5", "C6"])
  }
}
