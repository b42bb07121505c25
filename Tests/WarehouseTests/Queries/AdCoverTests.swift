import Foundation
import Testing
import Vocabulary

@testable import Warehouse

@Suite struct AdCoverTests {
  /// Total spend, after loading the files in order and in reverse.
  func totals(_ exports: [Export]) throws -> [Int64] {
    try [exports, exports.reversed()].map { exports in
      let scratch = try Scratch()
      for export in exports { try scratch.load(export) }
      return try AdSpendRows.fetch(from: scratch.warehouse).compactMap(\.spendMicros).reduce(0, +) / Micros.perUnit
    }
  }

  let september = "2026-09-01…2026-09-30"

  @Test func eightBreakdownsOfOnePeriodGiveTheSpendOnce() throws {
    let names = ["age", "country", "device", "gender", "objective", "placement", "platform", "region"]
    let exports = names.map { name in
      Export(
        name, window: september,
        ads: [
          ad("", september, spend: 70, breakdown: name, value: "x"),
          ad("", september, spend: 30, breakdown: name, value: "y"),
        ])
    }
    #expect(try totals(exports) == [100, 100])
  }

  @Test func theWholeFigureIsPreferredToItsParts() throws {
    let whole = Export("whole", window: september, ads: [ad("A", september, spend: 100)])
    let parts = Export(
      "parts", window: september,
      ads: [ad("A", september, spend: 70, breakdown: "age", value: "18-24")])
    #expect(try totals([whole, parts]) == [100, 100])
  }

  @Test func wordsNeverStandForTheWholeHoweverFineTheirDays() throws {
    let month = Export("month", window: september, ads: [ad("A", september, spend: 100)])
    let terms = Export(
      "terms", window: september,
      ads: [ad("A", "2026-09-03", spend: 40, breakdown: "searchTerm+matchType", value: "oak chair+exact")])
    let keywords = Export(
      "keywords", window: september, ads: [ad("A", "2026-09-03", spend: 60, breakdown: "keyword", value: "oak")])
    #expect(try totals([month, terms, keywords]) == [100, 100])
    #expect(try totals([terms, keywords]) == [0, 0])
  }

  @Test func dailyRowsAreNotAddedToTheMonthThatHoldsThem() throws {
    let daily = Export(
      "daily", window: september, ads: [ad("A", "2026-09-03", spend: 40), ad("A", "2026-09-17", spend: 60)])
    let month = Export("month", window: september, ads: [ad("A", september, spend: 100)])
    let scratch = try Scratch()
    try scratch.load(month)
    try scratch.load(daily)
    #expect(try AdSpendRows.fetch(from: scratch.warehouse).map(\.spendMicros) == [40_000_000, 60_000_000])
    #expect(try totals([daily, month]) == [100, 100])
  }

  @Test func aMonthIsPreferredToTheFewDaysOfItThatAreKnown() throws {
    let daily = Export("daily", window: "2026-09-01…2026-09-06", ads: [ad("A", "2026-09-03", spend: 40)])
    let month = Export("month", window: september, ads: [ad("A", september, spend: 100)])
    #expect(try totals([daily, month]) == [100, 100])
  }

  /// 28 days and one month to date, which starts a day before them.
  @Test func daysAreKeptBesideASumThatReachesFurther() throws {
    let first = days("2026-03-02").first
    let daily = Export(
      "daily", window: "2026-03-02…2026-03-29", ads: (0..<28).map { ad("A", "\(first + $0)", spend: 10) })
    let range = Export(
      "range", window: "2026-03-01…2026-03-29", ads: [ad("A", "2026-03-01…2026-03-29", spend: 290)])
    #expect(try totals([daily, range]) == [280, 280])
    #expect(
      try leftOut([daily, range]) == [
        LeftOutWindows(
          digest: "digest of range", file: "range", window: days("2026-03-01…2026-03-29"), missing: days("2026-03-01"))
      ])
  }

  /// A week by the day of one ad out of many, and of all of them.
  @Test(arguments: [(spend: 1, counted: 3_100), (spend: 100, counted: 700)] as [(spend: Int64, counted: Int64)])
  func daysOfPartsTakeAMonthsPlaceOnlyWhereTheyCostTheirShare(spend: Int64, counted: Int64) throws {
    let daily = Export(
      "daily", window: "2026-03-02…2026-03-08",
      ads: (2...8).map { ad("A", "2026-03-0\($0)", spend: spend, ad: "x") })
    let month = Export("month", window: "2026-03-01…2026-03-31", ads: [ad("A", "2026-03-01…2026-03-31", spend: 3_100)])
    #expect(try totals([daily, month]) == [counted, counted])
  }

  /// Days of a campaign that tell all of its month's money, and days that a filter has left less of.
  @Test(arguments: [(spend: 10, isTold: false), (spend: 4, isTold: true)] as [(spend: Int64, isTold: Bool)])
  func aSumIsToldWhereItsDaysCostLess(spend: Int64, isTold: Bool) throws {
    let window = "2026-03-01…2026-03-07"
    let daily = Export("daily", window: window, ads: (1...7).map { ad("A", "2026-03-0\($0)", spend: spend) })
    let week = Export("range", window: window, ads: [ad("A", window, spend: 70)])
    let told = LeftOutWindows(digest: "digest of range", file: "range", window: days(window), missing: days(window))
    #expect(try leftOut([daily, week]) == (isTold ? [told] : []))
    // A pause at the end costs nothing and lacks nothing.
    let paused = Export(
      "daily", window: "2026-03-01…2026-03-06", ads: (1...6).map { ad("A", "2026-03-0\($0)", spend: 10) })
    let sum = Export("range", window: window, ads: [ad("A", window, spend: 60)])
    #expect(try leftOut([paused, sum]) == [])
  }

  /// A year is not given up for one of its weeks, and is for half of it.
  @Test(arguments: [(count: 7, counted: 3_650), (count: 183, counted: 1_830)] as [(count: Int, counted: Int64)])
  func aYearIsKeptBesideOneOfItsWeeks(count: Int, counted: Int64) throws {
    let first = days("2026-03-02").first
    let daily = Export(
      "daily", window: "2026-03-02…\(first + (count - 1))",
      ads: (0..<count).map { ad("A", "\(first + $0)", spend: 10) })
    let year = Export("year", window: "2026-01-01…2026-12-31", ads: [ad("A", "2026-01-01…2026-12-31", spend: 3_650)])
    #expect(try totals([daily, year]) == [counted, counted])
  }

  @Test func aSumThatALaterOneOverlapsIsTold() throws {
    let exports = ["2026-03-01…2026-03-07", "2026-03-06…2026-03-12"].map { window in
      Export(window, window: window, ads: [ad("A", window, spend: 70)])
    }
    #expect(try totals(exports) == [70, 70])
    #expect(
      try leftOut(exports) == [
        LeftOutWindows(
          digest: "digest of 2026-03-01…2026-03-07", file: "2026-03-01…2026-03-07",
          window: days("2026-03-01…2026-03-07"), missing: days("2026-03-01…2026-03-05"))
      ])
    // What days hold as well is told by them.
    let month = Export("month", window: september, ads: [ad("A", september, spend: 40)])
    let all = Export("days", window: september, ads: [ad("A", "2026-09-03", spend: 40)])
    #expect(try leftOut([month, all]) == [])
  }

  /// A report by week; of some weeks it has a day alone.
  private func weeks(_ name: String, _ window: String, _ rows: [(days: String, spend: Int64)]) -> Export {
    Export(
      name, window: window,
      ads: rows.map { days, spend in
        var row = ad("A", days, spend: spend)
        row.isOfSums = true
        return row
      })
  }

  /// From Sunday, September 13, to Monday, October 12: 10 + 4 × 100 + 20.
  @Test func weeksOfWhichADayIsLeftCountBesideWholeOnes() throws {
    let report = weeks(
      "weeks", "2026-09-13…2026-10-12",
      [
        ("2026-09-13", 10), ("2026-09-14…2026-09-20", 100), ("2026-09-21…2026-09-27", 100),
        ("2026-09-28…2026-10-04", 100), ("2026-10-05…2026-10-11", 100), ("2026-10-12", 20),
      ])
    #expect(try totals([report]) == [430, 430])
    #expect(try leftOut([report]) == [])
  }

  /// Thirty days at 10, and the same money by week: the days count, and none of them is taken back.
  @Test func daysCountBesideAReportByWeek() throws {
    let first = days("2026-09-13").first
    let daily = Export(
      "daily", window: "2026-09-13…2026-10-12", ads: (0..<30).map { ad("A", "\(first + $0)", spend: 10) })
    let report = weeks(
      "weeks", "2026-09-13…2026-10-12",
      [
        ("2026-09-13", 10), ("2026-09-14…2026-09-20", 70), ("2026-09-21…2026-09-27", 70),
        ("2026-09-28…2026-10-04", 70), ("2026-10-05…2026-10-11", 70), ("2026-10-12", 10),
      ])
    for exports in [[daily, report], [report, daily]] {
      let scratch = try Scratch()
      for export in exports { try scratch.load(export) }
      let rows = try AdSpendRows.fetch(from: scratch.warehouse)
      #expect(rows.map(\.spendMicros) == Array(repeating: 10_000_000, count: 30))
      #expect(try WithdrawnRows.fetch(from: scratch.warehouse) == [])
      #expect(try LeftOutWindows.fetch(from: scratch.warehouse) == [])
    }
  }

  /// The Monday of the older report lies in the newer one's first week, 70 + 75, and the Sunday with which a newer one
  /// begins in the older one's last week, 70 + 70.
  @Test func aDayThatWasLeftOfAWeekCountsOnceWithTheWholeWeek() throws {
    let older = weeks("older", "2026-10-05…2026-10-12", [("2026-10-05…2026-10-11", 70), ("2026-10-12", 10)])
    let newer = weeks("newer", "2026-10-12…2026-10-18", [("2026-10-12…2026-10-18", 75)])
    #expect(try totals([older]) == [80, 80])
    #expect(try totals([older, newer]) == [145, 145])
    #expect(try leftOut([older, newer]) == [])
    let whole = weeks("whole", "2026-09-07…2026-09-13", [("2026-09-07…2026-09-13", 70)])
    let later = weeks("later", "2026-09-13…2026-09-20", [("2026-09-13", 12), ("2026-09-14…2026-09-20", 70)])
    #expect(try totals([whole, later]) == [140, 140])
    #expect(try leftOut([whole, later]) == [])
  }

  /// A report that begins on a Thursday beside an older one's whole week, which tells those days too; one that cost more
  /// than that week is told.
  @Test(arguments: [(spend: 40, isTold: false), (spend: 80, isTold: true)] as [(spend: Int64, isTold: Bool)])
  func whatIsLeftOfAWeekIsToldWhereTheWholeOneCostLess(spend: Int64, isTold: Bool) throws {
    let whole = weeks("whole", "2026-09-07…2026-09-13", [("2026-09-07…2026-09-13", 70)])
    let later = weeks(
      "later", "2026-09-10…2026-09-20", [("2026-09-10…2026-09-13", spend), ("2026-09-14…2026-09-20", 70)])
    #expect(try totals([whole, later]) == [140, 140])
    let cut = days("2026-09-10…2026-09-13")
    let told = LeftOutWindows(digest: "digest of later", file: "later", window: cut, missing: cut)
    #expect(try leftOut([whole, later]) == (isTold ? [told] : []))
  }

  /// 70 of the week, and 25 of the Monday by the day, of which the report by week has 20.
  @Test func aDayIsPreferredToWhatIsLeftOfAWeek() throws {
    let report = weeks("weeks", "2026-10-05…2026-10-12", [("2026-10-05…2026-10-11", 70), ("2026-10-12", 20)])
    let monday = Export("monday", window: "2026-10-12", ads: [ad("A", "2026-10-12", spend: 25)])
    #expect(try totals([report, monday]) == [95, 95])
  }

  private func leftOut(_ exports: [Export]) throws -> [LeftOutWindows] {
    let scratch = try Scratch()
    for export in exports { try scratch.load(export) }
    return try LeftOutWindows.fetch(from: scratch.warehouse)
  }

  /// 1 March by the campaign, 2 to 4 March by its two ads, which cost more by then: 10 + 3 × 12.
  @Test func newerAdsThatCostNoLessRestateTheirCampaign() throws {
    let campaign = Export(
      "campaign", window: "2026-03-01…2026-03-03", ads: (1...3).map { ad("A", "2026-03-0\($0)", spend: 10) })
    func ads(_ names: [String]) -> Export {
      Export(
        "ads", window: "2026-03-02…2026-03-04",
        ads: (2...4).flatMap { day in names.map { ad("A", "2026-03-0\(day)", spend: 6, ad: $0) } })
    }
    #expect(try totals([campaign, ads(["x", "y"])]) == [46, 46])
    // One ad of two is less than the campaign.
    #expect(try totals([campaign, ads(["x"])]) == [36, 36])
  }

  @Test func overlappingMonthsAreNotAddedUp() throws {
    let exports = ["2026-09-01…2026-09-30", "2026-09-08…2026-10-07"].map { window in
      Export(window, window: window, ads: [ad("A", window, spend: 100)])
    }
    #expect(try totals(exports) == [100, 100])
  }

  @Test func adsAndAccountTotalsAreNotAddedToTheirCampaign() throws {
    let exports = [
      Export("campaigns", window: september, ads: [ad("A", september, spend: 100)]),
      Export("ads", window: september, ads: [ad("A", september, spend: 95, ad: "x")]),
      Export("account", window: september, ads: [ad("", september, spend: 101)]),
    ]
    #expect(try totals(exports) == [100, 100])
  }

  @Test func accountTotalsCountWhereNoCampaignIsKnown() throws {
    let exports = [
      Export("campaigns", window: "2026-09-01", ads: [ad("A", "2026-09-01", spend: 100)]),
      Export(
        "account", window: "2026-09-01…2026-09-02",
        ads: [ad("", "2026-09-01", spend: 110), ad("", "2026-09-02", spend: 7)]),
    ]
    #expect(try totals(exports) == [107, 107])
  }

  @Test func campaignsFromSeparateFilteredExportsAreAllCounted() throws {
    let exports = [
      Export("a", window: september, ads: [ad("A", september, spend: 1)]),
      Export("b", window: "2026-09-01…2026-10-01", ads: [ad("B", "2026-09-01", spend: 2)]),
    ]
    #expect(try totals(exports) == [3, 3])
  }

  @Test func aRowThatTheNewerExportOfItsDaysLacksIsWithdrawn() throws {
    let exports = [
      Export(
        "a", window: "2026-09-01…2026-09-03",
        ads: [
          ad("A", "2026-09-01", spend: 1), ad("A", "2026-09-02", spend: 2), ad("A", "2026-09-03", spend: 4),
        ]),
      Export(
        "b", window: "2026-09-02…2026-09-04", ads: [ad("A", "2026-09-03", spend: 5), ad("A", "2026-09-04", spend: 8)]),
    ]
    #expect(try totals(exports) == [14, 14])
  }

  /// The newer file was filtered, or the ad is gone: 3 × (10 + 90) + 10.
  @Test func anAdThatTheNewerExportLacksKeepsItsSpend() throws {
    func row(_ name: String, _ day: Int, _ spend: Int64) -> AdPerformance {
      ad("A", "2026-03-0\(day)", spend: spend, impressions: 100, ad: name)
    }
    let both = Export(
      "both", window: "2026-03-01…2026-03-03", ads: (1...3).flatMap { [row("x", $0, 10), row("y", $0, 90)] })
    let one = Export("one", window: "2026-03-01…2026-03-04", ads: (1...4).map { row("x", $0, 10) })
    #expect(try totals([both, one]) == [310, 310])
    // A day that the newer export of this very ad lacks is withdrawn.
    let less = Export("less", window: "2026-03-01…2026-03-04", ads: [1, 3, 4].map { row("x", $0, 10) })
    #expect(try totals([both, less]) == [300, 300])
  }

  @Test func aCountryThatTheNewerExportLacksKeepsItsSpend() throws {
    func row(_ country: String, _ window: String) -> AdPerformance {
      ad("A", window, spend: 5, breakdown: "country", value: country)
    }
    let both = Export(
      "both", window: "2026-03-01…2026-03-02",
      ads: ["2026-03-01", "2026-03-02"].flatMap { [row("DE", $0), row("AT", $0)] })
    let one = Export(
      "one", window: "2026-03-01…2026-03-03", ads: ["2026-03-01", "2026-03-02", "2026-03-03"].map { row("DE", $0) })
    #expect(try totals([both, one]) == [25, 25])
    let month = "2026-03-01…2026-03-31"
    let whole = Export("whole", window: month, exported: "2026-04-01", ads: [row("DE", month), row("AT", month)])
    let part = Export("part", window: month, exported: "2026-04-02", ads: [row("DE", month)])
    #expect(try totals([whole, part]) == [10, 10])
  }

  @Test func aRenamedCampaignCountsOnce() throws {
    func exports(id: String) -> [Export] {
      [
        Export(
          "a", window: "2026-09-01…2026-09-02",
          ads: [
            ad("Old", "2026-09-01", spend: 10, impressions: 90, id: id),
            ad("Old", "2026-09-02", spend: 5, impressions: 40, id: id),
          ]),
        Export(
          "b", window: "2026-09-01…2026-09-03",
          ads: [
            ad("New", "2026-09-01", spend: 10, impressions: 90, id: id),
            ad("New", "2026-09-02", spend: 6, impressions: 44, id: id),
          ]),
      ]
    }
    #expect(try totals(exports(id: "123")) == [16, 16])
    #expect(try totals(exports(id: "")) == [16, 16])
  }

  @Test func undatedFiguresCountOnlyWhereNothingIsDated() throws {
    let undated = Export("all time", exported: "2026-10-01", ads: [ad("A", "undated", spend: 500)])
    let total = Export("totals", exported: "2026-10-01", ads: [ad("", "undated", spend: 510)])
    let dated = Export("september", window: september, ads: [ad("A", september, spend: 100)])
    #expect(try totals([undated]) == [500, 500])
    #expect(try totals([undated, total]) == [500, 500])
    #expect(try totals([undated, dated]) == [100, 100])
    let scratch = try Scratch()
    try scratch.load(undated)
    #expect(try AdSpendRows.fetch(from: scratch.warehouse).first?.firstDay == nil)
  }

  @Test func anUnnamedAccountIsThePlatformsOnlyOne() throws {
    let named = Export("named", window: september, ads: [ad("A", september, spend: 100, account: "Shop")])
    let unnamed = Export("unnamed", window: september, ads: [ad("", september, spend: 100)])
    let other = Export("other", window: september, ads: [ad("B", september, spend: 9, account: "Second")])
    #expect(try totals([named, unnamed]) == [100, 100])
    #expect(try totals([named, other, unnamed]) == [209, 209])
  }

  static let series = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["FAIRLEAD_SHARED"] ?? "../shared"
  ).appending(path: "bad-input/series")

  /// The series and its golden sums are shared material and not part of the repository.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: AdCoverTests.series.path)))
  func theOverlappingSeriesEqualsItsGoldenToTheCent() throws {
    func export(_ name: String) throws -> Export {
      let text = try String(contentsOf: AdCoverTests.series.appending(path: name), encoding: .utf8)
      let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line -> AdPerformance in
        let cells = line.split { $0 == "," || $0 == "\t" }.map(String.init)
        var row = ad(cells[1], cells[0], spend: nil, impressions: Int64(cells[2]))
        row.clicks = Int64(cells[3])
        row.spendMicros = Int64((Double(cells[4])! * 100).rounded()) * 10_000
        row.conversionsMicros = Int64(cells[5])! * Micros.perUnit
        return row
      }
      let window = rows.map(\.window).reduce(rows[0].window) { $0.union($1) }
      return Export(name, window: "\(window)", ads: rows)
    }
    let files = [
      "gen__restate-11__01-week1-28d.csv", "gen__restate-11__03-week1-28d-other-bytes.tsv",
      "gen__restate-11__04-week2-28d-restated.csv", "gen__restate-11__05-older-file-late.csv",
    ]
    for names in [files, files.reversed()] {
      let scratch = try Scratch()
      for name in names { try scratch.load(try export(name)) }
      let rows = try AdSpendRows.fetch(from: scratch.warehouse)
      #expect(rows.count == 138)
      #expect(rows.compactMap(\.spendMicros).reduce(0, +) == 7_327_780_000)
      #expect(rows.compactMap(\.conversionsMicros).reduce(0, +) == 697_000_000)
    }
  }
}
