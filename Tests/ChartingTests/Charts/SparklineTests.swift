import Charting
import Testing

@Suite struct SparklineTests {
  private func draw(_ values: [Double?], range: Estimate? = nil, tone: Sparkline.Tone = .good) throws -> Figure {
    try Sparkline(
      head: EdgeCases.head("s", "Orders"), values: values, periods: values.indices.map { "\($0)" }, usualRange: range,
      tone: tone, format: ValueFormat(.count)
    ).draw()
  }

  @Test func fewerThanFourValuesDrawNothing() throws {
    let figure = try draw([1, nil, 2, .nan, 3])
    #expect(!figure.hasDrawing && figure.body.isEmpty && figure.numbers.rows.count == 5)
  }

  @Test func aGapBreaksTheLine() throws {
    // 0…4 in steps of 25; domain 0…4 with 12% room: 4.96 high. y(0) = 4.48/4.96.
    let body = try draw([0, 1, nil, 3, 4]).body
    #expect(body.contains("M0 90.32L25 70.16M75 29.84L100 9.68"))
  }

  @Test func withoutARangeTheDotIsGrey() throws {
    #expect(try draw([1, 2, 3, 4]).body.contains("class=\"fm ring\""))
    #expect(try draw([1, 2, 3, 4], range: Estimate(nil, low: 1, high: 2)).body.contains("class=\"fg ring\""))
  }

  @Test func aReversedRangeIsAnError() {
    #expect(throws: ChartProblem.intervalReversed(figure: "edge-s", row: 0, low: 3, high: 2)) {
      try draw([1, 2, 3, 4], range: Estimate(nil, low: 3, high: 2))
    }
  }
}
