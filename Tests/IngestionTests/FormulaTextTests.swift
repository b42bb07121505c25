import Testing
import Vocabulary

@testable import Ingestion

struct FormulaTextTests {
  @Test(arguments: [
    ("=\"0123\"", "0123"), ("=\"\"", ""), ("=\"say \"\"so\"\"\"", "say \"so\""), ("=\"=\"", "="), ("=\"ä;,\"", "ä;,"),
  ])
  func formulasOfText(cell: String, text: String) {
    #expect(Array(cell.utf8).withUnsafeBufferPointer { FormulaText.of($0) } == Array(text.utf8))
  }

  @Test(arguments: ["", "=", "=\"", "=1.5", "\"1\"", "=\"1", "=\"a\"&\"b\"", "=A1", " =\"1\"", "=\"1\" ", "=\"\"\""])
  func others(cell: String) {
    #expect(Array(cell.utf8).withUnsafeBufferPointer { FormulaText.of($0) } == nil)
  }

  /// The same cells bare, in marks of their own, in a workbook and in a page: 1.5 + 1234.5 euros in 10 + 20 impressions.
  @Test func figuresIdsAndDaysInEveryContainer() throws {
    let header = ["Campaign name", "Campaign ID", "Day", "Amount spent (EUR)", "Impressions"]
    let rows = [
      ["=\"A\"", "=\"0012\"", "=\"2026-03-01\"", "=\"1.5\"", "=\"10\""],
      ["=\"B\"", "=\"120253000000000011\"", "=\"2026-03-02\"", "=\"1,234.5\"", "=\"20\""],
    ]
    let bare = ([header] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n")
    let marked = ([header] + rows).map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }.joined(separator: "\r\n")
    let page = ([header] + rows).map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    let book = ([header] + rows).enumerated().map { WorkbookSample.row($0 + 1, $1) }.joined()
    let samples = [
      try Sample(bare), try Sample(marked),
      try Sample("<html><body><table>\(page)</table></body></html>", name: "ads.xls"),
      try WorkbookSample(book).sample(),
    ]
    for sample in samples {
      let reading = try sample.read()
      #expect(reading.recognition.format == "MetaAdsReport" && reading.summary.rowsRejected == 0)
      #expect(reading.all.adPerformance.map(\.campaignID) == ["0012", "120253000000000011"])
      #expect(reading.all.adPerformance.map(\.campaign) == ["A", "B"])
      #expect(reading.total(.spend) == "1236" && reading.total(.impressions) == "30")
      #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    }
  }

  /// An id that was cut before it was made a text is still told of.
  @Test func aCutIdInAFormula() throws {
    let reading = try Sample(
      "Campaign name,Campaign ID,Day,Amount spent (EUR)\nA,\"=\"\"1.20253E+17\"\"\",2026-03-01,1\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.campaignID) == [""] && reading.summary.problems.count == 1)
  }

  @Test func asAnyTable() throws {
    var rows: [[String]] = []
    let export = try Sample("id,name\n\"=\"\"007\"\"\",\"=\"\"a \"\"\"\"b\"\"\"\"\"\"\"\n=\"8\",x\n", name: "odd.csv")
      .export()
    _ = try export.mendedRows(table: 1) { rows.append($0) }
    #expect(rows == [["id", "name"], ["007", "a \"b\""], ["8", "x"]])
  }
}
