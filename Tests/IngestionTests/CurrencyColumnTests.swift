import Ingestion
import Testing
import Vocabulary

struct CurrencyColumnTests {
  private let header = "CampaignName,TimePeriod,CurrencyCode,Clicks,Spend\n"

  @Test func anAmountInATableOfCodesHasOne() throws {
    let reading = try Sample(header + "A,2026-03-01,EUR,1,1.00\nB,2026-03-01,,2,2.00\nC,2026-03-01,,3,\n").read()
    #expect(reading.all.adPerformance.map(\.campaign) == ["A", "C"])
    #expect(reading.summary.problems.map(\.line) == [3])
    #expect(reading.summary.problems.first?.found == "no currency code")
    #expect(reading.recognition.currency?.code == "EUR")
  }

  @Test func withoutCodesTheDeclaredCurrencyIsEveryAmounts() throws {
    let sample = try Sample("CampaignName,TimePeriod,Clicks,Spend\nA,2026-03-01,1,1.00\n")
    #expect(try sample.read().all.adPerformance.first?.currency == nil)
    let told = try sample.read(ReadOptions(currency: Currency("CHF")))
    #expect(told.all.adPerformance.first?.currency?.code == "CHF" && told.recognition.currency?.code == "CHF")
  }

  @Test func severalCurrenciesHaveNoSum() throws {
    let rows = "A,2026-03-01,EUR,1,1.00\nB,2026-03-01,USD,2,2.00\nC,2026-03-01,USD,3,1.00\n"
    let reading = try Sample(header + rows).read()
    #expect(reading.recognition.currency == nil)
    #expect(reading.total(.spend) == nil)
    #expect(reading.total(.clicks) == "6")
    #expect(reading.all.adPerformance.map { $0.currency?.code } == ["EUR", "USD", "USD"])
  }
}
