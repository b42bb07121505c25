import Testing
import Vocabulary

struct DateTextTests {
  @Test(arguments: [
    ("2026-10-01", "2026-10-01"), ("2026/10/01", "2026-10-01"), ("20261001", "2026-10-01"),
    ("2026. 10. 1.", "2026-10-01"),
    ("2026-10-25T02:30:00", "2026-10-25"), ("ter., 5 de mai. de 2026", "2026-05-05"),
    ("Tue, Feb 18, 2025", "2025-02-18"),
    ("1. Oktober 2026", "2026-10-01"), ("1er octobre 2026", "2026-10-01"), ("1 févr. 2026", "2026-02-01"),
    ("Mrz 1 2026", "2026-03-01"), ("sáb., 16 de mai. de 2026", "2026-05-16"), ("mar., 5 de mayo de 2026", "2026-05-05"),
    ("1 октября 2026 г.", "2026-10-01"), ("March 3, 2026", "2026-03-03"), ("03/03/2026", "2026-03-03"),
    ("segunda-feira, 4 de maio de 2026", "2026-05-04"), ("Tue, 03.03.2026", "2026-03-03"),
    ("mar. 03/03/2026", "2026-03-03"), ("Mo 2026-03-02", "2026-03-02"), ("Mon 2 Mar 2026", "2026-03-02"),
    ("2026年3月10日", "2026-03-10"), ("2026년 3월 10일", "2026-03-10"), ("2026年3月10日(火)", "2026-03-10"),
  ])
  func reads(text: String, expected: String) { #expect(DateText(text, order: nil)?.day.description == expected) }

  @Test(arguments: [
    "", "2026-02-30", "1900-02-29", "26-10-01", "01.10.26", "1/2/26", "yesterday", "Oct-26", "1-Oct", "SEPT1", "44834",
    "0",
    "-1", "2026-10-01T25:00:00", "2026-10-01T12:00:00+25:00", "0000-00-00", "2026-W40", "Q4 2026", "10/01/2026",
    "5 May June 2026", "Apr 9 - Apr 15", "2026-10-01x",
    "Mo, 02.03.2026", "AB 2026-03-02", "Mo2026-03-02x", "3月10日", "2026年3月", "2026年13月1日", "2026年3月10日 bis",
  ])
  func refusesWithoutAnOrder(text: String) { #expect(DateText(text, order: nil) == nil) }

  @Test func figuresFollowTheOrder() {
    #expect(DateText("03/04/2025", order: .dayMonthYear)?.day.description == "2025-04-03")
    #expect(DateText("03/04/2025", order: .monthDayYear)?.day.description == "2025-03-04")
    #expect(DateText("1.3.2026 г.", order: .dayMonthYear)?.day.description == "2026-03-01")
    #expect(DateText("1.3.2026 г., 10:05", order: .dayMonthYear)?.secondOfDay == 36_300)
    #expect(DateText("1.3.2026 го", order: .dayMonthYear) == nil)
    #expect(DateText("01.10.2026", order: .dayMonthYear)?.day.description == "2026-10-01")
    #expect(DateText("13/01/2026", order: .monthDayYear) == nil)
  }

  /// A weekday says nothing of the order.
  @Test func figuresBehindAWeekdayFollowTheOrder() {
    #expect(DateText("lun. 02/03/2026", order: .dayMonthYear)?.day.description == "2026-03-02")
    #expect(DateText("Mo, 02.03.2026 09:30", order: .dayMonthYear)?.secondOfDay == 34_200)
    var evidence = DateEvidence()
    for (line, text) in ["Mo, 02.03.2026", "Fr, 13.03.2026"].enumerated() {
      Array(text.utf8).withUnsafeBufferPointer { evidence.observe($0, line: line + 2) }
    }
    #expect(evidence.verdict == .certain(.dayMonthYear))
    var open = DateEvidence()
    Array("Mon 02/03/2026".utf8).withUnsafeBufferPointer { open.observe($0, line: 2) }
    #expect(open.verdict == .ambiguous(line: 2) && open.likelyOrder == nil)
  }

  @Test func instantsNeedTheirOffset() {
    // 2025-05-11 13:55:16Z is 1746971716.
    #expect(DateText("2025-05-11 09:55:16 -0400", order: nil)?.instant == 1_746_971_716)
    #expect(DateText("2025-05-11T13:55:16.000Z", order: nil)?.instant == 1_746_971_716)
    #expect(DateText("2025-05-11T15:55:16+02:00", order: nil)?.instant == 1_746_971_716)
    #expect(DateText("2025-05-11 09:55:16", order: nil)?.instant == nil)
    #expect(DateText("2025-05-11 12:05 AM", order: nil)?.secondOfDay == 300)
    #expect(DateText("2025-05-11 12:05 PM", order: nil)?.secondOfDay == 43_500)
    // As browsers write it.
    #expect(DateText("5/11/2025, 1:05:09\u{202F}PM", order: .monthDayYear)?.secondOfDay == 47_109)
    #expect(DateText("2025-05-11 1:05\u{202F}", order: nil)?.secondOfDay == 3_900)
  }

  @Test func namedDatesMayHaveATime() {
    let sent = DateText("Jun 09, 2018 09:30 pm", order: nil)
    #expect(sent?.day.description == "2018-06-09" && sent?.secondOfDay == 77_400)
    #expect(DateText("5. Mai 2026 07:05", order: nil)?.secondOfDay == 25_500)
    #expect(DateText("Jan 5, 2024 at 10:00 AM", order: nil)?.day.description == "2024-01-05")
    #expect(DateText("Jan 5, 2024 25:00", order: nil) == nil)
    #expect(DateText("10:00 Jan 5, 2024", order: nil) == nil)
  }

  /// A quoted letter Z before the real zone: 12:00 three hours west is 15:00Z, 1287068400.
  @Test func theZoneAfterALetterZCounts() {
    #expect(DateText("2010-10-14T12:00:00.000Z-0300", order: nil)?.instant == 1_287_068_400)
    #expect(DateText("2010-10-14T12:00:00.000Z", order: nil)?.instant == 1_287_057_600)
    #expect(DateText("2010-10-14T12:00:00.000Zulu", order: nil) == nil)
  }

  @Test(arguments: [
    ("January 20, 2026 - January 21, 2026", "2026-01-20…2026-01-21"),
    ("5 de maio de 2026 - 15 de maio de 2026", "2026-05-05…2026-05-15"), ("All time", "no dates"),
    ("Todo o período", "no dates"), ("2026-10-01 - 2026-10-31", "2026-10-01…2026-10-31"),
    ("1. Oktober 2026 – 7. Oktober 2026", "2026-10-01…2026-10-07"), ("October 3, 2026", "2026-10-03"),
    ("Mar 1 - Mar 28, 2025", "2025-03-01…2025-03-28"), ("Dec 15 - Jan 12, 2025", "2024-12-15…2025-01-12"),
    ("1. März – 28. März 2025", "2025-03-01…2025-03-28"),
  ])
  func periods(text: String, expected: String) { #expect(PeriodText.window(text)?.description == expected) }

  @Test(arguments: [
    "", "sometime", "January 21, 2026 - January 20, 2026", "01/02/2026 - 03/02/2026", "Mar 1 - Mar 28",
    "Feb 30 - Mar 28, 2025",
  ])
  func noPeriods(text: String) { #expect(PeriodText.window(text) == nil) }

  /// Nine in the morning in New York is two in the afternoon in Greenwich, one in summer.
  @Test func namesOfZones() {
    func instant(_ text: String) -> Int64? { DateText(text, order: .monthDayYear)?.instant }
    #expect(instant("3/1/2026 9:00 AM EST") == instant("2026-03-01T14:00:00Z"))
    #expect(instant("Jul 1, 2026 9:00:00 AM EDT") == instant("2026-07-01T13:00:00Z"))
    #expect(instant("2026-07-01 9:00 CEST") == instant("2026-07-01T07:00:00Z"))
    #expect(instant("2026-07-01 9:00 UTC") == instant("2026-07-01T09:00:00Z"))
    #expect(instant("2026/10/01 6:22:10 PM GMT+1") == instant("2026-10-01T17:22:10Z"))
    #expect(instant("2026/10/01 6:22:10 PM GMT-5:30") == instant("2026-10-01T23:52:10Z"))
    #expect(instant("2026-10-01 18:22 UTC+02:00") == instant("2026-10-01T16:22:00Z"))
    #expect(DateText("2026-10-01 18:22 GMT1", order: nil) == nil)
    // India's, Israel's or Ireland's.
    #expect(DateText("2026-07-01 9:00 IST", order: nil) == nil)
  }
}
