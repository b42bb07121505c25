import Testing

@testable import Ingestion

struct IdentifierTextTests {
  @Test(arguments: ["6.49E+17", "1,20253e+17", "6E+5", " 6.49E+17 ", "1.784123456789012e+16"])
  func roundedByASpreadsheet(text: String) { #expect(IdentifierText.isRounded(text)) }

  @Test(arguments: ["649000000000000123", "E+17", "6.49E+", "6.49E17", "A6E+17", "", "e+1"])
  func notRounded(text: String) { #expect(!IdentifierText.isRounded(text)) }

  /// 2^53 has 16 figures: numbers keep 15 exactly, and 17 tell them apart.
  @Test(arguments: [
    ("649000000000000000", true), ("1891472667636797700", true), ("1891472667636797701", false),
    ("1234567890123450", false), ("12345678901234500", true), ("6630000000000", false), ("64900000000000000x", false),
  ])
  func cutWithinANumber(text: String, isCut: Bool) {
    #expect(IdentifierText.isCut(text, isNumber: true) == isCut)
    #expect(!IdentifierText.isCut(text, isNumber: false))
  }

  @Test(arguments: [
    ("6634244374859.0", "6634244374859"), ("7.00", "7"), ("1.5", "1.5"), (".0", ".0"), ("A1.0", "A1.0"), ("12.", "12."),
    ("1234567890123456.0", "1234567890123456.0"), ("#1001", "#1001"), ("1.0.0", "1.0.0"),
  ])
  func noughtsBehindAPoint(text: String, whole: String) { #expect(IdentifierText.whole(text) == whole) }
}
