import Analysis
import Testing
import Vocabulary

@testable import Reporting

struct CaveatsTests {
  @Test func whatIsLeftOutIsCountedInAmounts() throws {
    let dollar = try #require(Currency("USD"))
    #expect(Caveat.otherCurrencyLeftOut(dollar, amounts: 1_234).words == "1,234 amounts in USD are left out.")
    #expect(
      Caveat.converted(dollar, amounts: 2, authorities: ["ECB"]).words
        == "2 amounts in USD are converted at the rate of the day (ECB).")
    #expect(Caveat.otherCurrencyLeftOut(dollar, amounts: 1).words == "1 amount in USD is left out.")
    #expect(
      Caveat.currencyUnknown(amounts: 2).words
        == "2 amounts name no currency and are left out. Set the currency in fairlead.yml to include them.")
  }
}
