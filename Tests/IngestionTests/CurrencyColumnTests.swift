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

  private static let sales =
    "Date,Gross Sales,Net Sales,Total Collected,Time Zone,Transaction ID\n"
    + "2026-10-13,$5.00,$5.00,$5.40,UTC,T1\n2026-10-14,$6.10,$6.10,\"$1,234.00\",UTC,T2\n"

  @Test func dollarsAreNoEurosWhateverIsDeclared() throws {
    let sample = try Sample(Self.sales)
    let error = sample.failure(ReadOptions(currency: Currency("EUR")))
    #expect(
      error?.description
        == "sample.csv:2: amounts in \"Gross Sales\" written with $; expected amounts in EUR, as --currency or fairlead.yml "
        + "says; name the file's own currency, such as --currency USD")
    for code in ["USD", "CAD"] {
      let reading = try sample.read(ReadOptions(currency: Currency(code)))
      #expect(reading.all.offlineSales.map { $0.currency?.code } == [code, code])
    }
    #expect(try sample.read().recognition.currencyMark == "$")
  }

  /// A mark that one currency alone has, a code in the header and a column of codes say it without a declaration.
  @Test func theFilesOwnCurrencyGoesFirst() throws {
    let euros = try Sample(Self.sales.replacing("$", with: "€")).read(ReadOptions(currency: Currency("USD")))
    #expect(euros.all.offlineSales.map { $0.currency?.code } == ["EUR", "EUR"])
    let coded = try Sample(header + "A,2026-03-01,USD,1,$1.00\n").read(ReadOptions(currency: Currency("EUR")))
    #expect(coded.all.adPerformance.map { $0.currency?.code } == ["USD"])
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
