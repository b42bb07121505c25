import Testing
import Vocabulary

@testable import Ingestion

struct ColumnProfileTests {
  private func profile(_ cells: [String]) -> ColumnProfile {
    var profile = ColumnProfile(header: "x")
    for (index, cell) in cells.enumerated() { profile.observe(cell, line: index + 1) }
    return profile
  }

  @Test(arguments: [
    (["2026-03-01", "2026-03-02T10:00:00Z"], ColumnContent.day, "Y-D-D"),
    (["01.03.2026", "1.3.2026"], .day, "D.D.Y"), (["20260301"], .day, "YDD"), (["Mar 1, 2026"], .day, "w D, Y"),
    (["12", "1.234"], .whole, ""), (["1.5", "2"], .number, "1,234.5"), (["1,5", "22,75"], .number, "1.234,5"),
    (["12345678"], .whole, ""), (["EUR 45,4", "7"], .amount, "1.234,5"), (["12.5%", "7 %"], .percent, ""),
    (["1:02:03"], .clock, ""), (["a@b.org"], .email, ""), (["EUR", "usd"], .code, ""), (["--", "", "n/a"], .empty, ""),
    (["TID1", "REF2"], .text, ""), (["Lee", "Roe"], .text, ""), (["spring", "7"], .text, ""),
    (["not an @ address"], .text, ""),
  ])
  func cellsTellWhatTheyAre(cells: [String], content: ColumnContent, form: String) {
    let found = profile(cells)
    #expect(found.content == content && found.form == form, "\(cells) \(found.content) \(found.form)")
  }

  @Test func oneStrayAmongFiveDoesNotMakeAMixture() {
    #expect(profile(["1.5", "2.5", "3.5", "4.5", "144."]).content == .number)
    #expect(profile(["1.5", "2.5", "3.5", "144."]).content == .text)
  }

  /// `R1000` is an order's number as likely as rands; what has a fraction, a group or a blank is an amount.
  @Test(arguments: [
    (["R1000", "R1001"], ColumnContent.text), (["R1000.50", "R12.00"], .amount), (["R1,000", "R 500"], .amount),
    (["£1000"], .amount), (["ZAR1000"], .amount),
  ])
  func aLetterBeforeFiguresBeginsAnID(cells: [String], content: ColumnContent) {
    var column = ColumnProfile(header: "x", lettersBeginIDs: true)
    for (index, cell) in cells.enumerated() { column.observe(cell, line: index + 1) }
    #expect(column.content == content && profile(cells).content == .amount)
  }

  @Test func theOneCurrencyBesideAmounts() {
    #expect(profile(["EUR 1", "2 €"]).currency?.code == "EUR")
    #expect(profile(["EUR 1", "USD 2"]).currency == nil)
  }
}
