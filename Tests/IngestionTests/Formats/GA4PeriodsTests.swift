import Testing
import Vocabulary

@testable import Ingestion

struct GA4PeriodsTests {
  private static let box = "# ----------------------------------------\n"

  /// A report of a period beside another, of which each name is written as the rows have it.
  private static func report(_ days: [String], column: String = "Date range", _ rows: String) throws -> Sample {
    let comments = zip(["Start date", "End date", "Start date", "End date"], days).map { "# \($0): \($1)\n" }.joined()
    return try Sample(
      "\(box)# Traffic\n\(box)# All Users\n\(comments)Session source / medium,\(column),Sessions\n\(rows)")
  }

  private static func months(_ own: String, _ other: String, column: String = "Date range") throws -> Sample {
    try report(
      ["20260901", "20260928", "20260804", "20260831"], column: column,
      "google / cpc,\"\(own)\",3000\ngoogle / cpc,\"\(other)\",2000\nbing / cpc,\"\(own)\",300\n"
        + "bing / cpc,\"\(other)\",200\n")
  }

  /// 3000 + 300 are of September, 2000 + 200 of August.
  @Test(arguments: [
    ("Sep 1 - Sep 28, 2026", "Aug 4 - Aug 31, 2026"), ("Sep 1–28, 2026", "Aug 4–31, 2026"),
    ("01.09.2026 - 28.09.2026", "04.08.2026 - 31.08.2026"), ("1.-28. Sept. 2026", "4.-31. Aug. 2026"),
    ("01.09. – 28.09.26", "04.08. – 31.08.26"), ("09/01/2026 - 09/28/2026", "08/04/2026 - 08/31/2026"),
    ("20260901-20260928", "20260804-20260831"), ("2026年9月1日～2026年9月28日", "2026年8月4日～2026年8月31日"),
    ("Mon, 1 Sep - Mon, 28 Sep", "Tue, 4 Aug - Mon, 31 Aug"),
  ])
  func rangesInTheWordsOfAnyLand(own: String, other: String) throws {
    for column in ["Date range", "Zeitraum", "Zakres dat"] {
      let reading = try Self.months(own, other, column: column).read()
      #expect(reading.total(.sessions) == "3300")
      #expect(
        reading.all.webTraffic.map { "\($0.dimensionValue) \($0.window)" } == [
          "google / cpc 2026-09-01…2026-09-28", "google / cpc 2026-08-04…2026-08-31",
          "bing / cpc 2026-09-01…2026-09-28", "bing / cpc 2026-08-04…2026-08-31",
        ])
      #expect(reading.all.webTraffic.allSatisfy { $0.dimension == "session source / medium" })
      #expect(reading.recognition.columns.map(\.meaning) == ["dimension", "period", "sessions"])
    }
  }

  @Test(arguments: [
    ("Sep 28, 2026", "Sep 27, 2026"), ("28.09.2026", "27.09.2026"), ("2026-09-28", "2026-09-27"),
    ("Sep 28 - Sep 28, 2026", "Sep 27 - Sep 27, 2026"),
  ])
  func aDayBesideTheOneBefore(own: String, other: String) throws {
    let reading = try Self.report(
      ["20260928", "20260928", "20260927", "20260927"],
      "google / cpc,\"\(own)\",3000\ngoogle / cpc,\"\(other)\",2000\n"
    ).read()
    #expect(reading.total(.sessions) == "3000")
    #expect(reading.all.webTraffic.map(\.window.description) == ["2026-09-28", "2026-09-27"])
    #expect(reading.all.webTraffic.map(\.dimension) == ["session source / medium", "session source / medium"])
  }

  /// Added up they would be 5500: words that name no day, or the days of both years.
  @Test(arguments: ["Date range", "Zakres dat"])
  func periodsThatAreNotUnderstoodAreRefused(column: String) throws {
    let isNamed = column == "Date range"
    #expect(
      try Self.months("Last 28 days", "Preceding period", column: column).failure()
        == .unreadComparison(file: "sample.csv", column: isNamed ? column : nil, line: 10))
    let years = try Self.report(
      ["20260901", "20260928", "20250901", "20250928"], column: column,
      "google / cpc,Sep 1 - Sep 28,3000\ngoogle / cpc,Sep 1 - Sep 28,2000\n")
    #expect(
      years.failure() == .unreadComparison(file: "sample.csv", column: isNamed ? column : nil, line: 10))
    #expect(
      try Self.report(["20260901", "20260928"], "google / cpc,Last 28 days,3000\ngoogle / cpc,Before,2000\n").failure()
        == .unreadComparison(file: "sample.csv", column: "Date range", line: 8))
  }

  /// A column of another name is a dimension where no periods are compared.
  @Test func aDimensionOfOneReport() throws {
    let reading = try Self.report(
      ["20260901", "20260928"], column: "Campaign",
      "google / cpc,01.09.2026 - 28.09.2026,3000\ngoogle / cpc,Sep 1–28,2000\n"
    ).read()
    #expect(reading.total(.sessions) == "5000")
    #expect(reading.all.webTraffic.map(\.dimension).allSatisfy { $0 == "session source / medium + campaign" })
  }

  /// Each row has a day of its own, and no period beside it.
  @Test func comparedDaysThatAreDates() throws {
    let reading = try Sample(
      "\(Self.box)# Traffic\n\(Self.box)# All Users\n# Start date: 20260927\n# End date: 20260928\n"
        + "# Start date: 20260925\n# End date: 20260926\nDate,Sessions\n20260925,1\n20260926,2\n20260927,4\n20260928,8\n"
    ).read()
    #expect(
      reading.all.webTraffic.map { "\($0.window) \(Micros.text($0.valueMicros))" } == [
        "2026-09-25 1", "2026-09-26 2", "2026-09-27 4", "2026-09-28 8",
      ])
  }

  /// By how much two rows differ is no third one, and half a session does not make the others decimals.
  @Test(arguments: ["Percent change", "% change", "Prozentuale Änderung", "Variation en %"])
  func rowsOfChangesAreSkipped(words: String) throws {
    let reading = try Self.report(
      ["20260901", "20260928", "20260804", "20260831"],
      ",Sep 1 - Sep 28 2026,3000\n,Aug 4 - Aug 31 2026,2000\n,\(words),0.5\n"
        + "google / cpc,\"Sep 1 - Sep 28, 2026\",3000\ngoogle / cpc,\"Aug 4 - Aug 31, 2026\",2000\n"
        + "google / cpc,\(words),0.5\n"
    ).read()
    #expect(reading.total(.sessions) == "3000")
    #expect(reading.all.webTraffic.map { Micros.text($0.valueMicros) } == ["3000", "2000"])
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .totals, .noData, .noData])
    #expect(reading.summary.rowsRejected == 0)
  }

  /// The first of its lines is of its own days. Its total is of both periods or segments, of which one is added up.
  @Test(arguments: [
    ("# 20260804-20260831\n", "Date range", "\"Sep 1 - Sep 28, 2026\"", "\"Aug 4 - Aug 31, 2026\""),
    ("", "Segment", "All Users", "Mobile traffic"),
  ])
  func anExplorationOfSeveral(line: String, column: String, own: String, other: String) throws {
    let reading = try Sample(
      "\(Self.box)# Acme - GA4\n# Free form 1\n# 20260901-20260928\n\(line)\(Self.box)\n"
        + "\(column),Session source / medium,Sessions\n,,900,Grand total\n"
        + "\(other),google / cpc,400\n\(own),google / cpc,500\n"
    ).read()
    #expect(reading.total(.sessions) == "500")
    #expect(reading.all.controlTotals.isEmpty && reading.summary.notes.isEmpty)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
  }
}
