import Testing

@testable import Ingestion

struct ShortYearTests {
  private func isOne(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { ShortYear.isOne($0) }
  }

  @Test(arguments: [
    "01.03.26", " 3/1/26 ", "26-03-01", "1-Mar-26", "1. März 26", "Mar 1, '26", "1/3/26 14:05", "01.03.26 14:05:09 Uhr",
  ])
  func yearsOfTwoFigures(text: String) { #expect(isOne(text)) }

  @Test(arguments: [
    "", "01.03.2026", "2026-03-01", "20260301", "1.5", "12.345.67", "10.0.0.1", "Mar 2026", "A-1-26", "01.03.", "1/3/6",
    "March April 26", "not 1 date",
  ])
  func others(text: String) { #expect(!isOne(text)) }

  /// 1.12.99 to 31.1.00 has both years.
  @Test(arguments: [
    ("01.12.99", "01.12.1999"), ("1/31/00 14:05", "1/31/2000 14:05"), (" 1-Jan-00", "1-Jan-2000"), ("01.12.22", nil),
    ("01.12.1999", nil), ("0001", nil),
  ])
  func aPeriodTellsTheYear(text: String, written: String?) throws {
    let period = try #require(StampedPeriod.window("# 19991201-20000131"))
    let found = Array(text.utf8).withUnsafeBufferPointer { ShortYear.written(out: $0, in: period) }
    #expect(found == written)
  }

  /// The row says what is wrong with it and what to do.
  @Test func suchRowsAreRefusedWithAdvice() throws {
    let reading = try Sample("Campaign name,Day,Amount spent (EUR)\nA,01.03.26,1\nB,2026-03-02,2\n").read()
    #expect(reading.summary.rowsRejected == 1 && reading.total(.spend) == "2")
    #expect(reading.summary.problems[0].found == "01.03.26")
    #expect(
      reading.summary.problems[0].expected
        == "a year of four figures, such as 2026-10-31; show the column as YYYY-MM-DD where the file was saved, or "
        + "export the report again")
  }
}
