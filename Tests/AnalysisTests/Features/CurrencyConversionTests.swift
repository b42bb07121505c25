import Testing
import Vocabulary
import Warehouse

@testable import Analysis

struct CurrencyConversionTests {
  private func code(_ text: String) throws -> Currency { try #require(Currency(text)) }

  private func rate(_ day: Day, _ quote: String, _ nanos: Int64) throws -> StatedRate {
    StatedRate(day: day, base: try code("EUR"), quote: try code(quote), nanos: nanos, authority: "ECB")
  }

  /// 1 EUR = 1.0850 USD = 0.8600 GBP: 100 USD are 92.165899 EUR and 79.262673 GBP.
  @Test func directInverseAndThroughAThird() throws {
    let rates = [try rate(monday, "USD", 1_085_000_000), try rate(monday, "GBP", 860_000_000)]
    let day = DateWindow(day: monday)
    let toEuro = CurrencyConversion(to: try code("EUR"), rates: rates)
    #expect(toEuro.micros(100_000_000, from: try code("USD"), over: day) == 92_165_899)
    #expect(toEuro.micros(-100_000_000, from: try code("USD"), over: day) == -92_165_899)
    let toDollar = CurrencyConversion(to: try code("USD"), rates: rates)
    #expect(toDollar.micros(100_000_000, from: try code("EUR"), over: day) == 108_500_000)
    let toPound = CurrencyConversion(to: try code("GBP"), rates: rates)
    #expect(toPound.micros(100_000_000, from: try code("USD"), over: day) == 79_262_673)
    #expect(toPound.micros(5, from: try code("GBP"), over: day) == 5)
    #expect(toPound.micros(5, from: try code("CHF"), over: day) == nil)
  }

  @Test func aDayWithoutARateTakesTheLastOneOfTheWeekBefore() throws {
    let euro = CurrencyConversion(to: try code("EUR"), rates: [try rate(monday, "USD", 2_000_000_000)])
    let dollar = try code("USD")
    #expect(euro.micros(10, from: dollar, over: DateWindow(day: monday + 7)) == 5)
    #expect(euro.micros(10, from: dollar, over: DateWindow(day: monday + 8)) == nil)
    #expect(euro.micros(10, from: dollar, over: DateWindow(day: monday + -1)) == nil)
  }

  /// 1 EUR = 2 USD, then 4 USD: 8 USD over both days are the mean of 4 and 2 EUR.
  @Test func aWindowTakesTheMeanOfItsDays() throws {
    let euro = CurrencyConversion(
      to: try code("EUR"), rates: [try rate(monday, "USD", 2_000_000_000), try rate(monday + 1, "USD", 4_000_000_000)])
    let window = try #require(DateWindow(first: monday, last: monday + 1))
    #expect(euro.micros(8_000_000, from: try code("USD"), over: window) == 3_000_000)
  }

  @Test func amountsBeyondSixtyFourBitsAreNotConverted() throws {
    let yen = CurrencyConversion(to: try code("JPY"), rates: [try rate(monday, "JPY", 160_000_000_000)])
    #expect(yen.micros(.max, from: try code("EUR"), over: DateWindow(day: monday)) == nil)
  }
}
