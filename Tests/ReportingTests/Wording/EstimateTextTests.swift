import Analysis
import Testing

@testable import Reporting

@Suite struct EstimateTextTests {
  private func words(_ value: Double, _ low: Double?, _ high: Double?, _ quantity: Quantity) -> String {
    let text = EstimateText(Estimate(value, low: low, high: high, level: 0.9, sampleSize: 1), quantity).both
    return text.replacing("\u{2060}", with: "")
  }

  private let pounds = Quantity.money(Fixture.pounds)

  @Test("half a width of 0.7 supports one decimal; ends round outward")
  func decimals() {
    #expect(words(4.61, 3.94, 5.34, pounds) == "£4.6 (£3.9–£5.4)")
    #expect(words(37.13, 31.2, 43.9, pounds) == "£37 (£31–£44)")
    #expect(words(0.0812, 0.0772, 0.0852, .plain) == "0.081 (0.077–0.086)")
  }

  @Test func largeAmountsShareOneSuffix() {
    #expect(words(12_400, 9_820, 15_110, pounds) == "£12k (£9k–£16k)")
    #expect(words(868, 630, 1_262, pounds) == "£870 (£630–£1,270)")
    #expect(words(1_250_000, 1_190_000, 1_310_000, pounds) == "£1.25m (£1.19m–£1.31m)")
  }

  /// By hand. The first is a return of 8.71 that one large order makes unsure upward.
  @Test("unit and digits are the value's; an end ten times as large has its own")
  func aFarEndHasItsOwnUnit() {
    #expect(words(8.71, 2.68, 35_600, pounds) == "£8.7 (£2.6–£36k)")
    #expect(words(27.78, 6.89, 469_200, pounds) == "£28 (£6–£470k)")
    #expect(words(4.2, 1.1, 9_870, pounds) == "£4.2 (£1.1–£9,870)")
    #expect(words(12_400, 320, 16_100, pounds) == "£12k (£320–£17k)")
    #expect(words(9_500, 8_120, 11_040, pounds) == "£9,500 (£8,100–£11,100)")
    #expect(words(0.41, 0.12, 60, pounds) == "£0.41 (£0.12–£60)")
  }

  @Test("a unit after the number stands once; one before it, or one that differs, twice")
  func sharedUnits() throws {
    func plain(_ text: String) -> String {
      text.replacing("\u{2060}", with: "").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
    try Language(tag: "de").speaking {
      let pounds = Quantity.money(Fixture.pounds)
      #expect(plain(pounds.range(8_100, 10_400)) == "8,10–10,4 Tsd. £")
      #expect(plain(pounds.range(870, 10_400)) == "870 £–10,4 Tsd. £")
      #expect(plain(pounds.range(43.11, 77.73)) == "43,11–77,73 £")
      #expect(plain(Quantity.count.range(121, 159)) == "121–159")
      #expect(words(0.76, 0.741, 0.788, .share) == "76 % (74–79 %)".replacing(" %", with: "\u{A0}%"))
      #expect(plain(words(-0.005, -0.03, 0.02, .share)).contains("−3 % bis 2 %"))
    }
    #expect(plain(Quantity.share.range(0.74, 0.79)) == "74%–79%")
  }

  @Test("points below each other have one decimal and their sign")
  func signedPoints() {
    #expect(Quantity.signedPoints(0.0123) == "+1.2 points")
    #expect(Quantity.signedPoints(-0.01) == "−1.0 points")
    #expect(Quantity.signedPoints(0) == "0.0 points")
  }

  @Test func countsShowWhatTheirRangeSupports() {
    #expect(words(2_041, 1_902, 2_184, .count) == "2,040 (1,900–2,190)")
    #expect(words(41, 33, 52, .count) == "41 (33–52)")
  }

  @Test func sharesAndNegativeEnds() {
    #expect(words(0.712, 0.668, 0.752, .share) == "71% (66%–76%)")
    #expect(words(0.4, -2.2, 3.1, pounds) == "£0 (−£3 to £4)")
  }

  @Test func withoutIntervalOnlyTheValue() { #expect(words(4.61, nil, nil, pounds) == "£4.61") }

  @Test("0.3 as 0.1 + 0.2 is not pushed outward to 0.4")
  func lastBitsDoNotWiden() { #expect(words(0.2, 0.0, 0.1 + 0.2, .plain) == "0.2 (0.0–0.3)") }
}
