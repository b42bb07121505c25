import Ingestion
import Testing
import Vocabulary

/// A vendor's report means the same from a sheet as from text.
struct GridRecognitionTests {
  private static let header = [
    "Campaign name", "Reporting starts", "Reporting ends", "Amount spent (EUR)", "Impressions", "Link clicks",
  ]
  private static let csv =
    header.joined(separator: ",")
    + "\nSpring,2026-03-01,2026-03-01,12.345,1000,25\nSummer,2026-03-02,2026-03-02,2.5,2000,40\n"
  /// 2026-03-01 is day 46082.
  private static let rows =
    WorkbookSample.row(1, header)
    + "<row r=\"2\"><c t=\"inlineStr\"><is><t>Spring</t></is></c><c s=\"1\"><v>46082</v></c><c s=\"1\"><v>46082</v></c>"
    + "<c><v>12.345</v></c><c><v>1000</v></c><c><v>25</v></c></row>"
    + "<row r=\"3\"><c t=\"inlineStr\"><is><t>Summer</t></is></c><c s=\"1\"><v>46083</v></c><c s=\"1\"><v>46083</v></c>"
    + "<c><v>2.5</v></c><c><v>2000</v></c><c><v>40</v></c></row>"
  private static let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"

  private func expectSame(_ reading: Reading) throws {
    let text = try Sample(Self.csv).read()
    #expect(reading.summary.totals == text.summary.totals)
    #expect(reading.total(.spend) == "14.845")
    #expect(reading.all.adPerformance == text.all.adPerformance)
    #expect(reading.summary.sourceFile.window == text.summary.sourceFile.window)
    #expect(reading.summary.sourceFile.format == "MetaAdsReport")
  }

  @Test func aWorkbookGivesTheSameFacts() throws {
    let reading = try WorkbookSample(Self.rows, styles: Self.styles).sample().read()
    #expect(reading.summary.rowsRead == 2)
    try expectSame(reading)
  }

  @Test func theFirstSheetThatMatchesIsRead() throws {
    var book = WorkbookSample(sheets: [
      ("Notes", "visible", WorkbookSample.sheet(WorkbookSample.row(1, ["Exported by", "the agency"]))),
      ("Hidden", "hidden", WorkbookSample.sheet(Self.rows)),
      ("Raw Data Report", "visible", WorkbookSample.sheet(Self.rows)),
    ])
    book.styles = Self.styles
    let reading = try book.sample().read()
    try expectSame(reading)
    #expect(reading.recognition.dialect == "sheet \"Raw Data Report\"")
    #expect(
      reading.recognition.notes == [
        "sheet \"Notes\" is left out: nothing that is known here stands there",
        "1 hidden sheet is left out; show it in the workbook to have it read",
      ])
  }

  /// A number cell is a number: no locale makes 12.345 twelve thousand. A text cell beside it still follows the column.
  @Test func typedNumbersDoNotFollowTheLocale() throws {
    let reading = try WorkbookSample(Self.rows, styles: Self.styles).sample().read(ReadOptions(locale: "de"))
    #expect(reading.total(.spend) == "14.845")
    let mixed = Self.rows.replacing(
      "<c><v>2.5</v></c>", with: "<c t=\"inlineStr\"><is><t>1.002,50</t></is></c>")
    let both = try WorkbookSample(mixed, styles: Self.styles).sample().read()
    #expect(both.total(.spend) == "1014.845")
  }

  @Test func errorsAreToldAndFootersSkipped() throws {
    let more =
      Self.rows.replacing("<c><v>40</v></c>", with: "<c t=\"e\"><v>#REF!</v></c>")
      + WorkbookSample.row(9, ["All figures are final"])
    let reading = try WorkbookSample(more, styles: Self.styles).sample().read()
    #expect(reading.all.skippedRows.map(\.reason) == [.footer])
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.summary.problems.map(\.column) == ["Link clicks"])
    #expect(reading.total(.clicks) == "25")
  }

  @Test func spreadsheetMLAndPagesToo() throws {
    let lines = Self.csv.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let html =
      "<table>" + lines.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    try expectSame(try Sample(html, name: "report.xls").read())
    let rows = lines.map { line in
      "<Row>"
        + line.map { "<Cell><Data ss:Type=\"\(Double($0) == nil ? "String" : "Number")\">\($0)</Data></Cell>" }
        .joined() + "</Row>"
    }
    let xml =
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"S\"><Table>\(rows.joined())"
      + "</Table></Worksheet></Workbook>"
    try expectSame(try Sample(xml, name: "report.xls").read())
  }

  /// Stacked tables of several widths, each below its own comments.
  @Test func stackedTablesKeepTheirWidths() throws {
    let csv = """
      # Start date: 20260301
      # End date: 20260302
      Nth day,Users
      0000,3
      0001,4

      # Start date: 20260301
      # End date: 20260302
      Page title and screen class,Views,Users
      Home,7,5
      """
    var line = 0
    let rows = csv.split(separator: "\n", omittingEmptySubsequences: false).map { text -> String in
      line += 1
      return text.isEmpty ? "" : WorkbookSample.row(line, text.split(separator: ",").map(String.init))
    }
    let text = try Sample(csv).read()
    let reading = try WorkbookSample(rows.joined()).sample().read()
    #expect(text.total(.users) == "7")
    #expect(reading.all.webTraffic == text.all.webTraffic)
    #expect(reading.summary.totals == text.summary.totals)
    #expect(reading.summary.rowsRejected == 0)
  }

  /// The sheets of the shared collection whose values another program (openpyxl 3.1.5) reads the same.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("gen__made__no-r-attributes.xlsx", 8), ("gen__made__cells-out-of-order.xlsx", 8),
      ("calamine__tests__issue_261.xlsx", 53),
      ("gen__made__stored-not-deflated.xlsx", 8), ("calamine__tests__issue_530.xlsx", 0),
    ])
  func sharedWorkbooks(name: String, rows: Int) throws {
    let exports = try ExportOpener.open(path: Shared.root + "/bad-input/xlsx/" + name, options: ReadOptions())
    let found = try #require(exports.first).rawRows { _ in }.rows
    #expect(rows == 0 || found == rows)
  }
}
