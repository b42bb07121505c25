import Testing

@testable import Charting

@Suite struct IntervalEndsTests {
  private func ends(_ low: Double, _ high: Double, _ format: ValueFormat) -> String { format.interval(low, high) }

  /// By hand: the last written digit is rounded away from the middle.
  @Test func endsAreRoundedOutward() {
    let pounds = ValueFormat(.money("GBP"), locale: .english)
    #expect(ends(8_116, 9_641, pounds) == "£8.11k–£9.65k")
    #expect(ends(34.104, 36.905, pounds) == "£34.10–£36.91")
    #expect(ends(158_249, 184_600, pounds) == "£158k–£185k")
    #expect(ends(1_450.6, 1_504.2, ValueFormat(.count, locale: .english)) == "1,450–1,505")
    #expect(ends(23.46, 35.52, ValueFormat(.count, locale: .english)) == "23.4–35.6")
    #expect(ends(0.6861, 0.8332, ValueFormat(.percent, locale: .english)) == "68%–84%")
    #expect(ends(0.0123, 0.0987, ValueFormat(.percent, locale: .english)) == "1.2%–9.9%")
    #expect(ends(0.8412, 0.8904, ValueFormat(.plain, .decimals(2), locale: .english)) == "0.84–0.90")
    #expect(ends(0.0061, 0.0129, ValueFormat(.percent, .decimals(0), locale: .english)) == "0%–2%")
  }

  @Test func negativeEndsToo() {
    #expect(ends(-0.0144, 0.0511, ValueFormat(.percent, locale: .english)) == "−1.5% to 5.2%")
    #expect(ends(-4_021, -8, ValueFormat(.money("GBP"), locale: .english)) == "−£4.03k to −£8")
  }

  @Test("what is written exactly stays as it is")
  func exactEnds() {
    #expect(ends(36.9, 40.2, ValueFormat(.money("GBP"), locale: .english)) == "£36.90–£40.20")
    #expect(ends(0, 10, ValueFormat(.count, locale: .english)) == "0–10")
    #expect(ends(0.07, 0.55, ValueFormat(.percent, locale: .english)) == "7.0%–55%")
    #expect(ends(0.1 + 0.2, 1.1 * 3, ValueFormat(.plain, .decimals(1), locale: .english)) == "0.3–3.3")
  }

  @Test("nearly all is never written as all")
  func nearlyAll() { #expect(ends(0.9912, 0.9981, ValueFormat(.percent, locale: .english)) == "99%–over 99%") }

  @Test func missingEnds() {
    let plain = ValueFormat(.plain, locale: .english)
    #expect(plain.lowEnd(nil) == "–")
    #expect(plain.highEnd(.infinity) == "–")
    #expect(plain.highEnd(.nan) == "–")
  }

  @Test("for sizes of all kinds, the written interval holds the true one")
  func neverNarrower() {
    for step in 0..<10_000 {
      var value = 1 + Double(step) * 0.0009
      for _ in 0..<abs(step % 19 - 9) { value = step % 19 < 9 ? value / 10 : value * 10 }
      let format = ValueFormat(.plain, locale: .english)
      let (low, high) = (format.rounded(value, .down), format.rounded(value, .up))
      #expect(low <= value * (1 + 1e-9) && high >= value * (1 - 1e-9))
      #expect(high - low <= value / 99, "two ends of one number lie at most one third digit apart")
    }
  }
}
