@testable import Analysis
import Testing

@testable import Reporting

@Suite struct UsualRangeTextTests {
  private func text(_ value: Double, _ low: Double, _ high: Double, _ quantity: Quantity) -> String {
    let range = Overview.UsualRange(low: low, high: high, weeks: 26)
    return UsualRangeText(value, range, quantity).sentence(Standing(value, range), isLowerBetter: false).replacing(
      "\u{2060}", with: "")
  }

  private let pounds = Quantity.money(Fixture.pounds)

  /// By hand. The first is the week of the example report that contradicted itself.
  @Test func countsNameTheWholeNumbersInside() {
    #expect(text(36, 22.7, 35.5, .count) == "Above its usual range, 23–35")
    #expect(text(22, 22.7, 35.5, .count) == "Below its usual range, 23–35")
    #expect(text(23, 22.7, 35.5, .count) == "Usual range 23–35")
    #expect(text(35, 22.7, 35.5, .count) == "Usual range 23–35")
  }

  @Test("between 35.2 and 35.8 lies no whole number")
  func countsWithoutAWholeNumberInside() {
    #expect(text(36, 35.2, 35.8, .count) == "Above its usual range, 35–35")
    #expect(text(35, 35.2, 35.8, .count) == "Below its usual range, 36–36")
  }

  @Test func endsAreRoundedAwayFromTheClaim() {
    #expect(text(184_700, 158_249, 184_600, pounds) == "Above its usual range, £158k–£184k")
    #expect(text(184_500, 158_249, 184_600, pounds) == "Usual range £158k–£185k")
    #expect(text(158_100, 158_249, 184_600, pounds) == "Below its usual range, £159k–£185k")
    #expect(text(37.13, 34.104, 36.905, pounds) == "Above its usual range, £34.10–£36.90")
    #expect(text(4.12, 3.604, 4.052, pounds) == "Above its usual range, £3.60–£4.05")
  }

  @Test func whatIsWrittenAlikeIsSaidToBeClose() {
    #expect(text(9_643, 8_111, 9_641, pounds) == "Just above its usual range, £8.11k–£9.64k")
    #expect(text(8_108, 8_111, 9_641, pounds) == "Below its usual range, £8.12k–£9.65k")
    #expect(text(8_117, 8_119, 9_641, pounds) == "Just below its usual range, £8.12k–£9.65k")
  }

  @Test("exact ends stay as they are")
  func exactEnds() {
    #expect(text(36.9, 34.1, 36.9, pounds) == "Usual range £34.10–£36.90")
    #expect(text(5, 0, 10, .count) == "Usual range 0–10")
    #expect(text(0.6, 0.07, 0.55, .share) == "Above its usual range, 7.0%–55%")
  }
}
