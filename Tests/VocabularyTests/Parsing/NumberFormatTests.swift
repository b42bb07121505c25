import Testing
import Vocabulary

struct NumberFormatTests {
  @Test(arguments: [
    ("1234.5", "1234.5"), ("795,836", "795836"), ("1,234,567.89", "1234567.89"), ("-0.5", "-0.5"), ("+7", "7"),
    ("(1,234.50)", "-1234.5"), (".5", "0.5"), (" 12 ", "12"), ("1 234.5", "1234.5"), ("12,34,567", "1234567"),
    ("1e5", "100000"), ("5e-324", "0"), ("2.0000005", "2.000001"), ("2.0000004", "2"), ("-2.0000005", "-2.000001"),
    ("\u{2212}3", "-3"), ("1'234.5", "1234.5"), ("0.30000000000000004", "0.3"), ("13705.52147239", "13705.521472"),
    ("9223372036854.775807", "9223372036854.775807"),
  ])
  func decimalDot(text: String, expected: String) {
    #expect(NumberFormat.decimalDot.micros(text).map(Micros.text) == expected)
  }

  @Test(arguments: [
    ("1.234,56", "1234.56"), ("2.546", "2546"), (",5", "0.5"), ("1 234,56", "1234.56"), ("1\u{202F}234,56", "1234.56"),
    ("1\u{A0}234", "1234"), ("1.234.567", "1234567"), ("12,28", "12.28"), ("1’234,5", "1234.5"),
  ])
  func decimalComma(text: String, expected: String) {
    #expect(NumberFormat.decimalComma.micros(text).map(Micros.text) == expected)
  }

  @Test(arguments: [
    "", "1,23,4", "1,2345", "1,234 567", "1,,234", ",234", "12,", "1.", "1.2.3", "abc", "12,5O", "-", "()", "1e400",
    "1e",
    "NaN", "Infinity", "½", "1/2", "--1", "(-1)", "9223372036854.775808", "'12", "0x10",
    "0,125", "-0,500.5",
  ])
  func refusesInDecimalDot(text: String) { #expect(NumberFormat.decimalDot.micros(text) == nil) }

  @Test func plainNumbersAreNotGrouped() {
    #expect(NumberFormat.plain.micros("1,234") == nil)
    #expect(NumberFormat.plain.micros("1234.25") == 1_234_250_000)
  }

  @Test func wholeNumbers() {
    #expect(NumberFormat.decimalDot.whole("1,234.00") == 1_234)
    #expect(NumberFormat.decimalDot.whole("1.5") == nil)
    #expect(NumberFormat.plain.whole("9007199254740993") == 9_007_199_254_740_993)
    #expect(NumberFormat.plain.whole("12345678901234567890") == nil)
    #expect(NumberFormat.plain.whole("1.7699E+15") == nil)
  }
}
