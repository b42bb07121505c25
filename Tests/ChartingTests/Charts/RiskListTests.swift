import Charting
import Testing

@Suite struct RiskListTests {
  private func list(_ risks: [Double?]) -> RiskList {
    RiskList(
      head: EdgeCases.head("risk", "Risk"), nameHeading: "Customer", riskHeading: "Chance",
      rows: risks.enumerated().map { RiskList.Row("C\($0.offset + 1)", Estimate($0.element)) })
  }

  @Test func theHighestStandsFirst() throws {
    let figure = try list([0.2, 0.7, nil]).draw()
    #expect(figure.numbers.csv.hasPrefix("Customer,Chance,Low,High\r\nC2,0.7,,\r\nC1,0.2,,\r\nC3,,,"))
    #expect(figure.body.contains("aria-label=\"C2: 70%\"") && figure.body.contains("width=\"70%\""))
    #expect(figure.note == "Without a value: C3.")
  }

  @Test func fiftyAreDrawn() throws {
    let figure = try list((0..<80).map { Double($0) / 100 }).draw()
    #expect(figure.body.split(separator: "role=\"img\"", omittingEmptySubsequences: false).count - 1 == 50)
    #expect(figure.note == "The first 50 of 80 are drawn; all are in the data table.")
    #expect(figure.numbers.rows.count == 80)
  }

  @Test func whatIsNoShareIsSaid() throws {
    #expect(try list([1.2]).draw().hasDrawing == false)
  }

  @Test func barsForATableKeepTheOrderOfTheRows() throws {
    let cells = try list([0.2, nil, 0.7]).column()
    #expect(cells.count == 3)
    #expect(cells[0].contains("aria-label=\"C1: 20%\"") && cells[2].contains("aria-label=\"C3: 70%\""))
    #expect(cells[1] == "No data")
  }
}
