import Charting
import Testing

@Suite struct SegmentProfileTests {
  @Test func panelsShareOneScaleAroundTheAverage() throws {
    let body = try SegmentProfile.specimen.draw().body
    // 30 − 24% of 190 = −15.6 … 220: the average at 115.6 ÷ 235.6 = 49.07%, six times.
    #expect(body.split(separator: "class=\"ref\" x1=\"49.07%\"", omittingEmptySubsequences: false).count == 7)
  }

  @Test func anIndexPastTheLimitIsCut() throws {
    let figure = try SegmentProfile.specimen.draw()
    #expect(figure.body.contains(">▶ 310<") && figure.note.contains("off the scale"))
    #expect(figure.numbers.csv.contains("One and done,30,48,,310"))
  }

  @Test func measuresAndIndicesMustMatch() {
    let chart = SegmentProfile(
      head: EdgeCases.head("p", "P"), segmentHeading: "S", measures: ["A", "B"],
      segments: [SegmentProfile.Segment("X", size: "", [1])])
    #expect(throws: ChartProblem.lengthMismatch(figure: "edge-p", what: "a segment", found: 1, expected: 2)) {
      try chart.draw()
    }
  }
}
