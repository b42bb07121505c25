import Testing

@testable import fairlead

struct FigureWordsTests {
  @Test(arguments: [
    ("0", "0"), ("-123", "-123"), ("1234", "1,234"), ("-1234567.123456", "-1,234,567.123456"), ("100000", "100,000"),
  ])
  func thousands(number: String, words: String) { #expect(FigureWords.grouped(number) == words) }

  @Test func meanings() {
    #expect(FigureWords.meaning("campaignID") == "campaign id")
    #expect(FigureWords.meaning("addedConversions") == "added to conversions")
    #expect(
      FigureWords.meaning("starts") == "first day" && FigureWords.meaning("dimension") == "what tells the rows apart")
    #expect(FigureWords.meaning("figure") == "a figure kept under its own name")
  }

  /// Payments are counted and refunds are money; each in the currency of its own rows where the file has several.
  @Test func countsAndMoneyAreToldApart() {
    var report = FileReport(path: "a.csv", status: .recognised)
    report.totals = ["payments": "33", "refunds": "33"]
    report.units = ["refunds": "EUR"]
    #expect(FigureWords.totals(report) == "payments 33, refunds 33 EUR")
  }

  @Test func amountsCarryTheirCurrency() {
    var report = FileReport(path: "a.csv", status: .recognised)
    report.totals = ["spend": "199421.15", "clicks": "167739", "dealAmount": "5"]
    report.currency = "USD"
    report.totals["revenue"] = "84302.1"
    #expect(
      FigureWords.totals(report) == "clicks 167,739, deal amount 5 USD, revenue 84,302.10 USD, spend 199,421.15 USD")
  }
}
