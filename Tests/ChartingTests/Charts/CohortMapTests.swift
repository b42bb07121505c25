import Charting
import Testing

@Suite struct CohortMapTests {
  private func map(_ count: Int, size: Int = 100, kept: [Double?] = [0.5, 0.25]) -> CohortMap {
    CohortMap(
      head: EdgeCases.head("map", "Map"), cohortHeading: "Joined", periodHeading: "Months",
      cohorts: (0..<count).map { CohortMap.Cohort("Cohort \($0 + 1)", size: size, kept: kept, ahead: 1) })
  }

  @Test func theShadeIsTheShareOfTheLargest() throws {
    let body = try map(6).draw().body
    // Half of the largest is the third of five steps; a third of the width each.
    #expect(body.contains("<rect class=\"q5\" x=\"0%\" y=\"40\" width=\"33.33%\""))
    #expect(body.contains("<rect class=\"q3\" x=\"33.33%\""))
    #expect(body.contains("<rect fill=\"url(#edge-map-hatch)\" x=\"66.67%\""))
  }

  @Test func fewerThanSixAreLines() throws {
    #expect(try map(5).draw().body.contains("class=\"ln s"))
    #expect(try !map(6).draw().body.contains("class=\"ln"))
  }

  @Test func aSmallCohortHasADagger() throws {
    let figure = try map(6, size: 29).draw()
    #expect(figure.body.contains("Cohort 1 †") && figure.note == "† fewer than 30.")
    #expect(try !map(6, size: 30).draw().body.contains("†"))
  }

  @Test func whatIsNoShareIsSaid() throws {
    #expect(try map(6, kept: [1.2, 0]).draw().hasDrawing == false)
  }

  @Test func onlyTheLastTwelveAreDrawn() throws {
    let figure = try map(14).draw()
    #expect(figure.note == "The last 12 of 14 are drawn; all are in the data table.")
    #expect(figure.body.contains(">Cohort 14<") && !figure.body.contains(">Cohort 2<"))
  }
}
