import Charting
import Testing

@Suite struct HistogramTests {
  @Test func theOpenBinIsNamed() throws {
    let figure = try EdgeCases.histogram("tail", "T", (1...400).map(Double.init) + [90_000, 120_000]).draw()
    #expect(figure.numbers.rows.last?.first?.text.hasSuffix("and over") == true)
  }

  @Test func greyBelowTheHighlight() throws {
    let body = try Histogram.specimen.draw().body
    #expect(body.split(separator: "<rect class=\"fm\"", omittingEmptySubsequences: false).count == 6)
    #expect(body.split(separator: "<rect class=\"f1\"", omittingEmptySubsequences: false).count == 17)
  }
}
