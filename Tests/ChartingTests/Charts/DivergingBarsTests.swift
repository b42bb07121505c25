import Charting
import Testing

@Suite struct DivergingBarsTests {
  @Test func barsStartAtZeroAndAreSorted() throws {
    let body = try DivergingBars.specimen.draw().body
    // −2.2…6.2: zero at 2.2 ÷ 8.4 = 26.19%, 6.2 ÷ 8.4 = 73.81% wide.
    #expect(body.contains("x=\"26.19%\" y=\"6\" width=\"73.81%\""))
    #expect(body.contains("x=\"0%\" y=\"186\" width=\"26.19%\""))
    let order = ["Email", "Paid search", "Direct", "Affiliates", "Organic search", "Paid social"]
    let places = order.compactMap { body.firstRange(of: ">\($0)<")?.lowerBound }
    #expect(places.count == 6 && places == places.sorted())
  }

  @Test func whatIsLeftOfTheTotalIsARow() throws {
    let chart = DivergingBars(
      head: EdgeCases.head("d", "D"), categoryHeading: "C", items: [CategoryValue("A", 60)], total: 100,
      format: ValueFormat(.count))
    let figure = try chart.draw()
    #expect(figure.body.contains(">Not explained<") && figure.body.contains(">+40<"))
    #expect(figure.subtitle.hasSuffix("Total +100."))
    #expect(figure.numbers.rows.count == 2)
  }

  @Test func whatHasNoNumberIsNamedInTheNote() throws {
    let figure = try EdgeCases.diverging("u", "U", [.nan, 300, nil]).draw()
    #expect(figure.note == "Without a value: Item 1, Item 3.")
  }

  @Test func nothingIsASentence() throws {
    let figure = try EdgeCases.diverging("n", "N", [nil]).draw()
    #expect(!figure.hasDrawing && figure.body.contains("Not enough data"))
  }
}
