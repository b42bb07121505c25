import Testing

@testable import Charting

@Suite struct NumberFormatTests {
  let english = NumberFormat.english

  @Test(arguments: [
    (950.0, "950"), (9_500, "9.50k"), (12_400, "12.4k"), (184_200, "184k"), (1_250_000, "1.25m"), (3.1e9, "3.10bn"),
    (999_960, "1.00m"), (999.7, "1.00k"), (0, "0"), (-2_200, "−2.20k"), (1e12, "1.00tn"), (5, "5"), (9.5, "9.5"),
    (1e-9, "1×10⁻⁹"), (2.55e-8, "2.55×10⁻⁸"), (0.05, "0.05"), (999.4, "999"),
  ])
  func compactHasThreeFigures(_ value: Double, _ expected: String) {
    #expect(english.compact(value) == expected)
  }

  @Test func tileHasOneFigureMore() {
    #expect(english.compact(184_200, tile: true) == "184.2k")
    #expect(english.money(184_200, code: "GBP", tile: true) == "£184.2k")
    #expect(english.compact(12_400, tile: true) == "12.4k")
  }

  @Test(arguments: [
    (37.13, "£37.13"), (5, "£5"), (0, "£0"), (0.5, "£0.50"), (-2_200, "−£2.20k"), (950, "£950"), (99.999, "£100"),
  ])
  func money(_ value: Double, _ expected: String) {
    #expect(english.money(value, code: "GBP") == expected)
  }

  @Test func currencyStandsWhereTheLocalePutsIt() {
    #expect(NumberFormat.german.money(12_400, code: "EUR") == "12,4\u{A0}Tsd.\u{A0}€")
    #expect(NumberFormat.french.number(1_204_000) == "1\u{202F}204\u{202F}000")
    #expect(NumberFormat.japanese.compact(1_250_000) == "125万")
    #expect(english.money(10, code: "CHF") == "CHF\u{A0}10")
    #expect(english.money(10, code: "USD") == "$10")
  }

  @Test(arguments: [
    (0.1, "10%"), (0.0996, "10%"), (0.064, "6.4%"), (0.07, "7.0%"), (0.0005, "under 0.1%"), (0, "0%"), (1, "100%"),
    (-0.064, "−6.4%"), (0.145, "15%"), (0.001, "0.1%"), (0.994, "99%"), (0.9951, "over 99%"), (1.02, "102%"),
  ])
  func percent(_ value: Double, _ expected: String) {
    #expect(english.percent(value) == expected)
  }

  @Test func ranges() {
    #expect(english.range("£3.9", "£5.3") == "£3.9–£5.3")
    #expect(english.range("−£4k", "£0") == "−£4k to £0")
  }

  @Test func signs() {
    let format = ValueFormat(.money("GBP"))
    #expect(format.signed(6_200) == "+£6.20k")
    #expect(format.signed(-2_200) == "−£2.20k")
    #expect(format.signed(0) == "£0")
    #expect(english.number(-0.4) == "0")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func missingIsADash(_ value: Double) {
    #expect(english.compact(value) == "–")
    #expect(english.percent(value) == "–")
    #expect(ValueFormat(.count).signed(value) == "–")
    #expect(english.number(nil) == "–")
  }

  @Test func ticksShareSuffixAndDecimals() {
    #expect(ValueFormat(.money("GBP")).ticks([120_000, 140_000]) == ["£120k", "£140k"])
    #expect(ValueFormat(.money("GBP")).ticks([0, 500, 1_000, 1_500]) == ["0", "£0.5k", "£1.0k", "£1.5k"])
    #expect(ValueFormat(.percent).ticks([0, 0.1, 0.2, 0.3]) == ["0%", "10%", "20%", "30%"])
    #expect(ValueFormat(.plain).ticks([0.1, 0.2, 3 * 0.1]) == ["0.1", "0.2", "0.3"])
    #expect(ValueFormat(.plain).ticks([1e-9, 1.5e-9]) == ["1.0×10⁻⁹", "1.5×10⁻⁹"])
  }
}
