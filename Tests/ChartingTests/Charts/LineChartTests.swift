import Charting
import Testing

@Suite struct LineChartTests {
  @Test func daysArePutInOrder() throws {
    let days = [10, 0, 5]
    let chart = LineChart(
      head: EdgeCases.head("l", "L"), days: days, series: [LineChart.Series("A", [30, 10, 20])],
      format: ValueFormat(.count))
    let figure = try chart.draw()
    // 10…30 in five steps of 5: straight from bottom left to top right.
    #expect(figure.body.contains("d=\"M0 100L50 50L100 0\""))
    #expect(figure.numbers.csv.hasPrefix(",A\r\n1970-01-01,10\r\n1970-01-06,20\r\n1970-01-11,30"))
  }

  @Test func aGapIsHatchedHalfWayToItsNeighboursAndNamed() throws {
    let figure = try LineChart.specimen.draw()
    // Weeks 9 and 10 of 0…25: from 8.5 to 10.5. Below two events, each on a line of 19 px, and 14.
    #expect(figure.body.contains("x=\"34%\" y=\"52\" width=\"8%\""))
    #expect(figure.body.contains("20\u{A0}Jul–2\u{A0}Aug"))
    #expect(figure.key.map(\.label) == ["No data"])
  }

  @Test func theSubtitleTellsWhereTheAxisStarts() throws {
    #expect(try LineChart.specimen.draw().subtitle.hasSuffix("The axis starts at £120k."))
  }

  @Test func endLabelsKeepFourteenPixelsApart() throws {
    let chart = EdgeCases.line(
      "four", "Four", (0..<4).map { LineChart.Series("S\($0)", [1, 100 + Double($0) * 0.01]) })
    let labels = try chart.draw().body.components(ofTextWith: "dx=\"10\"").sorted()
    #expect(labels.count == 4)
    #expect(try chart.draw().key.map(\.label) == ["S0", "S1", "S2", "S3"])
    for (one, next) in zip(labels, labels.dropFirst()) { #expect(next - one >= 13.99) }
  }

  @Test func aRepeatedDayIsAnError() {
    let chart = LineChart(
      head: EdgeCases.head("l", "L"), days: [5, 5], series: [], format: ValueFormat(.count))
    #expect(throws: ChartProblem.dayRepeated(figure: "edge-l", day: 5)) { try chart.draw() }
  }

  @Test func fiveSeriesAreTooMany() {
    let chart = EdgeCases.line("five", "Five", (0..<5).map { LineChart.Series("\($0)", [1]) })
    #expect(throws: ChartProblem.tooMany(figure: "edge-five", what: "series", found: 5, most: 4)) { try chart.draw() }
  }

  @Test func aSeriesOfAnotherLengthIsAnError() {
    let chart = LineChart(
      head: EdgeCases.head("l", "L"), days: [1], series: [LineChart.Series("A", [])], format: ValueFormat(.count))
    #expect(throws: ChartProblem.lengthMismatch(figure: "edge-l", what: "a series", found: 0, expected: 1)) {
      try chart.draw()
    }
  }

  @Test func eventsOutsideTheDaysAreLeftOut() throws {
    let chart = EdgeCases.line(
      "events", "Events", [LineChart.Series("A", [1, 2])],
      events: [LineChart.Event(day: 0, "long ago"), LineChart.Event(day: EdgeCases.firstDay, "at the start")])
    let body = try chart.draw().body
    #expect(!body.contains("long ago") && body.contains("at the start"))
  }
}

extension String {
  /// The y of each text element whose tag holds the fragment.
  func components(ofTextWith fragment: String) -> [Double] {
    split(separator: "<text").filter { $0.prefix { $0 != ">" }.contains(fragment) }.compactMap { tag in
      guard let range = tag.firstRange(of: " y=\"") else { return nil }
      return Double(tag[range.upperBound...].prefix { $0 != "\"" })
    }
  }
}
