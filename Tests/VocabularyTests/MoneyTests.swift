import Testing
import Vocabulary

struct MoneyTests {
  @Test(
    arguments: [
      (199_421_150_000, "199421.15"), (-500_000, "-0.5"), (0, "0"), (1, "0.000001"), (1_000_000, "1"),
      (Int64.min, "-9223372036854.775808"),
    ] as [(Int64, String)])
  func microsAsText(micros: Int64, text: String) { #expect(Micros.text(micros) == text) }

  @Test func currencyCodes() {
    #expect(Currency("eur")?.code == "EUR")
    #expect(Currency("EURO") == nil)
    #expect(Currency("E1R") == nil)
    #expect(Currency("EU") == nil)
    #expect(Currency("E\u{5B}R") == nil)
    #expect(Currency("Éa") == nil)
  }

  @Test(arguments: ["eur", "EUR", "GbP", "EURO", "EU", "", "E1R", "E[R", "{UR", "Éa"])
  func bytesAndTextAreReadAlike(code: String) {
    #expect(Array(code.utf8).withUnsafeBufferPointer { Currency($0) } == Currency(code))
  }

  @Test func currenciesAreInTheOrderOfTheirCodes() throws {
    let codes = ["AED", "AEX", "CHF", "EUR", "GBP", "USD", "XAF", "ZAR"]
    #expect(codes.compactMap { Currency($0) } == codes.compactMap { Currency($0) }.sorted())
    #expect(try #require(Currency("AEX")) < #require(Currency("CAA")))
  }

  /// By the standard's lists one and three; `XTS` is for tests.
  @Test(arguments: [
    ("EUR", true), ("CLF", true), ("XCG", true), ("DEM", true), ("EUT", false), ("XYZ", false), ("BTC", false),
    ("XTS", false),
  ])
  func codesOfTheStandard(code: String, isStandard: Bool) { #expect(Currency(code)?.isStandard == isStandard) }

  @Test(arguments: [("EUR", 100), ("JPY", 1), ("KRW", 1), ("KWD", 1_000), ("XYZ", 100)])
  func smallestUnits(code: String, units: Int64) { #expect(Currency(code)?.minorUnits == units) }
}
