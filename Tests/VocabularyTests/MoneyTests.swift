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
  }
}
