import Charting
import Testing

@Suite struct RankedBarsTests {
  @Test func fiveHundredCategoriesMakeFifteenAndTheRest() throws {
    let figure = try EdgeCases.ranked("many", "M", (1...500).map(Double.init)).draw()
    #expect(figure.body.components(ofTextWith: "class=\"e lab\"").count == 16)
    // 1 + … + 485 = 117,855.
    #expect(figure.body.contains(">485 others<") && figure.body.contains("118k"))
    #expect(figure.numbers.rows.count == 500)
  }

  @Test func equalValuesKeepTheirOrder() throws {
    let body = try EdgeCases.ranked("equal", "E", [5, 5, 5]).draw().body
    let places = (1...3).compactMap { body.firstRange(of: ">Item \($0)<")?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
  }

  @Test func zeroIsAStubWithItsNumber() throws {
    let body = try EdgeCases.ranked("zero", "Z", [10, 0]).draw().body
    #expect(body.contains("width=\"1.5\"") && body.contains(">0</text>"))
  }

  @Test func aHugeValueIsCutWithAnArrow() throws {
    let figure = try EdgeCases.ranked("huge", "H", [9_000_000, 20, 15, 12]).draw()
    #expect(figure.body.contains(">▶ 9.00m<"))
    // The next largest, 20, of 24.
    #expect(figure.body.contains("width=\"83.33%\""))
    #expect(figure.note.contains("off the scale"))
  }

  @Test func markupInNamesIsText() throws {
    let body = try EdgeCases.ranked("names", "N", [1], names: ["<b>&\"'"]).draw().body
    #expect(body.contains(">&lt;b&gt;&amp;&quot;&#39;<") && !body.contains("<b>"))
  }
}
