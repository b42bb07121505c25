import Testing
import Vocabulary

@testable import Ingestion

struct PeriodDaysTests {
  private func read(_ header: String, _ days: [String], unit: FieldUnit? = nil) throws -> Reading {
    var mapping = TableMapping(name: "sheet", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping([header], unit: unit), .spend: FieldMapping(["Cost"])]
    mapping.constants = [.currency: "GBP"]
    mapping.goesFirst = true
    let text = "\(header),Cost\n" + days.map { "\($0),100.50\n" }.joined()
    return try Sample(text).read(ReadOptions(dateOrder: .dayMonthYear, mappings: [mapping]))
  }

  private func windows(_ reading: Reading) -> [String] { reading.all.adPerformance.map(\.window.description) }

  /// 2 and 9 March 2026 are Mondays, 8 and 15 March Sundays; February had 28 days.
  @Test(arguments: [
    ("Week commencing", ["02/03/2026", "09/03/2026"], ["2026-03-02…2026-03-08", "2026-03-09…2026-03-15"]),
    ("w/c", ["2026-03-02"], ["2026-03-02…2026-03-08"]),
    ("KW", ["02.03.26", "09.03.26"], ["2026-03-02…2026-03-08", "2026-03-09…2026-03-15"]),
    ("Week ending", ["08/03/2026", "15/03/2026"], ["2026-03-02…2026-03-08", "2026-03-09…2026-03-15"]),
    ("Monat", ["01.02.2026", "01.03.2026"], ["2026-02-01…2026-02-28", "2026-03-01…2026-03-31"]),
    ("Month", ["2026-02-28", "2026-03-31"], ["2026-02-01…2026-02-28", "2026-03-01…2026-03-31"]),
  ])
  func aDateUnderANameOfPeriodsIsOne(header: String, days: [String], expected: [String]) throws {
    let reading = try read(header, days)
    #expect(windows(reading) == expected)
    #expect(reading.recognition.window?.first.description == expected.first.map { String($0.prefix(10)) })
    #expect(reading.recognition.window?.last.description == expected.last.map { String($0.suffix(10)) })
    let note = try #require(reading.recognition.notes.first)
    #expect(note.hasPrefix("each date in \"\(header)\" is read as the seven days") || note.contains("its whole month"))
    #expect(note.hasSuffix("write `unit: days` beside it in the mapping \"sheet\""))
  }

  /// 2 and 3 March are a Monday and a Tuesday, and neither begins or ends a month.
  @Test(arguments: ["Week", "Month"])
  func datesThatAreNoSuchPeriodsAreDays(header: String) throws {
    let reading = try read(header, ["2026-03-02", "2026-03-03"])
    #expect(windows(reading) == ["2026-03-02", "2026-03-03"])
    let note = try #require(reading.recognition.notes.first)
    #expect(note.hasPrefix("the dates in \"\(header)\" are read as single days, since they "))
    #expect(
      note.contains("write `unit: \(header.lowercased())s` beside it in the mapping \"sheet\", else `unit: days`"))
  }

  @Test(arguments: [
    ("Week", FieldUnit.days, "2026-03-02"), ("Date", .weeks, "2026-03-02…2026-03-08"),
    ("Date", .weeksEnding, "2026-02-24…2026-03-02"), ("Date", .months, "2026-03-01…2026-03-31"),
  ])
  func theMappingsUnitGoesBeforeTheName(header: String, unit: FieldUnit, window: String) throws {
    let reading = try read(header, ["2026-03-02"], unit: unit)
    #expect(windows(reading) == [window] && reading.recognition.notes.isEmpty)
  }

  /// 8 and 15 March 2026 are Sundays: weeks from 2 to 8 and from 9 to 15 March.
  @Test(arguments: [
    "Week tot", "Week t/m", "Semana hasta", "Semana hasta el", "Tydzień do", "Týden do", "Settimana fino al",
    "Semaine au", "Semaine finissant le", "Vecka till", "Woche endet", "W/E date",
  ])
  func aWeekUpToADateEndsWithIt(header: String) throws {
    let reading = try read(header, ["08-03-2026", "15-03-2026"])
    #expect(windows(reading) == ["2026-03-02…2026-03-08", "2026-03-09…2026-03-15"])
    let note = try #require(reading.recognition.notes.first)
    #expect(note.contains("is read as the seven days up to it, as its header says; "))
  }

  @Test(arguments: [
    ("Week", "from it, since its header says weeks and no more; if it is the last of them, write `unit: weeksEnding`"),
    ("Week of", "from it, as its header says; "),
    ("Reporting week", "from it, since its header says weeks and all are Mondays; if it is the last of them, write "),
  ])
  func whatTheHeaderSaysOfWeeksIsTold(header: String, words: String) throws {
    let reading = try read(header, ["2026-03-02", "2026-03-09"])
    #expect(windows(reading) == ["2026-03-02…2026-03-08", "2026-03-09…2026-03-15"])
    #expect(reading.recognition.notes.first?.contains("is read as the seven days \(words)") == true)
  }

  /// Some weeks begin on a Sunday, others end on one.
  @Test(arguments: ["Reporting week", "Semana de cierre", "Woche von bis"])
  func whetherWordsOfOtherKindsAreFirstDaysOrLastIsAsked(header: String) throws {
    let reading = try read(header, ["2026-03-08", "2026-03-15"])
    #expect(windows(reading) == ["2026-03-08", "2026-03-15"])
    #expect(
      reading.recognition.notes == [
        "does each date in \"\(header)\" begin or end a week? all are Sundays, and its header does not say; they are "
          + "read as single days: write `unit: weeks` beside it in the mapping \"sheet\" if they begin weeks, "
          + "`unit: weeksEnding` if they end them, else `unit: days`"
      ])
  }

  /// Four Mondays, and four first and last days of months.
  @Test(arguments: [
    (
      ["2026-03-02", "2026-03-09", "2026-03-23", "2026-03-30"],
      "Mondays: if each row is of a whole week, write `unit: weeks` (`unit: weeksEnding` if the day is its last)"
    ),
    (
      ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"],
      "first days of months: if each row is of a whole month, write `unit: months`"
    ),
    (
      ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
      "last days of months: if each row is of a whole month, write `unit: months`"
    ),
  ])
  func daysThatLookLikePeriodsAreTold(days: [String], words: String) throws {
    let reading = try read("Date", days)
    #expect(windows(reading) == days)
    #expect(
      reading.recognition.notes == [
        "the dates in \"Date\" are all \(words) beside it in the mapping \"sheet\", else `unit: days`"
      ])
    #expect(try read("Date", days, unit: .days).recognition.notes.isEmpty)
  }

  /// Three Mondays, a Tuesday among them, and moments.
  @Test(arguments: [
    ["2026-03-02", "2026-03-09", "2026-03-16"],
    ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-24", "2026-03-30"],
    ["2026-03-02 09:30", "2026-03-09 10:00", "2026-03-16 10:00", "2026-03-23 10:00"],
  ])
  func daysThatLookLikeNoPeriodsAreNotTold(days: [String]) throws {
    #expect(try read("Date", days).recognition.notes.isEmpty)
  }

  /// A market's sales on Saturdays, each by its receipt.
  @Test func singleSalesAreOfNoPeriods() throws {
    var mapping = TableMapping(name: "till", kind: .offlineSales)
    mapping.fields = [
      .day: FieldMapping(["Date"]), .saleID: FieldMapping(["Receipt"]), .net: FieldMapping(["Net"]),
    ]
    mapping.constants = [.currency: "EUR"]
    let text = "Date,Receipt,Net\n2026-03-07,B1,10\n2026-03-14,B2,11\n2026-03-21,B3,12\n2026-03-28,B4,13\n"
    let reading = try Sample(text).read(ReadOptions(mappings: [mapping]))
    #expect(reading.all.offlineSales.count == 4 && reading.recognition.notes.isEmpty)
  }

  /// Beside a date the week is no day of its own.
  @Test(arguments: [
    ("Week commencing,Campaign,Cost,Clicks\n2026-03-02,A,100.50,7\n2026-03-09,A,120.25,8\n", "Week commencing"),
    ("Week,Date,Campaign,Cost,Clicks\n2026-03-02,2026-03-03,A,100.50,7\n2026-03-02,2026-03-04,A,120.25,8\n", "Date"),
  ])
  func aDraftTakesItForTheDay(text: String, day: String) throws {
    let mapping = try #require(try MappingSuggestion(try Sample(text).export(), name: "own").mapping)
    #expect(mapping.kind == .adPerformance && mapping.fields[.day] == FieldMapping([day]))
  }
}
