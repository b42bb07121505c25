import Ingestion
import Testing
import Vocabulary

struct ExportSheetsTests {
  private static func sheet(_ name: String, _ rows: [[String]], state: String = "visible") -> (
    name: String, state: String, xml: String
  ) {
    (name, state, WorkbookSample.sheet(rows.enumerated().map { WorkbookSample.row($0 + 1, $1) }.joined()))
  }

  private static let meta = ["Campaign name", "Amount spent (EUR)", "Reporting starts", "Reporting ends"]

  private static func month(_ month: String, _ amounts: [String]) -> [[String]] {
    [meta] + amounts.enumerated().map { ["C\($0)", $1, "2026-\(month)-01", "2026-\(month)-28"] }
  }

  private static func readings(_ sheets: [(name: String, state: String, xml: String)]) throws -> [Reading] {
    try WorkbookSample(sheets: sheets).sample().export().bySheets().map { try Reading($0) }
  }

  /// A month a sheet: nothing of the later ones is lost, and each row is known by its sheet.
  @Test func sheetsOfTheSameColumnsAreOneExport() throws {
    let readings = try Self.readings([
      Self.sheet("January", Self.month("01", ["10", "20"])), Self.sheet("Notes", [["hello", "world"], ["a", "b"]]),
      Self.sheet("February", Self.month("02", ["5.5"])), Self.sheet("Old", Self.month("03", ["99"]), state: "hidden"),
    ])
    let reading = try #require(readings.first)
    #expect(readings.count == 1 && reading.recognition.format == "MetaAdsReport")
    #expect(reading.total(.spend) == "35.5" && reading.summary.rowsRead == 3)
    #expect(reading.recognition.window?.description == "2026-01-01…2026-02-28")
    #expect(
      reading.all.adPerformance.map(\.origin) == [
        .init(line: 2, section: 1), .init(line: 3, section: 1), .init(line: 2, section: 3),
      ])
    #expect(reading.recognition.dialect == "sheet \"January\", sheet \"February\"")
    #expect(
      reading.recognition.notes == [
        "sheet \"Notes\" is left out: nothing that is known here stands there",
        "1 hidden sheet is left out; show it in the workbook to have it read",
      ])
    #expect(reading.recognition.columns.map(\.header) == Self.meta)
    #expect(reading.recognition.source != nil)
  }

  /// What an agency puts together: a platform a sheet.
  @Test func everyReportIsAnExportOfItsOwn() throws {
    let tiktok = [
      ["By Day", "Campaign name", "Currency", "Cost", "Impressions", "Clicks (destination)"],
      ["2026-01-03", "T", "EUR", "7.25", "100", "3"],
    ]
    let sheets = [
      Self.sheet("Cover", [["Prepared for Acme", ""]]), Self.sheet("Meta", Self.month("01", ["10"])),
      Self.sheet("TikTok", tiktok), Self.sheet("Meta too", Self.month("02", ["1"])),
      // Another set of columns is another export of the same report.
      Self.sheet("Ads", [Self.meta + ["Ad name"], ["C0", "3", "2026-01-01", "2026-01-28", "A"]]),
    ]
    let exports = try WorkbookSample(sheets: sheets).sample("all.xlsx").export().bySheets()
    #expect(exports.map(\.displayName) == ["all.xlsx", "all.xlsx/TikTok", "all.xlsx/Ads"])
    #expect(Set(exports.map(\.digest)).count == 3 && exports.allSatisfy { $0.digest.count == 64 })
    let readings = try exports.map { try Reading($0) }
    #expect(readings.map(\.recognition.format) == ["MetaAdsReport", "TikTokAdsReport", "MetaAdsReport"])
    #expect(readings.map { $0.total(.spend) } == ["11", "7.25", "3"])
    // Told of once, and not by the sheets that are read by themselves.
    #expect(readings.map(\.recognition.notes.count) == [1, 0, 0])
    #expect(readings[1].all.adPerformance.map(\.origin.section) == [0])
    let again = try WorkbookSample(sheets: sheets).sample("renamed.xlsx").export().bySheets()
    #expect(again.map(\.digest) == exports.map(\.digest))
  }

  private static func mapped(_ sheets: [(name: String, state: String, xml: String)]) throws -> [Reading] {
    var mapping = TableMapping(name: "media", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Date"]), .campaign: FieldMapping(["Campaign"]), .spend: FieldMapping(["Cost EUR"]),
      .clicks: FieldMapping(["Clicks"]),
    ]
    mapping.constants = [.currency: "EUR"]
    return try WorkbookSample(sheets: sheets).sample("media.xlsx").export(ReadOptions(mappings: [mapping])).bySheets()
      .map { try Reading($0) }
  }

  /// A medium a sheet, each with a measure of its own that nobody loads: 100 + 110 and 1000 + 1010.5 euros.
  @Test func sheetsOfWhichAMappingReadsTheSameAreOneExport() throws {
    let readings = try Self.mapped([
      Self.sheet("Radio", [["Date", "Cost EUR", "Spots"], ["2026-02-02", "100", "4"], ["2026-02-09", "110", "5"]]),
      Self.sheet("TV", [["Date", "GRP", "Cost EUR"], ["2026-02-03", "80", "1000"], ["2026-02-09", "81", "1010.5"]]),
    ])
    let reading = try #require(readings.first)
    #expect(readings.count == 1 && reading.total(.spend) == "2220.5" && reading.summary.rowsRead == 4)
    #expect(reading.all.adPerformance.map(\.origin.section) == [1, 1, 2, 2])
    #expect(reading.recognition.sheetsAreApart)
    #expect(reading.recognition.dialect == "sheet \"Radio\", sheet \"TV\"")
    #expect(
      reading.recognition.notes.contains {
        $0.hasPrefix("sheets \"Radio\", \"TV\" hold rows of the same days, and all of them count")
      })
  }

  /// The warehouse counts both, and so does the file's own total: nothing is doubtful. Within one sheet it is.
  @Test func equalRowsOfSheetsThatAreApartRepeatNothing() throws {
    let row = ["2026-02-02", "100"]
    func repeated(_ first: [[String]]) throws -> [Int] {
      try Self.mapped([
        Self.sheet("Radio", [["Date", "Cost EUR", "Spots"]] + first.map { $0 + ["4"] }),
        Self.sheet("TV", [["Date", "Cost EUR", "Spots", "GRP"], row + ["4"]]),
      ]).map(\.summary.rowsRepeated)
    }
    #expect(try repeated([row]) == [0])
    #expect(try repeated([row, row]) == [1])
  }

  /// Months side by side, of which the second has remarks, are one thing; names are no less than a sheet.
  @Test func sheetsThatNameTheirRowsAreNotApart() throws {
    let columns = ["Date", "Campaign", "Cost EUR"]
    let readings = try Self.mapped([
      Self.sheet("January", [columns, ["2026-01-05", "Spring", "10"]]),
      Self.sheet("February", [columns + ["Remark"], ["2026-02-05", "Spring", "20", "late"]]),
    ])
    #expect(readings.map { $0.total(.spend) } == ["30"])
    #expect(readings.map(\.recognition.sheetsAreApart) == [false])
  }

  /// Where one sheet tells more of the same rows, both are needed, and the warehouse puts them together.
  @Test func aSheetOfWhichMoreIsReadIsAnExportOfItsOwn() throws {
    let columns = ["Date", "Campaign", "Cost EUR"]
    let readings = try Self.mapped([
      Self.sheet("Costs", [columns, ["2026-01-05", "Spring", "10"]]),
      Self.sheet("Clicks", [columns + ["Clicks"], ["2026-01-05", "Spring", "10", "7"]]),
    ])
    #expect(readings.map { $0.total(.spend) } == ["10", "10"] && readings[1].total(.clicks) == "7")
  }

  /// 4 + 6 and 5 euros of the ads are the 10 and 5 of their campaigns.
  @Test func aSheetThatSplitsAnotherOnceMoreIsLeftOut() throws {
    let day = "2026-03-01"
    let readings = try Self.mapped([
      Self.sheet(
        "Ads",
        [
          ["Date", "Campaign", "Advert", "Cost EUR"], [day, "A", "x", "4"], [day, "A", "y", "6"], [day, "B", "z", "5"],
        ]),
      Self.sheet("Campaigns", [["Date", "Campaign", "Cost EUR"], [day, "A", "10"], [day, "B", "5"]]),
    ])
    #expect(readings.map { $0.total(.spend) } == ["15"] && readings[0].summary.rowsRead == 3)
    #expect(
      readings[0].recognition.notes.contains(
        "sheet \"Campaigns\" is left out: its figures are on each day those of sheet \"Ads\"; if they are of other "
          + "things, name these in a column that the mapping reads, such as a campaign or a place"))
  }

  /// Saved as shown and as it is: the same figures twice.
  @Test func theSameTableTwice() throws {
    let readings = try Self.readings([
      Self.sheet("Formatted Report", Self.month("01", ["10.12", "20"])),
      Self.sheet("Raw Data Report", Self.month("01", ["10.1234", "20"])),
    ])
    #expect(readings.map { $0.total(.spend) } == ["30.1234"])
  }

  /// Tables that stand one upon another have their sheet for themselves.
  @Test func stackedTablesMonthByMonth() throws {
    func month(_ days: String) -> [[String]] {
      [["# Start date: 2026\(days)01", ""], ["# End date: 2026\(days)28", ""], ["Page", "Views"], ["/a", "5"]]
    }
    let readings = try Self.readings([Self.sheet("January", month("01")), Self.sheet("February", month("02"))])
    #expect(readings.map(\.recognition.format) == ["GA4Report", "GA4Report"])
    #expect(readings.map { $0.recognition.window?.first.description } == ["2026-01-01", "2026-02-01"])
    #expect(readings.map { $0.total(.views) } == ["5", "5"])
  }

  @Test func filesWithoutSeveralReportsStayAsTheyAre() throws {
    let one = try WorkbookSample(sheets: [Self.sheet("January", Self.month("01", ["10"]))]).sample().export()
    #expect(one.bySheets().map(\.digest) == [one.digest])
    let none = try WorkbookSample(sheets: [Self.sheet("A", [["x", "y"]]), Self.sheet("B", [["x", "y"]])]).sample()
    #expect(try none.export().bySheets().count == 1)
    let text = try Sample("Campaign name,Day,Amount spent (EUR)\nA,2026-03-01,1\n").export()
    #expect(text.bySheets().map(\.displayName) == ["sample.csv"])
    let broken = try WorkbookSample(sheets: [
      Self.sheet("January", Self.month("01", ["10"])), ("B", "visible", "<worksheet>"),
    ]).sample().export()
    #expect(broken.bySheets().count == 1)
  }

  /// The archive's tables as sheets of one workbook.
  @Test func searchConsoleAsAWorkbook() throws {
    let figures = ["Clicks", "Impressions", "CTR", "Position"]
    let book = WorkbookSample(sheets: [
      Self.sheet(
        "Chart", [["Date"] + figures, ["2026-01-01", "10", "100", "10%", "3"], ["2026-01-02", "5", "50", "10%", "3"]]),
      Self.sheet("Queries", [["Top queries"] + figures, ["shoes", "5", "50", "10%", "2"]]),
      Self.sheet("Filters", [["Filter", "Value"], ["Search type", "Web"]]),
    ])
    let exports = try book.sample("example.com-Performance-on-Search-2026-05-06.xlsx").export().bySheets()
    let reading = try Reading(try #require(exports.first))
    #expect(exports.count == 1 && reading.recognition.format == "SearchConsoleReport")
    #expect(reading.summary.rowsRead == 4 && reading.all.skippedRows.map(\.reason) == [.settings])
    let clicks = reading.all.webTraffic.filter { $0.metric == .clicks }
    #expect(
      clicks.map { "\($0.dimension) \($0.dimensionValue) \(Micros.text($0.valueMicros))" } == [
        "  10", "  5", "query shoes 5",
      ])
    #expect(clicks.map(\.property) == Array(repeating: "example.com", count: 3))
  }
}
