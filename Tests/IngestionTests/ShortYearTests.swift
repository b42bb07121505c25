import Testing
import Vocabulary

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
    ("01.12.1999", nil), ("0001", nil), ("1.\u{301}\u{301}.99", nil),
  ])
  func aPeriodTellsTheYear(text: String, written: String?) throws {
    let period = try #require(StampedPeriod.window("# 19991201-20000131"))
    let found = Array(text.utf8).withUnsafeBufferPointer { ShortYear.written(out: $0, in: period) }
    #expect(found == written)
  }

  @Test(arguments: [
    ("01.03.26", DateOrder.dayMonthYear, "2026-03-01"), ("03/01/26 14:05", .monthDayYear, "2026-03-01"),
    ("26-03-01", .yearMonthDay, "2026-03-01"), ("Mar-13-26", nil, "2026-03-13"),
    ("1. März 26", .yearMonthDay, "2026-03-01"),
    ("Mar 1, '26", nil, "2026-03-01"), ("01.13.26", .dayMonthYear, nil), ("1/3/26", .yearMonthDay, nil),
    ("01.03.2026", .dayMonthYear, nil), ("01.03.26", nil, nil),
    ("01.10.49", .dayMonthYear, "2049-10-01"), ("01.10.50", .dayMonthYear, nil), ("01.10.68", .dayMonthYear, nil),
    ("1.\u{301}\u{301}.26", .dayMonthYear, nil),
  ])
  func anOrderTellsTheDay(text: String, order: DateOrder?, day: String?) {
    let found = Array(text.utf8).withUnsafeBufferPointer { ShortYear.date($0, order: order) }
    #expect(found?.day.description == day)
  }

  private func report(_ days: [String]) throws -> Sample {
    try Sample("Campaign name,Day,Amount spent (EUR)\n" + days.map { "A,\($0),1\n" }.joined())
  }

  private func window(_ options: ReadOptions, _ days: String...) throws -> String? {
    let reading = try report(days).read(options)
    #expect(reading.summary.rowsRejected == 0)
    return reading.recognition.window?.description
  }

  /// One that reads in one way only needs no order: with points the year stands last, and no month is the 20th.
  @Test func aColumnOfOneReading() throws {
    #expect(try window(ReadOptions(), "01.03.26", "13.03.26") == "2026-03-01…2026-03-13")
    #expect(try window(ReadOptions(), "03/01/26", "03/20/26") == "2026-03-01…2026-03-20")
    #expect(try window(ReadOptions(), "Mar-01-26", "Mar-13-26") == "2026-03-01…2026-03-13")
  }

  @Test func anyOtherColumnByTheDeclaredOrder() throws {
    #expect(
      try window(ReadOptions(dateOrder: .dayMonthYear), "01/03/26", "02/03/26") == "2026-03-01…2026-03-02")
    #expect(
      try window(ReadOptions(dateOrder: .yearMonthDay), "26.03.13", "26.03.14") == "2026-03-13…2026-03-14")
    #expect(try window(ReadOptions(locale: "de"), "13/03/26", "14/03/26") == "2026-03-13…2026-03-14")
    #expect(try window(ReadOptions(locale: "de"), "2026-03-02", "01.03.26") == "2026-03-01…2026-03-02")
  }

  @Test(arguments: ["01.03.26", "01/03/26", "13/03/26", "26-03-13"])
  func withoutItTheQuestionIsAsked(text: String) throws {
    #expect(try report(["2026-03-02", text]).failure() == .shortYears(file: "sample.csv", column: "Day", line: 3))
    #expect(
      "\(IngestionError.shortYears(file: "a.csv", column: "Day", line: 2))"
        == "a.csv:2: dates in \"Day\" that have two figures for the year; expected a declared order, by which 26 is the "
        + "year 2026; name it: --date-order dmy, mdy or ymd")
  }

  @Test func aDayOfNoMonthIsABadRow() throws {
    let reading = try report(["13.03.26", "31.02.26"]).read()
    #expect(reading.summary.rowsRejected == 1 && reading.summary.problems[0].found == "31.02.26")
  }
}
