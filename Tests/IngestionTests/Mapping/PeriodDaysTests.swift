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

  @Test(
    arguments: [
      ("Week commencing", FieldUnit.weeks), ("Week beginning", .weeks), ("week_start", .weeks), ("W/C", .weeks),
      ("Semaine", .weeks), ("Week ending", .weeksEnding), ("W/E", .weeksEnding), ("Woche bis", .weeksEnding),
      ("Mois", .months), ("Date", nil), ("Weekday", nil), ("Weekend", nil), ("Month / Week", nil), ("WC", nil),
      ("Day/Month/Year", nil), ("Datum (Tag.Monat.Jahr)", nil), ("Monat/Jahr", .months),
      ("First day of month", .months),
      ("", nil),
    ] as [(String, FieldUnit?)])
  func namesOfPeriods(header: String, unit: FieldUnit?) { #expect(HeaderWords.period(header) == unit) }

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
