import Charting
import Testing

@Suite struct QuantileDotsTests {
  private func dots(_ draws: [Double]) -> QuantileDots {
    QuantileDots(
      head: EdgeCases.head("dots", "Dots"), valueHeading: "Value", draws: draws, aboveLabel: "gain",
      format: ValueFormat(.count))
  }

  @Test func twentyDotsStandForTheDraws() throws {
    // −100, −99 … 900: its quantiles at 2.5%, 7.5% … are −75, −25, 25 …: two of twenty are losses.
    let figure = try dots((-100...900).map(Double.init)).draw()
    #expect(figure.subtitle.hasSuffix("18 in 20: gain."))
    #expect(figure.numbers.rows.map { $0[1].value }.prefix(3) == [.number(-75), .number(-25), .number(25)])
    #expect(figure.body.split(separator: "<circle", omittingEmptySubsequences: false).count - 1 == 20)
    #expect(figure.body.split(separator: "class=\"hollow s2\"", omittingEmptySubsequences: false).count - 1 == 2)
  }

  @Test func noDotLiesOnTheWrongSideOfTheThreshold() throws {
    let body = try dots(Array(repeating: -1.0, count: 10) + Array(repeating: 1.0, count: 10) + [-900, 900]).draw().body
    // −1,000…1,000: zero is at 50%, and the heaps beside it stand half a step of 6.25% off.
    #expect(body.contains("class=\"hollow s2\" cx=\"46.88%\"") && body.contains("class=\"f1 ring\" cx=\"53.13%\""))
  }

  /// Six of twenty are nothing: hollow, in the heap left of the middle of −5…5.
  @Test func theThresholdItselfIsNotAboveIt() throws {
    let draws = [Double](repeating: -5, count: 7) + Array(repeating: 0, count: 6) + Array(repeating: 5, count: 7)
    let body = try dots(draws).draw().body
    #expect(body.split(separator: "class=\"hollow s2\" cx=\"46.88%\"").count == 7)
    #expect(!body.contains("class=\"hollow s2\" cx=\"53.13%\""))
  }

  @Test func oneFarDotEndsInAnArrow() throws {
    let figure = try dots(Array(repeating: 10.0, count: 19) + [90_000]).draw()
    #expect(figure.body.contains("M-8 -5.5L1 0L-8 5.5z") && figure.note.contains("off the scale"))
  }

  @Test func whatIsNoNumberIsCounted() throws {
    #expect(try dots([1, .nan, 3]).draw().note == "Without a value: 1.")
  }
}
