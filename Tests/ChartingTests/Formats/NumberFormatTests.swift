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

  /// As ECMAScript's Intl gives them from CLDR (Chromium 156), with U+2212 and the sign before everything.
  @Test(arguments: [
    (NumberFormat.english, "1,234.5", "12,345.6", "12%", "€1,234.50", "−€12,345.60"),
    (.german, "1.234,5", "12.345,6", "12\u{A0}%", "1.234,50\u{A0}€", "−12.345,60\u{A0}€"),
    (.french, "1\u{202F}234,5", "12\u{202F}345,6", "12\u{A0}%", "1\u{202F}234,50\u{A0}€", "−12\u{202F}345,60\u{A0}€"),
    (.spanish, "1234,5", "12.345,6", "12\u{A0}%", "1234,50\u{A0}€", "−12.345,60\u{A0}€"),
    (.dutch, "1.234,5", "12.345,6", "12%", "€\u{A0}1.234,50", "−€\u{A0}12.345,60"),
    (.portuguese, "1.234,5", "12.345,6", "12%", "€\u{A0}1.234,50", "−€\u{A0}12.345,60"),
    (.italian, "1234,5", "12.345,6", "12%", "1234,50\u{A0}€", "−12.345,60\u{A0}€"),
  ])
  func numbersAsTheLocaleWritesThem(
    _ format: NumberFormat, _ small: String, _ large: String, _ percent: String, _ money: String, _ debt: String
  ) {
    #expect(format.number(1_234.5, decimals: 1) == small)
    #expect(format.number(12_345.6, decimals: 1) == large)
    #expect(format.percent(0.12) == percent)
    #expect(format.money(1_234.5, code: "EUR", decimals: 2) == money)
    #expect(format.money(-12_345.6, code: "EUR", decimals: 2) == debt)
  }

  /// CLDR's short scale words, with three figures; German thousands are "Tsd.", which CLDR leaves out.
  @Test(arguments: [
    (NumberFormat.german, "12,4\u{A0}Tsd.", "1,25\u{A0}Mio.", "3,10\u{A0}Mrd.", "1,00\u{A0}Bio."),
    (.french, "12,4\u{A0}k", "1,25\u{A0}M", "3,10\u{A0}Md", "1,00\u{A0}Bn"),
    (.spanish, "12,4\u{A0}mil", "1,25\u{A0}M", "3100\u{A0}M", "1,00\u{A0}B"),
    (.dutch, "12,4K", "1,25\u{A0}mln.", "3,10\u{A0}mld.", "1,00\u{A0}bln."),
    (.portuguese, "12,4\u{A0}mil", "1,25\u{A0}mi", "3,10\u{A0}bi", "1,00\u{A0}tri"),
    (.italian, "12,4K", "1,25\u{A0}Mln", "3,10\u{A0}Mld", "1,00\u{A0}Bln"),
  ])
  func scaleWords(_ format: NumberFormat, _ thousands: String, _ millions: String, _ milliards: String, _ last: String)
  {
    #expect(format.compact(12_400) == thousands)
    #expect(format.compact(1_250_000) == millions)
    #expect(format.compact(3.1e9) == milliards)
    #expect(format.compact(1e12) == last)
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
